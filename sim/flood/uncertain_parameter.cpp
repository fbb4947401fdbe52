#include "sim/flood/uncertain_parameter.h"

namespace pahunch {

std::string_view to_string(Basis basis) {
  switch (basis) {
    case Basis::kMeasured:
      return "measured";
    case Basis::kPrior:
      return "prior";
    case Basis::kAssumed:
      return "assumed";
  }
  return "";
}

double value_at(const SourcedValue& range, double place) {
  if (place == 0.5) return range.value;
  if (place < 0.5) return range.low + (range.value - range.low) * (2 * place);
  return range.value + (range.high - range.value) * (2 * place - 1);
}

}  // namespace pahunch
