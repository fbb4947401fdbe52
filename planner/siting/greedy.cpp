#include "planner/siting/greedy.h"

#include <algorithm>
#include <queue>

#include "planner/siting/nearest_two.h"

namespace pahunch {
namespace {

class GreedyChoice {
 public:
  GreedyChoice(const LossModel& model, const ChoiceRules& rules)
      : model_(model), rules_(rules), nearest_(model), tracker_(rules) {}

  std::optional<std::vector<SiteColumn>> choose(std::span<const SiteColumn> first) {
    for (const SiteColumn column : first) {
      if (tracker_.can_add(column)) open(column);
    }
    meet_groups();
    fill();
    if (!tracker_.is_complete()) return std::nullopt;
    return nearest_.open_columns();
  }

 private:
  struct Offer {
    double worth;
    SiteColumn column;
    std::size_t n_open;  ///< when it was reckoned

    friend bool operator<(const Offer& a, const Offer& b) {
      return a.worth != b.worth ? a.worth < b.worth : a.column > b.column;
    }
  };

  [[nodiscard]] Offer offer(SiteColumn column) const {
    double worth = nearest_.gain_of(column);
    if (rules_.budget && rules_.cost[column] > 0) worth /= rules_.cost[column];
    return {worth, column, tracker_.n_open()};
  }

  void open(SiteColumn column) {
    nearest_.open(column);
    tracker_.add(column);
  }

  /// The best of what groups still lack, until they lack nothing or nothing may be added.
  void meet_groups() {
    while (true) {
      std::optional<Offer> best;
      for (SiteColumn column = 0; column < rules_.n_columns(); ++column) {
        const bool wanted = !tracker_.is_open(column) && tracker_.is_wanted(column);
        if (!wanted || !tracker_.can_add(column)) continue;
        const Offer now = offer(column);
        if (!best || *best < now) best = now;
      }
      if (!best) return;
      open(best->column);
    }
  }

  void fill() {
    std::priority_queue<Offer> offers;
    for (SiteColumn column = 0; column < rules_.n_columns(); ++column) {
      if (!tracker_.is_open(column)) offers.push(offer(column));
    }
    while (!offers.empty() && tracker_.n_open() < rules_.at_most) {
      const Offer top = offers.top();
      offers.pop();
      if (!tracker_.can_add(top.column)) continue;  // and never again
      if (top.n_open < tracker_.n_open()) {
        offers.push(offer(top.column));
      } else if (top.worth > 0 || tracker_.n_open() < rules_.at_least) {
        open(top.column);
      } else {
        return;
      }
    }
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  NearestTwo nearest_;
  RuleTracker tracker_;
};

bool are_disjoint(const std::vector<ChoiceRules::Group>& groups, std::size_t n_columns) {
  std::vector<bool> seen(n_columns, false);
  for (const auto& group : groups) {
    for (const SiteColumn column : group.columns) {
      if (seen[column]) return false;
      seen[column] = true;
    }
  }
  return true;
}

}  // namespace

std::optional<std::vector<SiteColumn>> choose_greedily(const LossModel& model,
                                                       const ChoiceRules& rules,
                                                       std::span<const SiteColumn> first) {
  return GreedyChoice(model, rules).choose(first);
}

std::optional<double> greedy_guarantee(const ChoiceRules& rules) {
  constexpr double kOneLessOverE = 0.6321205588285577;
  if (rules.only_count()) return kOneLessOverE;
  const bool only_upper = std::ranges::all_of(
      rules.groups, [](const ChoiceRules::Group& group) { return group.at_least == 0; });
  const bool is_matroid = !rules.budget && rules.exclusive.empty() && only_upper &&
                          are_disjoint(rules.groups, rules.n_columns());
  if (is_matroid) return 0.5;
  return std::nullopt;
}

}  // namespace pahunch
