#include "sim/monte_carlo/missing_months.h"

#include <algorithm>

#include "sim/monte_carlo/not_served.h"
#include "sim/monte_carlo/verdict.h"

namespace pahunch {
namespace {

MonthsReading read_months(UnobservedMonths rule, const ExperimentResult& result,
                          const World& world) {
  IdxVector<SettlementIdx, Persons> rural;
  for (const Women& women : world.women) rural.push_back(women.rural);
  MonthsReading reading{.rule = rule, .underserved = {}, .not_served = {}};
  for (std::size_t set = 0; set < world.n_sets(); ++set) {
    reading.underserved.push_back(
        count_underserved(result, set, world.rules.min_probability, rural));
    auto& not_served = reading.not_served.emplace_back();
    for (const DrawSummary& draw : result.draws) {
      not_served.push_back(count_not_served(draw.sets[set]));
    }
  }
  return reading;
}

}  // namespace

std::vector<std::size_t> find_missing_months(const FloodCalendar& calendar) {
  std::vector<std::size_t> missing;
  for (std::size_t month = 0; month < kMonths; ++month) {
    if (calendar.months[month].evidence == MonthEvidence::kNotObserved) missing.push_back(month);
  }
  return missing;
}

ExperimentSize choose_reading_size(const ExperimentSize& experiment) {
  constexpr std::uint64_t kShare = 10, kMostDraws = 10, kYears = 2, kReadings = 2;
  const std::uint64_t n_years = experiment.n_draws * experiment.n_years_per_draw;
  const std::uint64_t n_draws = n_years / kShare / kYears / kReadings;
  return {.n_draws = std::clamp(n_draws, std::uint64_t{2}, kMostDraws), .n_years_per_draw = kYears};
}

MissingMonths compare_readings(const World& world, const Priors& priors, const ExperimentSize& size,
                               Progress& progress) {
  MissingMonths found{
      .months = find_missing_months(priors.flood.calendar), .size = size, .readings = {}};
  NoStore nowhere;
  for (const auto rule : {UnobservedMonths::kPrior, UnobservedMonths::kDry}) {
    FloodFit fit = priors.flood;
    fit.prior.unobserved = rule;
    const ParameterSpace space({fit, priors.road, priors.exposure, priors.demand,
                                priors.registered_per_year, priors.operations, priors.travel});
    found.readings.push_back(
        read_months(rule, run_experiment(world, space, {.size = size}, nowhere, progress), world));
  }
  return found;
}

}  // namespace pahunch
