#include "sim/flood/uncertain_parameter.h"

#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

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

namespace {

/// How far from the middle towards the end, 0 to 1, at a place `beyond` the middle, 0 to 1/2.
double get_reach(RangeLaw law, double beyond) {
  constexpr double kNormal95 = 1.6448536269514722;
  constexpr double kLast = 0.45;  // 95% lies here
  if (law == RangeLaw::kEven) return 2 * beyond;
  return beyond >= kLast ? 1 : portable::normal_quantile(0.5 + beyond) / kNormal95;
}

}  // namespace

UncertainParameter believed(const std::string& name, const SourcedValue& range) {
  const bool is_assumed = range.source.starts_with("assumed") || range.source.empty();
  return {name, range, is_assumed ? Basis::kAssumed : Basis::kPrior, RangeLaw::kEven};
}

bool varies(const UncertainParameter& parameter) {
  return parameter.range.low < parameter.range.high;
}

double value_at(const UncertainParameter& parameter, double place) {
  const SourcedValue& range = parameter.range;
  const bool above = place > 0.5;
  const double end = above ? range.high : range.low;
  const double reach = get_reach(parameter.law, above ? place - 0.5 : 0.5 - place);
  if (parameter.law != RangeLaw::kLogNormal || range.value <= 0 || end <= 0) {
    return range.value + (end - range.value) * reach;
  }
  return range.value * portable::exp(portable::log(end / range.value) * reach);
}

}  // namespace pahunch
