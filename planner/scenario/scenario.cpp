#include "planner/scenario/scenario.h"

namespace pahunch {

std::string_view to_string(ComponentRule rule) {
  return rule == ComponentRule::kMain ? "main" : "any";
}

std::string_view to_string(NodingRule rule) {
  switch (rule) {
    case NodingRule::kDataset:
      return "dataset";
    case NodingRule::kEnds:
      return "ends";
    case NodingRule::kPlanar:
      return "planar";
  }
  return "dataset";
}

}  // namespace pahunch
