#include "planner/simulation/simulation_figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pahunch {
namespace {

std::vector<double> rank(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double mean = static_cast<double>(i + end - 1) / 2;
    for (; i < end; ++i) ranks[order[i]] = mean;
  }
  return ranks;
}

}  // namespace

Estimate estimate_gain(const SimulationReport& report) {
  const auto looks = find_looks(report.plan);
  return estimate_more_served(report.result, report.sets.size() - 1,
                              looks ? look_level(*looks) : kUsualLevel);
}

std::vector<std::string> set_names(const SimulationReport& report) {
  std::vector<std::string> names;
  for (const SetSimulation& set : report.sets) names.push_back(set.name);
  return names;
}

Persons count_rural(const Verdicts& verdicts, Verdict verdict, const WomenBySettlement& women) {
  Persons rural = 0;
  for (const SettlementIdx at : indices(verdicts)) {
    if (verdicts[at].verdict == verdict) rural += women[at].rural;
  }
  return rural;
}

double correlate(const SimulationReport& report, std::size_t parameter, std::size_t set) {
  std::vector<double> places;
  for (const DrawSummary& draw : report.result.draws) places.push_back(draw.places[parameter]);
  const auto x = rank(places);
  const auto y = rank(report.sets[set].underserved);
  PairMoments pairs;
  for (std::size_t i = 0; i < x.size(); ++i) pairs.add(x[i], y[i]);
  const double spread = std::sqrt(pairs.first().variance() * pairs.second().variance());
  return spread > 0 ? pairs.covariance() / spread : 0.0;
}

}  // namespace pahunch
