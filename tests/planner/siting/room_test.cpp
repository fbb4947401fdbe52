// Choices with capacities, by objective and by who is given to whom, against all sets and all ways.

#include <catch2/catch.hpp>

#include "planner/siting/assign_rows.h"
#include "planner/siting/capacitated_bound.h"
#include "planner/siting/give_rows.h"
#include "planner/siting/knapsack.h"
#include "planner/siting/nearest_loads.h"
#include "planner/siting/solve_siting.h"
#include "planner/siting/transport.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct RoomCase {
  SitingProblem problem;
  SitingRules rules;
  SitingObjective objective;
  std::optional<double> best;
};

RoomCase random_case(SitingDice& dice, SitingObjective objective) {
  RoomCase made = {.problem = random_problem(dice, 2 + dice.below(4), 1 + dice.below(5)),
                   .rules = {},
                   .objective = objective,
                   .best = {}};
  for (std::int64_t& weight : made.problem.weights) {
    weight = static_cast<std::int64_t>(dice.below(objective.giving == Giving::kSplit ? 3 : 7));
  }
  limit_capacities(dice, made.problem, objective.giving == Giving::kSplit ? 6 : 18);
  made.rules =
      dice.one_in(2) ? SitingRules{.n_new = dice.below(4)} : random_rules(dice, made.problem);
  if (dice.one_in(3)) made.objective.limit = static_cast<double>(1 + dice.below(10));
  if (dice.one_in(3)) made.objective.weighing = Weighing::kEachOnce;
  SitingObjective by_hand = made.objective;
  SitingProblem units = made.problem;
  if (objective.giving == Giving::kSplit) {
    units = in_weight_units(made.problem, made.objective);
    by_hand = {.kind = objective.kind};
  }
  made.best = best_by_enumeration(units, made.rules, by_hand);
  return made;
}

void check_room(SitingObjective objective) {
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(1000); ++seed) {
    SitingDice dice(seed);
    const RoomCase one = random_case(dice, objective);
    const SitingAnswer answer = solve_siting(one.problem, one.rules, one.objective, {});
    INFO("seed " << seed << " " << (answer.infeasible ? answer.infeasible->what : ""));
    REQUIRE(answer.has_sites() == one.best.has_value());
    if (!one.best) {
      CHECK((answer.infeasible && !answer.infeasible->relaxation.empty()));
      continue;
    }
    ++n_solved;
    CHECK(answer.status == AnswerStatus::kProven);
    CHECK(answer.objective == Approx(*one.best).epsilon(1e-9).margin(1e-9));
  }
  CHECK(n_solved >= n_wanted(300));
}

/// Rows pay, and each open slot keeps the most that it can gain within its capacity.
double value_of_duals(const CapacitatedModel& model, const std::vector<SiteColumn>& open,
                      const std::vector<double>& duals) {
  double value = 0;
  std::vector<std::vector<KnapsackItem>> items(model.n_slots());
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    value += duals[row];
    for (const auto& entry : model.rows[row]) {
      const double gain = duals[row] - entry.cost;
      if (gain > 0) items[entry.slot].push_back({model.loads[row], gain});
    }
  }
  std::vector<double> taken;
  for (CapacitatedModel::Slot slot = 0; slot < model.n_slots(); ++slot) {
    const bool is_open = slot >= model.n_columns || std::ranges::binary_search(open, slot);
    if (!is_open) continue;
    value -= bound_knapsack(items[slot], model.capacities[slot], KnapsackParts::kAny, taken);
  }
  return value;
}

double value_without_capacities(CapacitatedModel model, const std::vector<SiteColumn>& open) {
  model.capacities.assign(model.n_slots(), Site::kNoCapacity);
  return transport_rows(model, open)->cost;
}

constexpr ObjectiveKind kKinds[] = {ObjectiveKind::kCapacitated, ObjectiveKind::kRoomCover};
constexpr Giving kGivings[] = {Giving::kWhole, Giving::kSplit, Giving::kNearest};

}  // namespace

TEST_CASE("the median given whole within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kCapacitated});
}

TEST_CASE("the median given in parts within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kCapacitated, .giving = Giving::kSplit});
}

TEST_CASE("the median given to the nearest within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kCapacitated, .giving = Giving::kNearest});
}

TEST_CASE("covering given whole within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kRoomCover, .limit = 6});
}

TEST_CASE("covering given in parts within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kRoomCover, .limit = 6, .giving = Giving::kSplit});
}

TEST_CASE("covering given to the nearest within capacities is the best of all") {
  check_room({.kind = ObjectiveKind::kRoomCover, .limit = 6, .giving = Giving::kNearest});
}

TEST_CASE("a choice with capacities that is stopped keeps a bound that holds") {
  std::size_t n_stopped = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const SitingObjective objective = {.kind = kKinds[dice.below(2)],
                                       .giving = kGivings[dice.below(3)]};
    const RoomCase one = random_case(dice, objective);
    if (!one.best) continue;
    std::size_t left = dice.below(60);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const SitingAnswer answer =
        solve_siting(one.problem, one.rules, one.objective, {.should_stop = stop});
    if (!answer.has_sites()) continue;
    n_stopped += answer.status == AnswerStatus::kInterrupted;
    INFO("seed " << seed);
    const double sign = objective.is_maximum() ? -1 : 1;
    CHECK(sign * (answer.objective - *one.best) >= -1e-9 * std::abs(*one.best));
    CHECK(sign * (*one.best - answer.bound) >= -1e-9 * std::abs(*one.best));
  }
  CHECK(n_stopped >= n_wanted(10));
}

TEST_CASE("who goes to the nearest is followed as sites open and close") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const RoomCase one =
        random_case(dice, {.kind = kKinds[dice.below(2)], .giving = Giving::kNearest});
    const ChoiceRules rules = make_choice_rules(one.problem, {});
    const CapacitatedModel model = make_capacitated_model(one.problem, rules, one.objective);
    NearestLoads followed(model);
    std::vector<bool> is_open(rules.n_columns(), false);
    for (int change = 0; change < 12 && rules.n_columns() > 0; ++change) {
      const auto column = static_cast<SiteColumn>(dice.below(rules.n_columns()));
      is_open[column] = !is_open[column];
      is_open[column] ? followed.open(column) : followed.close(column);
      NearestLoads anew(model);
      for (SiteColumn at = 0; at < is_open.size(); ++at) {
        if (is_open[at]) anew.open(at);
      }
      INFO("seed " << seed);
      CHECK(followed.score() == anew.score());
      CHECK(followed.assignment() == anew.assignment());
    }
  }
}

TEST_CASE("what rows pay for room is what the transport costs, and no choice beats the bound") {
  std::size_t n_full = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(500); ++seed) {
    SitingDice dice(seed);
    const SitingObjective objective = {.kind = kKinds[dice.below(2)],
                                       .giving = kGivings[dice.below(3)]};
    const RoomCase one = random_case(dice, objective);
    if (!one.best || !one.rules.exclusive.empty() || !one.rules.groups.empty()) continue;
    const ChoiceRules rules = make_choice_rules(one.problem, one.rules);
    const CapacitatedModel model = make_capacitated_model(one.problem, rules, one.objective);
    std::vector<SiteColumn> open;
    for (SiteColumn at = 0; at < rules.at_least; ++at) open.push_back(at);
    const auto given = transport_rows(model, open);
    const auto duals = find_row_duals(model, open);
    REQUIRE(duals.has_value() == given.has_value());
    if (!duals) continue;
    INFO("seed " << seed);
    CHECK(value_of_duals(model, open, *duals) == Approx(given->cost).margin(1e-9));
    n_full += given->cost > value_without_capacities(model, open) + 1e-9;
    const auto start = give_rows(model, open);
    if (!start || !keeps_rules(rules, open)) continue;
    const auto total = static_cast<double>(one.problem.total_weight());
    const double least = objective.is_maximum() ? total - *one.best : *one.best;
    const StopSignal never(std::nullopt, nullptr);
    const CapacitatedBound bound = bound_capacitated(model, rules, *start, never);
    CHECK(bound.bound <= least * (1 + 1e-9) + 1e-9);
    CHECK(bound.choice.cost >= least * (1 - 1e-9) - 1e-9);
  }
  CHECK(n_full >= n_wanted(10));
}

TEST_CASE("many points given whole cost little more than in parts, and fit") {
  std::size_t n_given = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(6); ++seed) {
    SitingDice dice(seed);
    SitingProblem problem = random_problem(dice, 9, 1500);
    for (Site& site : problem.sites) {
      site.status = SiteStatus::kCandidate;
      site.capacity = problem.total_weight() / 5;
    }
    const ChoiceRules rules = make_choice_rules(problem, {});
    const CapacitatedModel model = make_capacitated_model(
        problem, rules, {.kind = kKinds[seed % 2], .limit = 8, .giving = Giving::kWhole});
    const std::vector<SiteColumn> open = {0, 2, 3, 5, 6, 8};
    const auto parts = transport_rows(model, open), whole = assign_rows(model, open);
    REQUIRE(parts.has_value() == whole.has_value());
    if (!whole) continue;
    ++n_given;
    INFO("seed " << seed);
    CHECK(whole->cost >= parts->cost * (1 - 1e-9));
    CHECK(whole->cost <= parts->cost * 1.01 + 10);
    std::vector<std::int64_t> room = model.capacities;
    for (const GivenPart& part : whole->parts) {
      CHECK(part.weight == model.loads[part.row]);
      room[part.slot] -= part.weight;
    }
    CHECK(*std::ranges::min_element(room) >= 0);
  }
  CHECK(n_given >= n_wanted(3));
}

TEST_CASE("many points given whole are chosen for within the bound of those in parts") {
  SitingDice dice(3);
  SitingProblem problem = random_problem(dice, 5, 1200);
  for (Site& site : problem.sites) {
    site.status = SiteStatus::kCandidate;
    site.capacity = problem.total_weight() / 3;
  }
  SitingObjective objective = {.kind = ObjectiveKind::kRoomCover, .limit = 5};
  const SitingAnswer whole = solve_siting(problem, {.n_new = 2}, objective, {});
  objective.giving = Giving::kSplit;
  const SitingAnswer parts = solve_siting(problem, {.n_new = 2}, objective, {});
  REQUIRE((whole.has_sites() && parts.has_sites()));
  CHECK(parts.status == AnswerStatus::kProven);
  CHECK(whole.bound == parts.objective);
  CHECK(whole.objective <= parts.objective);
  CHECK(whole.objective >= 0.99 * parts.objective);
}
