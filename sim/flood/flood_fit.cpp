#include "sim/flood/flood_fit.h"

#include <algorithm>
#include <cmath>

namespace pahunch {
namespace {

constexpr double kFitNormal95 = 1.6448536269514722;
constexpr double kLeastMonthSd = 0.02;

/// The prior's range, never below what the years leave open.
SourcedValue widen_to(const SourcedValue& prior, const Estimate90& own) {
  return {prior.value, std::min(prior.low, own.low), std::max(prior.high, own.high), prior.source};
}

/// Variances of the residual: of one block, and of the mean of all (which the month's level has).
void free_of_centring(FloodFit& fit) {
  const double variance = fit.tobit.residual_sd * fit.tobit.residual_sd;
  const double of_field = 1 - fit.decay.offset;
  const double of_block = of_field - fit.persistence.other_years;
  fit.residual_sd = fit.tobit.residual_sd * std::sqrt(of_block);
  fit.shared_frac = std::clamp(fit.decay.near_correlation / of_field, 0.0, 1.0);
  const double of_mean = variance * fit.decay.domain_correlation;
  const auto remove = [&](double sd) {
    return std::max(kLeastMonthSd, std::sqrt(std::max(0.0, sd * sd - of_mean)));
  };
  const Estimate90& own = fit.calendar.month_sd;
  fit.month_sd = {remove(own.value), remove(own.low), remove(own.high)};
}

SourcedValue as_range(const Estimate90& estimate, const std::string& source) {
  return {estimate.value, estimate.low, estimate.high, source};
}

}  // namespace

FloodFit fit_floods(const FloodTable& table, const FloodPrior& prior) {
  FloodFit fit;
  fit.prior = prior;
  fit.blocks = table.blocks;
  fit.tobit = fit_tobit(table);
  fit.decay = fit_decay(table, fit.tobit);
  fit.persistence = fit_persistence(fit.tobit);
  fit.calendar = fit_calendar(table, fit.tobit, prior.year_sd.value);
  fit.surface = fit_susceptibility(table, fit.tobit, fit.persistence, prior);
  fit.year_sd = widen_to(prior.year_sd, fit.calendar.year_sd);
  free_of_centring(fit);
  return fit;
}

std::vector<UncertainParameter> list_flood_parameters(const FloodFit& fit) {
  const auto n_years = static_cast<double>(std::max<std::size_t>(1, fit.calendar.years.size()));
  const double level_error = kFitNormal95 * fit.year_sd.value / std::sqrt(n_years);
  const std::string table = "hazard table";
  const auto even = [](const std::string& name, const SourcedValue& range, Basis basis) {
    return UncertainParameter{name, range, basis, RangeLaw::kEven};
  };
  const auto measured = [](const std::string& name, const SourcedValue& range, RangeLaw law) {
    return UncertainParameter{name, range, Basis::kMeasured, law};
  };
  return {
      measured("flood.level", {0, -level_error, level_error, table + ": error of few years"},
               RangeLaw::kNormal),
      {"flood.year_sd", fit.year_sd, Basis::kPrior, RangeLaw::kLogNormal},
      measured("flood.month_sd", as_range(fit.month_sd, table), RangeLaw::kLogNormal),
      even("flood.month_persistence", fit.prior.month_persistence, Basis::kAssumed),
      even("flood.dry_level", fit.prior.dry_level, Basis::kPrior),
      measured("flood.range_km", as_range(fit.decay.range_km, table), RangeLaw::kLogNormal),
      measured("flood.residual_persistence", as_range(fit.persistence.month_to_month, table),
               RangeLaw::kNormal),
      even("flood.tail_dof", fit.prior.tail_dof, Basis::kAssumed),
      even("flood.flooded_days_frac", fit.prior.flooded_days_frac, Basis::kAssumed),
  };
}

}  // namespace pahunch
