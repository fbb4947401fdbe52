#include "sim/flood/flood_theta.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/random/normal.h"

namespace pahunch {
namespace {

/// In the order of `list_flood_parameters`.
enum FloodPlace : std::size_t {
  kLevelPlace,
  kYearSdPlace,
  kMonthSdPlace,
  kMonthPersistencePlace,
  kDryLevelPlace,
  kRangePlace,
  kResidualPersistencePlace,
  kTailDofPlace,
  kFloodedDaysPlace,
  kFloodPlaces
};

void set_months(const FloodFit& fit, double shift, double dry_level, FloodTheta& theta) {
  for (std::size_t m = 0; m < kMonths; ++m) {
    const CalendarMonth& month = fit.calendar.months[m];
    const bool flooded = month.evidence == MonthEvidence::kFlooded;
    theta.month_level[m] = flooded ? month.level + shift : dry_level;
    theta.dry[m] = month.evidence == MonthEvidence::kNotObserved &&
                   fit.prior.unobserved == UnobservedMonths::kDry;
  }
}

double draw_theta_normal(std::uint64_t seed, std::uint64_t draw, std::string_view what) {
  RandomStream random({.seed = seed,
                       .replicate = draw,
                       .purpose = Purpose::kParameter,
                       .entity = entity_key(what)});
  return draw_standard_normal(random);
}

}  // namespace

FloodTheta make_flood_theta(const FloodFit& fit, std::span<const double> places) {
  const auto parameters = list_flood_parameters(fit);
  assert(parameters.size() == kFloodPlaces && places.size() == kFloodPlaces);
  const auto get = [&](FloodPlace at) { return value_at(parameters[at], places[at]); };
  FloodTheta theta;
  theta.block_level = fit.surface.level;
  set_months(fit, get(kLevelPlace), get(kDryLevelPlace), theta);
  theta.year_sd = get(kYearSdPlace);
  theta.month_sd = get(kMonthSdPlace);
  theta.month_persistence = get(kMonthPersistencePlace);
  theta.residual_sd = fit.residual_sd;
  theta.shared_frac = fit.shared_frac;
  theta.range_km = get(kRangePlace);
  theta.residual_persistence = get(kResidualPersistencePlace);
  theta.flooded_days_frac = get(kFloodedDaysPlace);
  theta.copula = fit.prior.copula;
  theta.tail_dof = get(kTailDofPlace);
  return theta;
}

void add_fit_errors(const FloodFit& fit, std::uint64_t seed, std::uint64_t draw,
                    FloodTheta& theta) {
  for (std::size_t b = 0; b < fit.blocks.size(); ++b) {
    theta.block_level[b] +=
        fit.surface.sd[b] * draw_theta_normal(seed, draw, "flood.surface." + fit.blocks[b].id);
  }
  for (std::size_t m = 0; m < kMonths; ++m) {
    const int n = fit.calendar.months[m].n_flooded;
    if (n == 0) continue;
    const double error = fit.month_sd.value / std::sqrt(static_cast<double>(n));
    theta.month_level[m] +=
        error * draw_theta_normal(seed, draw, "flood.curve." + std::to_string(m + 1));
  }
}

FloodTheta draw_flood_theta(const FloodFit& fit, std::uint64_t seed, std::uint64_t draw) {
  std::vector<double> places;
  for (const UncertainParameter& parameter : list_flood_parameters(fit)) {
    RandomStream random({.seed = seed,
                         .replicate = draw,
                         .purpose = Purpose::kParameter,
                         .entity = entity_key(parameter.name)});
    places.push_back(random.uniform());
  }
  FloodTheta theta = make_flood_theta(fit, places);
  add_fit_errors(fit, seed, draw, theta);
  return theta;
}

}  // namespace pahunch
