#include "sim/monte_carlo/experiment_result.h"

#include "sim/statistics/mean_interval.h"

namespace pahunch {

Estimate estimate_more_served(const ExperimentResult& result, std::size_t set, double level) {
  std::vector<RunningMoments> by_draw;
  for (const DrawSummary& draw : result.draws) {
    by_draw.push_back(draw.served_by_first_and[set].difference());
  }
  return estimate_stratified_mean(by_draw, level);
}

Estimate estimate_served(const ExperimentResult& result, std::size_t set, double level) {
  std::vector<RunningMoments> by_draw;
  for (const DrawSummary& draw : result.draws) {
    by_draw.push_back(draw.served_by_first_and[set].second());
  }
  return estimate_stratified_mean(by_draw, level);
}

double variance_reduction(const ExperimentResult& result, std::size_t set) {
  double apart = 0, together = 0;
  for (const DrawSummary& draw : result.draws) {
    const PairMoments& pair = draw.served_by_first_and[set];
    apart += pair.first().variance() + pair.second().variance();
    together += pair.difference().variance();
  }
  return apart / together;
}

}  // namespace pahunch
