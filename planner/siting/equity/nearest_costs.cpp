#include "planner/siting/equity/nearest_costs.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace pahunch {

WorstSum sum_worst(std::vector<WeightedCost> items, std::int64_t weight) {
  std::ranges::sort(items, std::greater<>(), &WeightedCost::cost);
  WorstSum worst;
  for (const auto& [cost, there] : items) {
    if (weight == 0) break;
    const std::int64_t taken = std::min(weight, there);
    worst.sum += cost * static_cast<double>(taken);
    worst.threshold = cost;
    weight -= taken;
  }
  return worst;
}

std::vector<double> NearestCosts::of(const std::vector<SiteColumn>& open) const {
  std::vector<bool> is_open(problem_.sites.size(), false);
  for (const SiteColumn column : open) is_open[rules_.sites[column].value()] = true;
  for (const SiteIdx at : problem_.with_status(SiteStatus::kLocked)) is_open[at.value()] = true;
  std::vector<double> costs(problem_.weights.size(), std::numeric_limits<double>::infinity());
  for (const DemandIdx at : indices(problem_.weights)) {
    const auto reach = problem_.reach.of(at);
    const auto best = std::ranges::find_if(
        reach, [&](const SiteCost& item) { return is_open[item.site.value()]; });
    if (best != reach.end() && best->cost <= limit_) costs[at.value()] = best->cost;
  }
  return costs;
}

WorstSum NearestCosts::worst_of(const std::vector<SiteColumn>& open, std::int64_t weight) const {
  const std::vector<double> costs = of(open);
  std::vector<WeightedCost> items;
  for (const DemandIdx at : indices(problem_.weights)) {
    if (problem_.weights[at] > 0) items.push_back({costs[at.value()], problem_.weights[at]});
  }
  return sum_worst(std::move(items), weight);
}

std::vector<double> NearestCosts::distinct() const {
  std::vector<double> costs;
  for (const DemandIdx at : indices(problem_.weights)) {
    if (problem_.weights[at] == 0) continue;
    for (const SiteCost& item : problem_.reach.of(at)) {
      if (item.cost <= limit_) costs.push_back(item.cost);
    }
  }
  std::ranges::sort(costs);
  const auto doubles = std::ranges::unique(costs);
  costs.erase(doubles.begin(), doubles.end());
  return costs;
}

}  // namespace pahunch
