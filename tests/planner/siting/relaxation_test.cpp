// What is offered for an impossible problem makes it possible, and less of it does not: against
// every set of sites on small random problems.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

using OpenSet = std::vector<bool>;

/// Most weight that open sites within the limit can take in parts: augmenting one unit at a time.
class FlowByHand {
 public:
  FlowByHand(const SitingProblem& problem, double limit, const OpenSet& open)
      : problem_(problem), limit_(limit), open_(open) {
    given_.resize(problem.weights.size(), std::vector<std::int64_t>(problem.sites.size(), 0));
    for (const Site& site : problem.sites) room_.push_back(site.capacity);
  }

  std::int64_t most() {
    std::int64_t sum = 0;
    for (const DemandIdx at : indices(problem_.weights)) {
      for (std::int64_t i = 0; i < problem_.weights[at]; ++i) {
        std::vector<bool> is_seen(problem_.sites.size(), false);
        sum += place(at, is_seen) ? 1 : 0;
      }
    }
    return sum;
  }

 private:
  bool place(DemandIdx at, std::vector<bool>& is_seen) {
    for (const SiteCost& item : problem_.reach.of(at)) {
      const std::size_t site = item.site.value();
      if (!open_[site] || item.cost > limit_ || is_seen[site]) continue;
      is_seen[site] = true;
      if (room_[site] > 0) {
        --room_[site];
        ++given_[at.value()][site];
        return true;
      }
      for (std::size_t other = 0; other < given_.size(); ++other) {
        if (given_[other][site] == 0 || !place(DemandIdx(other), is_seen)) continue;
        --given_[other][site];
        ++given_[at.value()][site];
        return true;
      }
    }
    return false;
  }

  const SitingProblem& problem_;
  double limit_;
  const OpenSet& open_;
  std::vector<std::vector<std::int64_t>> given_;
  std::vector<std::int64_t> room_;
};

std::vector<OpenSet> all_open_sets(const SitingProblem& problem) {
  std::vector<OpenSet> sets;
  for (std::size_t set = 0; set < std::size_t{1} << problem.sites.size(); ++set) {
    OpenSet open;
    for (std::size_t site = 0; site < problem.sites.size(); ++site) {
      open.push_back((set >> site & 1U) != 0);
    }
    sets.push_back(std::move(open));
  }
  return sets;
}

SitingAnswer answer_of(const OpenSet& open) {
  SitingAnswer answer;
  for (std::size_t site = 0; site < open.size(); ++site) {
    if (open[site]) answer.sites.emplace_back(site);
  }
  return answer;
}

bool serves(const SitingProblem& problem, const SitingObjective& objective, const OpenSet& open) {
  if (objective.kind == ObjectiveKind::kSetCover) {
    const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = objective.limit};
    const double covered = evaluate_sites(problem, cover, answer_of(open));
    return covered >= static_cast<double>(target_weight(objective.target, problem.total_weight()));
  }
  if (objective.kind == ObjectiveKind::kRoomCover && objective.giving != Giving::kNearest) {
    return true;
  }
  if (objective.has_capacities() && objective.giving == Giving::kSplit) {
    return FlowByHand(problem, objective.limit, open).most() == problem.total_weight();
  }
  const double value = objective.has_capacities()
                           ? best_giving(problem, objective, open)
                           : evaluate_sites(problem, objective, answer_of(open));
  return !std::isinf(value);
}

bool is_possible_by_hand(const SitingProblem& problem, const SitingRules& rules,
                         const SitingObjective& objective) {
  return std::ranges::any_of(all_open_sets(problem), [&](const OpenSet& open) {
    return keeps_rules_by_hand(problem, rules, open) && serves(problem, objective, open);
  });
}

/// Groups with the same numbers are changed alike.
bool are_alike(const std::vector<SiteGroup>& groups) {
  return groups.size() > 1 && std::ranges::all_of(groups, [&](const SiteGroup& group) {
           return group.at_least == groups[0].at_least && group.at_most == groups[0].at_most;
         });
}

std::size_t n_changes(const SitingRules& rules, const OpenSet& open) {
  std::size_t less = 0, most_less = 0, more = 0, most_more = 0, n_pairs = 0;
  for (const SiteGroup& group : rules.groups) {
    std::size_t in = 0;
    for (const SiteIdx at : group.sites) in += open[at.value()] ? 1U : 0U;
    const std::size_t lacking = group.at_least - std::min(group.at_least, in);
    const std::size_t beyond = in - std::min(in, group.at_most.value_or(in));
    less += lacking;
    more += beyond;
    most_less = std::max(most_less, lacking);
    most_more = std::max(most_more, beyond);
  }
  for (const auto& [a, b] : rules.exclusive) {
    n_pairs += a != b && open[a.value()] && open[b.value()] ? 1U : 0U;
  }
  return n_pairs + (are_alike(rules.groups) ? most_less + most_more : less + more);
}

/// The fewest changes of groups and exclusions with which there is an answer.
std::optional<std::size_t> fewest_changes(const SitingProblem& problem, const SitingRules& rules,
                                          const SitingObjective& objective) {
  std::optional<std::size_t> fewest;
  const SitingRules hard = {.n_new = rules.n_new, .budget = rules.budget};
  for (const OpenSet& open : all_open_sets(problem)) {
    if (!keeps_rules_by_hand(problem, hard, open) || !serves(problem, objective, open)) continue;
    const std::size_t n = n_changes(rules, open);
    if (!fewest || n < *fewest) fewest = n;
  }
  return fewest;
}

std::size_t n_changed(const SitingRules& before, const SitingRules& after) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < before.groups.size(); ++i) {
    const SiteGroup &a = before.groups[i], &b = after.groups[i];
    n += a.at_least - b.at_least + b.at_most.value_or(0) - a.at_most.value_or(0);
  }
  if (are_alike(before.groups)) n /= before.groups.size();
  return n + before.exclusive.size() - after.exclusive.size();
}

MoreRoom at_each_site(const SitingProblem& problem, std::int64_t weight) {
  MoreRoom more;
  for (const SiteIdx at : indices(problem.sites)) more.emplace_back(at, weight);
  return more;
}

/// The least weight in all to add to capacities, by trying to add less in every way.
bool fits_with(const SitingProblem& problem, const SitingRules& rules,
               const SitingObjective& objective, std::int64_t weight, std::size_t site = 0) {
  if (site + 1 == problem.sites.size()) {
    return is_possible_by_hand(with_more_room(problem, {{SiteIdx(site), weight}}), rules,
                               objective);
  }
  for (std::int64_t here = 0; here <= weight; ++here) {
    const SitingProblem more = with_more_room(problem, {{SiteIdx(site), here}});
    if (fits_with(more, rules, objective, weight - here, site + 1)) return true;
  }
  return false;
}

struct Seen {
  std::size_t n_impossible = 0, number = 0, budget = 0, limit = 0, target = 0, parts = 0, room = 0,
              same_room = 0, rules = 0;
};

/// One problem, what was asked of it, and what was offered.
class OfferCheck {
 public:
  OfferCheck(const SitingProblem& problem, const SitingRules& rules,
             const SitingObjective& objective, Seen& seen)
      : problem_(problem), rules_(rules), objective_(objective), seen_(seen) {}

  void check(const Infeasibility& why) {
    for (const Relaxation& offered : why.relaxations) check_offer(offered);
    CHECK(has_number_ == some_number_helps());
    CHECK(has_rules_ == (fewest_changes(problem_, rules_, objective_).has_value() &&
                         !(rules_.groups.empty() && rules_.exclusive.empty())));
  }

 private:
  [[nodiscard]] bool with(const SitingRules& rules) const {
    return is_possible_by_hand(problem_, rules, objective_);
  }
  [[nodiscard]] bool with_number(std::size_t n) const {
    SitingRules rules = rules_;
    rules.n_new = n;
    return with(rules);
  }
  [[nodiscard]] bool locked_keep_rules() const {
    return !find_locked_conflict(problem_, rules_).has_value();
  }
  [[nodiscard]] bool some_number_helps() const {
    if (!rules_.n_new || !locked_keep_rules()) return false;
    for (std::size_t n = 0; n <= problem_.sites.size(); ++n) {
      if (with_number(n)) return true;
    }
    return false;
  }

  void check_offer(const Relaxation& offered) {
    INFO(offered.words);
    CHECK(offered.is_smallest);
    const SitingProblem problem = with_more_room(problem_, offered.more_room);
    CHECK(is_possible_by_hand(problem, offered.rules, offered.objective));
    if (offered.rules.n_new != rules_.n_new) return check_number(*offered.rules.n_new);
    if (offered.rules.budget != rules_.budget) return check_budget(*offered.rules.budget);
    if (offered.objective.limit != objective_.limit) return check_limit(offered.objective.limit);
    if (offered.objective.target != objective_.target) return check_target(offered);
    if (offered.objective.giving != objective_.giving) return (void)++seen_.parts;
    if (offered.is_same_room) return check_same_room(offered.more_room);
    if (!offered.more_room.empty()) return check_room(offered.more_room);
    ++seen_.rules;
    has_rules_ = true;
    CHECK(n_changed(rules_, offered.rules) == fewest_changes(problem_, rules_, objective_));
  }

  void check_number(std::size_t n) {
    ++seen_.number;
    has_number_ = true;
    for (std::size_t less = *rules_.n_new + 1; less < n; ++less) CHECK_FALSE(with_number(less));
    if (n > *rules_.n_new) return;
    for (std::size_t other = n + 1; other <= problem_.sites.size(); ++other) {
      CHECK_FALSE(with_number(other));
    }
  }

  void check_budget(double budget) {
    ++seen_.budget;
    SitingRules less = rules_;
    less.budget = budget * (1 - 1e-6) - 1e-6;
    CHECK_FALSE(with(less));
  }

  void check_limit(double limit) {
    ++seen_.limit;
    SitingObjective shorter = objective_;
    shorter.limit = limit - 1e-9;
    CHECK_FALSE(is_possible_by_hand(problem_, rules_, shorter));
  }

  void check_target(const Relaxation& offered) {
    ++seen_.target;
    SitingObjective more = offered.objective;
    more.target += 2e-6;
    const std::int64_t total = problem_.total_weight();
    if (target_weight(more.target, total) == target_weight(offered.objective.target, total)) return;
    CHECK_FALSE(is_possible_by_hand(problem_, rules_, more));
  }

  void check_same_room(const MoreRoom& more) {
    ++seen_.same_room;
    const SitingProblem less = with_more_room(problem_, at_each_site(problem_, more[0].second - 1));
    CHECK_FALSE(is_possible_by_hand(less, rules_, objective_));
  }

  void check_room(const MoreRoom& more) {
    ++seen_.room;
    std::int64_t sum = 0;
    for (const auto& [site, weight] : more) sum += weight;
    CHECK_FALSE(fits_with(problem_, rules_, objective_, sum - 1));
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const SitingObjective& objective_;
  Seen& seen_;
  bool has_number_ = false, has_rules_ = false;
};

SitingObjective random_objective(SitingDice& dice) {
  constexpr std::array kKinds = {ObjectiveKind::kMedian, ObjectiveKind::kCentre,
                                 ObjectiveKind::kSetCover, ObjectiveKind::kCover,
                                 ObjectiveKind::kCapacitated};
  constexpr std::array kGivings = {Giving::kWhole, Giving::kSplit, Giving::kNearest};
  SitingObjective objective = {.kind = kKinds[dice.below(kKinds.size())],
                               .giving = kGivings[dice.below(3)]};
  if (dice.one_in(2)) objective.kind = ObjectiveKind::kCapacitated;
  if (dice.one_in(8)) objective.kind = ObjectiveKind::kRoomCover;
  if (!objective.has_capacities()) objective.giving = Giving::kWhole;
  if (!dice.one_in(3)) objective.limit = static_cast<double>(1 + dice.below(8));
  if (objective.kind == ObjectiveKind::kSetCover && dice.one_in(2)) objective.target = 0.7;
  return objective;
}

void check_seed(std::uint64_t seed, Seen& seen) {
  SitingDice dice(seed);
  SitingProblem problem = random_problem(dice, 4, 4);
  for (std::int64_t& weight : problem.weights) weight = std::min<std::int64_t>(weight, 5);
  limit_capacities(dice, problem, 9);
  const SitingRules rules = random_rules(dice, problem);
  const SitingObjective objective = random_objective(dice);
  const SitingAnswer answer = solve_siting(problem, rules, objective, {});
  INFO("seed " << seed);
  CHECK(answer.infeasible.has_value() != is_possible_by_hand(problem, rules, objective));
  if (!answer.infeasible) return;
  INFO(answer.infeasible->what << "; " << answer.infeasible->relaxation);
  CHECK_FALSE(answer.infeasible->relaxation.empty());
  ++seen.n_impossible;
  OfferCheck(problem, rules, objective, seen).check(*answer.infeasible);
}

}  // namespace

TEST_CASE("what is offered for an impossible problem is the smallest that makes it possible") {
  Seen seen;
  for (std::uint64_t seed = 1; seed <= n_cases(2'000); ++seed) check_seed(seed, seen);
  CHECK(seen.n_impossible >= n_wanted(300));
  CHECK(seen.number >= n_wanted(50));
  CHECK(seen.budget >= n_wanted(5));
  CHECK(seen.limit >= n_wanted(20));
  CHECK(seen.target >= n_wanted(10));
  CHECK(seen.parts >= n_wanted(10));
  CHECK(seen.room >= n_wanted(50));
  CHECK(seen.same_room >= n_wanted(20));
  CHECK(seen.rules >= n_wanted(20));
}

TEST_CASE("where the smallest change is too much to find, one that is enough is offered as such") {
  SitingDice dice(1);
  SitingProblem problem;
  std::vector<ReachPair> pairs;
  for (std::size_t j = 0; j < 110; ++j) {
    const auto room = static_cast<std::int64_t>(20 + dice.below(60));
    problem.sites.push_back({.id = fmt::format("s{:03}", j), .capacity = room});
  }
  for (std::size_t i = 0; i < 220; ++i) {
    problem.weights.push_back(5);
    for (std::size_t j = 0; j < problem.sites.size(); ++j) {
      pairs.push_back({DemandIdx(i), SiteIdx(j), static_cast<double>(dice.below(1'000))});
    }
  }
  problem.reach = ReachTable(problem.weights.size(), problem.sites.size(), pairs);
  const SitingRules few = {.n_new = 5};
  const SitingObjective split = {.kind = ObjectiveKind::kCapacitated, .giving = Giving::kSplit};
  const SitingAnswer answer = solve_siting(problem, few, split, {});
  REQUIRE(answer.infeasible);
  const auto& offered = answer.infeasible->relaxations;
  REQUIRE(offered.size() == 2);
  for (const Relaxation& one : offered) {
    CHECK(solve_siting(with_more_room(problem, one.more_room), one.rules, split, {.gap = 1})
              .has_sites());
  }
  CHECK(offered[0].is_smallest);
  const SitingRules fewer = {.n_new = *offered[0].rules.n_new - 1};
  CHECK(solve_siting(problem, fewer, split, {}).status == AnswerStatus::kInfeasible);
  CHECK(offered[1].is_same_room);
  CHECK_FALSE(offered[1].is_smallest);
  CHECK(answer.infeasible->relaxation ==
        offered[0].words + ", or " + offered[1].words + ", which is enough");
}

TEST_CASE("a rule for each district is changed for all of them alike") {
  SitingProblem problem;
  std::vector<ReachPair> pairs;
  problem.weights.push_back(1);
  for (std::size_t j = 0; j < 8; ++j) {
    problem.sites.push_back({.id = std::string(1, static_cast<char>('a' + j))});
    pairs.push_back({DemandIdx(0), SiteIdx(j), 1});
  }
  problem.sites[SiteIdx(0)].status = problem.sites[SiteIdx(1)].status = SiteStatus::kLocked;
  problem.reach = ReachTable(1, 8, pairs);
  const SitingRules rules = {
      .n_new = 2,
      .groups = {{"north", {SiteIdx(0), SiteIdx(1), SiteIdx(2), SiteIdx(3)}, 0, 0},
                 {"south", {SiteIdx(4), SiteIdx(5), SiteIdx(6), SiteIdx(7)}, 0, 0}}};
  const SitingAnswer answer =
      solve_siting(problem, rules, {.kind = ObjectiveKind::kCover, .limit = 5}, {});
  REQUIRE(answer.infeasible);
  CHECK(answer.infeasible->relaxation == "let each group hold 2 (--at-most 2)");
}
