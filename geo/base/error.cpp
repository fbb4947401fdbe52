#include "geo/base/error.h"

namespace pahunch {

std::string to_string(const Problem& problem) {
  std::string text = problem.what;
  if (!problem.where.empty()) text += "\n  where: " + problem.where;
  if (!problem.why.empty()) text += "\n  why it matters: " + problem.why;
  if (!problem.hint.empty()) text += "\n  what to try: " + problem.hint;
  return text;
}

}  // namespace pahunch
