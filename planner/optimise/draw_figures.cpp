#include "planner/optimise/draw_figures.h"

#include "sim/statistics/mean_interval.h"

namespace pahunch {

Estimate mean_of(const std::vector<double>& values) {
  RunningMoments moments;
  for (const double value : values) moments.add(value);
  return estimate_mean(moments, kUsualLevel);
}

std::vector<double> women_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                  const std::vector<SiteIdx>& sites) {
  const auto covered = covered_by_draw(problem, draws, sites);
  return {covered.begin(), covered.end()};
}

}  // namespace pahunch
