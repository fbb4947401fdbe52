#include "planner/optimise/flood_siting.h"

#include "sim/statistics/mean_interval.h"
#include "sim/statistics/student.h"

namespace pahunch {
namespace {

/// Numbers of draws that are asked for different ends never meet.
constexpr std::uint64_t kFreshDraws = std::uint64_t{1} << 32, kBatchDraws = std::uint64_t{1} << 33;
constexpr double kLevel = 0.95;

Estimate mean_of(const std::vector<double>& values) {
  RunningMoments moments;
  for (const double value : values) moments.add(value);
  return estimate_mean(moments, kLevel);
}

std::vector<double> covered(const SitingProblem& problem, const ReachDraws& draws,
                            const std::vector<SiteIdx>& sites) {
  std::vector<double> women;
  for (const std::int64_t weight : covered_by_draw(problem, draws, sites)) {
    women.push_back(static_cast<double>(weight));
  }
  return women;
}

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> more;
  for (std::size_t i = 0; i < a.size(); ++i) more.push_back(a[i] - b[i]);
  return more;
}

}  // namespace

FloodAnswer choose_for_floods(const FloodReach& reach, const SitingProblem& problem,
                              const SitingRules& rules, const FloodSitingOptions& options,
                              Progress& progress) {
  const ReachDraws draws = reach.draw(0, options.n_draws, progress);
  progress.begin("choosing sites for floods", 0);
  FloodAnswer chosen{.answer = solve_expected_cover(problem, draws, rules, options.limits).answer,
                     .size = draws.size()};
  const auto n = static_cast<std::int64_t>(options.n_draws);
  for (SiteValue& value : chosen.answer.values) value.sole_weight /= n;  // of a draw, on the mean
  return chosen;
}

void measure_for_floods(const FloodReach& reach, const SitingProblem& problem,
                        const SitingRules& rules, const SitingAnswer& chosen,
                        const std::vector<SiteIdx>& dry, FloodSiting& found, Progress& progress) {
  const FloodSitingOptions& options = found.options;
  ReachDraws fresh = reach.draw(kFreshDraws, options.n_draws, progress);
  const auto of_chosen = covered(problem, fresh, chosen.sites);
  const auto of_dry = covered(problem, fresh, dry);
  found.over_dry = mean_of(difference(of_chosen, of_dry));
  found.measures = {{"locked sites alone",
                     mean_of(covered(problem, fresh, problem.with_status(SiteStatus::kLocked)))},
                    {"chosen for dry roads", mean_of(of_dry)},
                    {"chosen for floods", mean_of(of_chosen)}};
  if (options.n_batches == 0) return;
  const GapSamples samples{.n_batches = options.n_batches,
                           .batch =
                               [&](std::size_t batch) {
                                 return reach.draw(kBatchDraws + batch * options.n_batch_draws,
                                                   options.n_batch_draws, progress);
                               },
                           .fresh = std::move(fresh)};
  found.gap = estimate_sampling_gap(
      problem, rules, {.sites = chosen.sites, .solver_gap = chosen.gap}, samples,
      {.level = kLevel, .student_quantile = student_quantile, .batch_limits = options.limits});
}

}  // namespace pahunch
