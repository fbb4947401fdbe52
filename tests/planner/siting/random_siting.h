/// \file
/// Small random siting problems, and the best answer by trying every set of sites.
#pragma once

#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <random>

#include "planner/siting/check_answer.h"
#include "planner/siting/stop_signal.h"

namespace pahunch::test {

inline const StopSignal kNeverStop(std::nullopt, nullptr);

class SitingDice {
 public:
  explicit SitingDice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

struct RandomSiting {
  SitingProblem problem;
  SitingRules rules;
};

/// Sites "a", "b", …; costs are small whole numbers, half of the time with a fraction.
inline SitingProblem random_problem(SitingDice& dice, std::size_t n_sites, std::size_t n_demand) {
  SitingProblem problem;
  const double unit = dice.one_in(2) ? 1 : 0.3;
  const std::size_t missing = 2 + dice.below(8);
  for (std::size_t i = 0; i < n_sites; ++i) {
    Site site = {.id = std::string(1, static_cast<char>('a' + i))};
    if (dice.one_in(6)) site.status = SiteStatus::kLocked;
    if (dice.one_in(8)) site.status = SiteStatus::kForbidden;
    site.cost = static_cast<double>(1 + dice.below(12)) * unit;
    problem.sites.push_back(site);
  }
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < n_demand; ++i) {
    problem.weights.push_back(static_cast<std::int64_t>(dice.below(10)));
    for (std::size_t j = 0; j < n_sites; ++j) {
      if (dice.one_in(missing)) continue;
      pairs.push_back({DemandIdx(i), SiteIdx(j), static_cast<double>(dice.below(12)) * unit});
    }
  }
  problem.reach = ReachTable(n_demand, n_sites, pairs);
  return problem;
}

inline SitingRules random_rules(SitingDice& dice, const SitingProblem& problem) {
  SitingRules rules;
  const std::size_t n = problem.sites.size();
  if (!dice.one_in(4)) rules.n_new = dice.below(n / 2 + 1);
  if (dice.one_in(4)) rules.budget = static_cast<double>(3 + dice.below(25));
  for (std::size_t i = dice.below(3); i > 0 && dice.one_in(2); --i) {
    SiteGroup group = {.name = std::string(1, static_cast<char>('A' + i)), .sites = {}};
    for (const SiteIdx at : indices(problem.sites)) {
      if (dice.one_in(2)) group.sites.push_back(at);
    }
    if (dice.one_in(2)) group.at_least = 1;
    if (dice.one_in(2)) group.at_most = 1 + dice.below(2);
    rules.groups.push_back(group);
  }
  if (dice.one_in(3)) rules.exclusive.emplace_back(SiteIdx(dice.below(n)), SiteIdx(dice.below(n)));
  return rules;
}

inline bool keeps_rules_by_hand(const SitingProblem& problem, const SitingRules& rules,
                                const std::vector<bool>& open) {
  std::size_t n_new = 0;
  double spent = 0;
  for (const SiteIdx at : indices(problem.sites)) {
    const Site& site = problem.sites[at];
    const bool is_open = open[at.value()];
    if (is_open && site.status == SiteStatus::kForbidden) return false;
    if (!is_open && site.status == SiteStatus::kLocked) return false;
    if (!is_open || site.status == SiteStatus::kLocked) continue;
    ++n_new;
    spent += site.cost;
  }
  if (rules.n_new && n_new != *rules.n_new) return false;
  if (rules.budget && spent > *rules.budget + 1e-9) return false;
  for (const SiteGroup& group : rules.groups) {
    std::size_t n = 0;
    for (const SiteIdx at : group.sites) n += open[at.value()] ? 1U : 0U;
    if (n < group.at_least || n > group.at_most.value_or(n)) return false;
  }
  for (const auto& [a, b] : rules.exclusive) {
    if (a != b && open[a.value()] && open[b.value()]) return false;
  }
  return true;
}

/// Sites with some room, and places of this weight at most.
inline void limit_capacities(SitingDice& dice, SitingProblem& problem, std::size_t most) {
  for (Site& site : problem.sites) site.capacity = static_cast<std::int64_t>(dice.below(most));
}

/// The best way of giving points to open sites, by trying all.
class GivingByHand {
 public:
  GivingByHand(const SitingProblem& problem, const SitingObjective& objective,
               const std::vector<bool>& open)
      : problem_(problem), objective_(objective), open_(open) {
    for (const Site& site : problem.sites) room_.push_back(site.capacity);
  }

  /// Least cost, or of covering least weight left out; infinity: they do not fit.
  double least() {
    give(0, 0);
    return best_;
  }

 private:
  void give(std::size_t point, double cost) {
    if (cost >= best_) return;
    if (point == problem_.weights.size()) {
      best_ = cost;
      return;
    }
    const std::int64_t weight = problem_.weights[DemandIdx(point)];
    if (weight == 0) return give(point + 1, cost);
    const bool is_nearest = objective_.giving == Giving::kNearest;
    const SiteIdx nearest = is_nearest ? nearest_of(DemandIdx(point)) : SiteIdx();
    for (const SiteCost& item : problem_.reach.of(DemandIdx(point))) {
      if (is_nearest && item.site != nearest) continue;
      if (!open_[item.site.value()] || item.cost > objective_.limit) continue;
      give_to(point, item, cost);
    }
    const bool may_leave = !is_nearest || !nearest.valid();
    if (objective_.is_maximum() && may_leave) give(point + 1, cost + static_cast<double>(weight));
  }

  void give_to(std::size_t point, const SiteCost& item, double cost) {
    const std::int64_t weight = problem_.weights[DemandIdx(point)];
    std::int64_t& left = room_[item.site.value()];
    if (left < weight) return;
    left -= weight;
    const bool once = objective_.weighing == Weighing::kEachOnce;
    const double more = item.cost * (once ? 1 : static_cast<double>(weight));
    give(point + 1, objective_.is_maximum() ? cost : cost + more);
    left += weight;
  }

  [[nodiscard]] SiteIdx nearest_of(DemandIdx at) const {
    SiteIdx found;
    double cost = 0;
    for (const SiteCost& item : problem_.reach.of(at)) {
      if (!open_[item.site.value()] || item.cost > objective_.limit) continue;
      const bool is_nearer = !found.valid() || item.cost < cost;
      const bool is_tie = found.valid() && item.cost == cost;
      if (!is_nearer && !(is_tie && problem_.sites[item.site].id < problem_.sites[found].id)) {
        continue;
      }
      found = item.site;
      cost = item.cost;
    }
    return found;
  }

  const SitingProblem& problem_;
  const SitingObjective& objective_;
  const std::vector<bool>& open_;
  std::vector<std::int64_t> room_;
  double best_ = std::numeric_limits<double>::infinity();
};

/// The objective with capacities of an open set.
inline double best_giving(const SitingProblem& problem, const SitingObjective& objective,
                          const std::vector<bool>& open) {
  const double least = GivingByHand(problem, objective, open).least();
  const auto total = static_cast<double>(problem.total_weight());
  return objective.is_maximum() && !std::isinf(least) ? total - least : least;
}

/// A point for each unit of weight, to be given whole, and pairs within the limit: what a split
/// problem is.
inline SitingProblem in_weight_units(const SitingProblem& problem,
                                     const SitingObjective& objective) {
  SitingProblem units = {.weights = {}, .sites = problem.sites, .reach = {}};
  std::vector<ReachPair> pairs;
  for (const DemandIdx at : indices(problem.weights)) {
    const auto weight = static_cast<double>(problem.weights[at]);
    for (std::int64_t i = 0; i < problem.weights[at]; ++i) {
      const DemandIdx unit = units.weights.push_back(1);
      for (const SiteCost& item : problem.reach.of(at)) {
        if (item.cost > objective.limit) continue;
        const bool once = objective.weighing == Weighing::kEachOnce;
        pairs.push_back({unit, item.site, once ? item.cost / weight : item.cost});
      }
    }
  }
  units.reach = ReachTable(units.weights.size(), units.sites.size(), pairs);
  return units;
}

/// The best objective over all sets of sites; none: no set will do.
inline std::optional<double> best_by_enumeration(const SitingProblem& problem,
                                                 const SitingRules& rules,
                                                 const SitingObjective& objective) {
  std::optional<double> best;
  for (std::size_t set = 0; set < std::size_t{1} << problem.sites.size(); ++set) {
    std::vector<bool> open;
    SitingAnswer answer;
    for (std::size_t site = 0; site < problem.sites.size(); ++site) {
      open.push_back((set >> site & 1U) != 0);
      if (open.back()) answer.sites.emplace_back(site);
    }
    if (!keeps_rules_by_hand(problem, rules, open)) continue;
    const double value = objective.has_capacities() ? best_giving(problem, objective, open)
                                                    : evaluate_sites(problem, objective, answer);
    if (std::isinf(value)) continue;
    const bool is_better = !best || (objective.is_maximum() ? value > *best : value < *best);
    if (is_better) best = value;
  }
  return best;
}

}  // namespace pahunch::test
