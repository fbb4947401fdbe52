#include "planner/siting/site_values.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/equity/nearest_costs.h"

namespace pahunch {
namespace {

constexpr std::uint32_t kClosed = static_cast<std::uint32_t>(-1);
constexpr double kNoWay = std::numeric_limits<double>::infinity();

/// The open sites that a point reaches, nearest first: up to three tell all that is asked.
struct Nearest {
  std::uint32_t site[3] = {kClosed, kClosed, kClosed};  // NOLINT(modernize-avoid-c-arrays)
  double cost[3] = {kNoWay, kNoWay, kNoWay};            // NOLINT(modernize-avoid-c-arrays)
  int n = 0;
};

class SiteValuer {
 public:
  SiteValuer(const SitingProblem& problem, const SitingObjective& objective,
             const std::vector<SiteIdx>& sites)
      : problem_(problem),
        objective_(objective),
        position_(problem.sites.size(), kClosed),
        values_(sites.size()) {
    for (std::uint32_t at = 0; at < sites.size(); ++at) position_[sites[at].value()] = at;
    if (objective.kind != ObjectiveKind::kFacility) return;
    for (std::size_t at = 0; at < sites.size(); ++at) {
      values_[at].marginal = -problem.sites[sites[at]].cost;
    }
  }

  std::vector<SiteValue> value() {
    for (const DemandIdx at : indices(problem_.weights)) {
      if (problem_.weights[at] > 0) add(find_nearest(at), problem_.weights[at]);
    }
    if (objective_.kind == ObjectiveKind::kCentre) finish_centre();
    if (objective_.kind == ObjectiveKind::kWorstShare) finish_worst_share();
    if (objective_.has_capacities()) {
      for (SiteValue& value : values_) value.marginal = std::nan("");
    }
    return std::move(values_);
  }

 private:
  [[nodiscard]] Nearest find_nearest(DemandIdx at) const {
    Nearest found;
    const bool steps = objective_.kind == ObjectiveKind::kGradual;
    for (const SiteCost& item : problem_.reach.of(at)) {
      if (found.n == 3 || (!steps && item.cost > objective_.limit)) break;
      if (steps && share_at(objective_, item.cost) == 0) break;
      if (position_[item.site.value()] == kClosed) continue;
      found.site[found.n] = position_[item.site.value()];
      found.cost[found.n++] = item.cost;
    }
    return found;
  }

  void add(const Nearest& near, std::int64_t weight) {
    if (near.n == 0) return;
    const auto amount = static_cast<double>(weight);
    if (near.n == 1) values_[near.site[0]].sole_weight += weight;
    double& marginal = values_[near.site[0]].marginal;
    switch (objective_.kind) {
      case ObjectiveKind::kCover:
      case ObjectiveKind::kSetCover:
        if (near.n == 1) marginal += amount;
        return;
      case ObjectiveKind::kBackup:
        if (near.n != 2) return;
        marginal += amount;
        values_[near.site[1]].marginal += amount;
        return;
      case ObjectiveKind::kGradual:
        marginal +=
            amount * (share_at(objective_, near.cost[0]) - share_at(objective_, near.cost[1]));
        return;
      case ObjectiveKind::kCentre:
        add_centre(near);
        return;
      case ObjectiveKind::kWorstShare:
        near_.emplace_back(near, weight);
        return;
      default:
        const double factor = objective_.weighing == Weighing::kEachOnce ? 1 : amount;
        marginal += factor * (near.cost[1] - near.cost[0]);
    }
  }

  /// Marginal holds the largest cost among its own points when it is closed.
  void add_centre(const Nearest& near) {
    double& worst = values_[near.site[0]].marginal;
    worst = std::max(worst, near.cost[1]);
    largest_ = std::max(largest_, near.cost[0]);
  }

  void finish_centre() {
    for (SiteValue& value : values_) value.marginal = std::max(0.0, value.marginal - largest_);
  }

  void finish_worst_share() {
    const std::int64_t weight = worst_weight(objective_.worst, problem_.total_weight());
    const double now = worst_without(kClosed, weight);
    for (std::uint32_t at = 0; at < values_.size(); ++at) {
      values_[at].marginal = worst_without(at, weight) - now;
    }
  }

  [[nodiscard]] double worst_without(std::uint32_t site, std::int64_t weight) const {
    std::vector<WeightedCost> items;
    for (const auto& [near, its_weight] : near_) {
      items.push_back({near.cost[near.site[0] == site ? 1 : 0], its_weight});
    }
    return sum_worst(std::move(items), weight).sum;
  }

  const SitingProblem& problem_;
  const SitingObjective& objective_;
  std::vector<std::uint32_t> position_;
  std::vector<SiteValue> values_;
  std::vector<std::pair<Nearest, std::int64_t>> near_;  ///< of worst-share only
  double largest_ = 0;
};

}  // namespace

std::vector<SiteValue> value_sites(const SitingProblem& problem, const SitingObjective& objective,
                                   const std::vector<SiteIdx>& sites) {
  return SiteValuer(problem, objective, sites).value();
}

}  // namespace pahunch
