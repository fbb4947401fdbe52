#include "sim/operations/service_law.h"

#include <algorithm>
#include <cmath>

#include "sim/random/parameter_check.h"

namespace pahunch {
namespace {

/// Longer than any run, and far from the end of the clock.
constexpr double kLongestServiceMs = 1e15;

TimeMs to_whole_ms(double ms) {
  return static_cast<TimeMs>(std::floor(std::min(ms, kLongestServiceMs) + 0.5));
}

ServiceLawSpec spec_of(const DurationLaw& law) {
  const double unit_ms = get_unit_ms(law.unit);
  return {.shape = law.shape,
          .mean_ms = law.mean.value * unit_ms,
          .scv = law.cv.value * law.cv.value,
          .longest_ms = law.longest ? to_whole_ms(*law.longest * unit_ms) : kNeverMs};
}

}  // namespace

ServiceLaw::Law ServiceLaw::make_law(const ServiceLawSpec& spec) {
  require_not_negative({"duration", "mean", spec.mean_ms});
  require_not_negative({"duration", "squared coefficient of variation", spec.scv});
  const bool varies = spec.scv > 0 && spec.mean_ms > 0;
  if (spec.shape == LawShape::kExponential) return ExponentialDistribution(spec.mean_ms);
  if (spec.shape == LawShape::kGamma && varies) {
    return GammaDistribution::from_mean(spec.mean_ms, spec.scv);
  }
  if (spec.shape == LawShape::kLognormal && varies) {
    return LognormalDistribution::from_mean(spec.mean_ms, spec.scv);
  }
  return Fixed{spec.mean_ms};
}

ServiceLaw::ServiceLaw(const ServiceLawSpec& spec)
    : law_(make_law(spec)), mean_ms_(to_whole_ms(spec.mean_ms)), longest_ms_(spec.longest_ms) {}

ServiceLaw::ServiceLaw(const DurationLaw& law) : ServiceLaw(spec_of(law)) {}

TimeMs ServiceLaw::operator()(RandomStream& random) const {
  const double ms = std::visit([&](const auto& law) { return law(random); }, law_);
  return std::min(to_whole_ms(ms), longest_ms_);
}

}  // namespace pahunch
