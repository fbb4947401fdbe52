#include "planner/markdown_text.h"

#include "geo/io/clean_text.h"

namespace pahunch {

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    if (c == '|' || c == '*' || c == '_' || c == '`' || c == '<' || c == '[' || c == '#')
      out += '\\';
    out += c;
  }
  return out;
}

}  // namespace pahunch
