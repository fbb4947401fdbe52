#include <catch2/catch.hpp>
#include <csignal>
#include <new>

#include "planner/siting/backup_relaxation.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/knapsack.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/mip.h"
#include "planner/siting/relaxed_choice.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/site_values.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

#ifdef PAHUNCH_FINDS_LEAKS
#include <sanitizer/lsan_interface.h>
#endif

using namespace pahunch;
using namespace pahunch::test;

namespace {

double best_knapsack(const std::vector<KnapsackItem>& items, std::int64_t capacity) {
  double best = 0;
  for (std::size_t set = 0; set < std::size_t{1} << items.size(); ++set) {
    double profit = 0;
    std::int64_t load = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
      if ((set >> at & 1U) == 0) continue;
      profit += items[at].profit;
      load += items[at].load;
    }
    if (load <= capacity) best = std::max(best, profit);
  }
  return best;
}

}  // namespace

TEST_CASE("a small knapsack is solved, a large one bounded from above") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    std::vector<KnapsackItem> items(1 + dice.below(9));
    for (KnapsackItem& item : items) {
      item = {static_cast<std::int64_t>(1 + dice.below(9)),
              static_cast<double>(1 + dice.below(20))};
    }
    const auto capacity = static_cast<std::int64_t>(dice.below(30));
    std::vector<double> taken;
    const double best = best_knapsack(items, capacity);
    CHECK(bound_knapsack(items, capacity, KnapsackParts::kWhole, taken) == best);
    CHECK(bound_knapsack(items, capacity, KnapsackParts::kAny, taken) >= best - 1e-9);
    double load = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      load += taken[i] * static_cast<double>(items[i].load);
    }
    CHECK(load <= static_cast<double>(capacity) + 1e-9);
    auto large = items;
    for (KnapsackItem& item : large) item.load *= 1'000'000;
    CHECK(bound_knapsack(large, capacity * 1'000'000, KnapsackParts::kWhole, taken) >= best - 1e-9);
  }
}

TEST_CASE("the relaxed choice is the cheapest, and its rises are those of forcing a column") {
  RelaxedChoice choice(2, 3);
  choice.choose(std::vector<double>{4, -2, 1, 7});
  CHECK(choice.sum() == -1);
  CHECK(choice.is_chosen(1));
  CHECK(choice.is_chosen(2));
  CHECK(choice.rise_if_in(0) == 3);   // in place of the column at 1
  CHECK(choice.rise_if_out(1) == 6);  // the column at 4 takes its place
}

TEST_CASE("interchange is never worse than greedy, and the bound never above either") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 10, 14);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 2});
    if (rules.n_columns() < 3) continue;
    const LossModel model =
        make_loss_model(problem, {.kind = ObjectiveKind::kCover, .limit = 4}, rules);
    const auto greedy = choose_greedily(model, rules);
    REQUIRE(greedy);
    const double before = loss_of(model, *greedy);
    const auto bettered = interchange(model, rules, *greedy, kNeverStop);
    const double after = loss_of(model, bettered);
    CHECK(after <= before);
    CHECK(keeps_rules(rules, bettered));
    const auto bound = bound_by_lagrangian(model, rules, {.loss_to_beat = after, .open = bettered},
                                           {.n_rounds = 50}, kNeverStop);
    const auto best =
        best_by_enumeration(problem, {.n_new = 2}, {.kind = ObjectiveKind::kCover, .limit = 4});
    CHECK(bound.bound <= static_cast<double>(problem.total_weight()) - *best);
  }
}

TEST_CASE("a bound that is close enough ends the relaxation, and is still a bound") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 10, 14);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 2});
    if (rules.n_columns() < 3) continue;
    const LossModel model =
        make_loss_model(problem, {.kind = ObjectiveKind::kCover, .limit = 4}, rules);
    const auto open = *choose_greedily(model, rules);
    const LagrangianStart start = {.loss_to_beat = loss_of(model, open), .open = open};
    const auto whole = bound_by_lagrangian(model, rules, start, {}, kNeverStop);
    const auto enough = bound_by_lagrangian(model, rules, start, {.enough = 5}, kNeverStop);
    CHECK(enough.bound <= whole.loss);
    if (whole.bound >= whole.loss - 4) CHECK(enough.loss - enough.bound <= 5);
  }
}

TEST_CASE("a search that ends by its number of nodes says so, with a bound that holds") {
  MipModel model;
  std::vector<MipModel::Term> all;
  for (int i = 0; i < 30; ++i) {
    all.emplace_back(model.add_column(10 + i % 7, MipColumnKind::kWhole), 11.0 + i % 5);
  }
  model.add_row({171, kInfinity}, all);
  const MipResult best = solve_mip(model, {}, kNeverStop);
  REQUIRE(best.status == MipStatus::kSolved);
  const MipResult cut = solve_mip(model, {.cuts = MipCuts::kNone, .n_nodes = 1}, kNeverStop);
  CHECK(cut.bound <= best.bound + 1e-6);
}

TEST_CASE("what a site adds is what is lost when it closes") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 6, 10);
    SitingAnswer answer;
    for (const SiteIdx at : indices(problem.sites)) {
      if (dice.one_in(2)) answer.sites.push_back(at);
    }
    for (const SitingObjective& objective :
         {SitingObjective{.kind = ObjectiveKind::kCover, .limit = 4},
          SitingObjective{.kind = ObjectiveKind::kBackup, .limit = 5},
          SitingObjective{.kind = ObjectiveKind::kGradual, .steps = {{2, 1}, {6, 0.5}}},
          SitingObjective{.kind = ObjectiveKind::kMedian},
          SitingObjective{.kind = ObjectiveKind::kCentre}}) {
      const double all = evaluate_sites(problem, objective, answer);
      if (std::isinf(all)) continue;
      const auto values = value_sites(problem, objective, answer.sites);
      for (std::size_t at = 0; at < answer.sites.size(); ++at) {
        SitingAnswer without = answer;
        without.sites.erase(without.sites.begin() + static_cast<std::ptrdiff_t>(at));
        const double less = evaluate_sites(problem, objective, without);
        const double lost = objective.is_maximum() ? all - less : less - all;
        INFO("seed " << seed);
        if (std::isinf(lost)) {
          CHECK(std::isinf(values[at].marginal));
        } else {
          CHECK(values[at].marginal == Approx(lost).margin(1e-9));
        }
      }
    }
  }
}

namespace {
volatile std::sig_atomic_t n_interrupts = 0;
}

TEST_CASE("Ctrl-C stays the program's own while a linear programme is solved") {
  MipModel model;
  std::vector<MipModel::Term> all;
  for (int i = 0; i < 40; ++i) {
    all.emplace_back(model.add_column(1 + i % 7, MipColumnKind::kWhole), 1.0 + i % 3);
  }
  model.add_row({17, kInfinity}, all);
  n_interrupts = 0;
  const auto before = std::signal(SIGINT, [](int) { n_interrupts = n_interrupts + 1; });
  int n_asked = 0;
  const StopSignal signal({}, [&] {
    ++n_asked;
    std::raise(SIGINT);
    return false;
  });
  const MipResult result = solve_mip(model, {}, signal);
  std::signal(SIGINT, before);
  CHECK(n_asked > 0);
  CHECK(n_interrupts == n_asked);
  CHECK(result.status == MipStatus::kSolved);
}

namespace {

/// CBC loses memory when something is thrown through it; here that is asked for.
struct LeaksAllowed {
#ifdef PAHUNCH_FINDS_LEAKS
  __lsan::ScopedDisabler disabler;
#endif
};

}  // namespace

TEST_CASE("a solver that throws in the middle of its work is no exception, and proves nothing") {
  SitingDice dice(11);
  MipModel mip;
  std::vector<MipModel::Term> terms;
  for (int i = 0; i < 40; ++i) {
    const auto value = static_cast<double>(10 + dice.below(90));
    terms.emplace_back(mip.add_column(-value, MipColumnKind::kWhole), value);
  }
  mip.add_row({0, 555.5}, terms);
  std::size_t n_asked = 0;
  const StopSignal whole(std::nullopt, [&] { return ++n_asked == 0; });
  REQUIRE(solve_mip(mip, {}, whole).status == MipStatus::kSolved);
  REQUIRE(n_asked > 3);
  for (std::size_t last = 2; last < n_asked; last += 1 + n_asked / 10) {
    std::size_t n = 0;
    const StopSignal signal(std::nullopt, [&] {
      if (++n == last) throw std::bad_alloc();
      return false;
    });
    [[maybe_unused]] const LeaksAllowed here;
    const MipResult result = solve_mip(mip, {}, signal);
    CHECK(result.status == MipStatus::kStopped);
    CHECK(result.bound == -kInfinity);
  }
}

TEST_CASE("any duals bound every solution from below") {
  SitingDice dice(5);
  for (int round = 0; round < 300; ++round) {
    MipModel mip;
    std::vector<double> costs;
    for (int i = 0; i < 6; ++i) {
      costs.push_back(static_cast<double>(dice.below(21)) - 10);
      mip.add_column(costs.back(), MipColumnKind::kWhole);
    }
    std::vector<std::vector<double>> rows;
    for (int r = 0; r < 4; ++r) {
      std::vector<MipModel::Term> terms;
      for (int i = 0; i < 6; ++i) {
        rows.resize(static_cast<std::size_t>(r) + 1);
        rows.back().push_back(static_cast<double>(dice.below(9)) - 3);
        terms.emplace_back(i, rows.back().back());
      }
      mip.add_row({r % 2 == 0 ? 1.0 : -kInfinity, r % 3 == 0 ? 9.0 : kInfinity}, terms);
    }
    std::vector<double> duals;
    for (int r = 0; r < 4; ++r) duals.push_back(static_cast<double>(dice.below(41)) / 8 - 2.5);
    const DualBound found = bound_by_duals(mip, duals);
    const DualBound best = bound_by_duals(mip, relax_mip(mip, kNeverStop).duals.size() == 4
                                                   ? relax_mip(mip, kNeverStop).duals
                                                   : duals);
    for (std::size_t set = 0; set < 64; ++set) {
      double cost = 0;
      bool fits = true;
      for (std::size_t r = 0; r < 4; ++r) {
        double sum = 0;
        for (std::size_t i = 0; i < 6; ++i) sum += (set >> i & 1U) != 0 ? rows[r][i] : 0;
        if (r % 2 == 0 && sum < 1) fits = false;
        if (r % 3 == 0 && sum > 9) fits = false;
      }
      for (std::size_t i = 0; i < 6; ++i) cost += (set >> i & 1U) != 0 ? costs[i] : 0;
      if (!fits) continue;
      CHECK(found.bound <= cost);
      CHECK(best.bound <= cost);
    }
  }
}

TEST_CASE("the relaxation of backup covering has the bound of all its constraints, and is safe") {
  SitingDice dice(9);
  std::size_t n_above_weak = 0;
  for (int round = 0; round < 200; ++round) {
    const SitingProblem problem = random_problem(dice, 9, 25);
    const SitingRules rules = {.n_new = 2 + dice.below(2)};
    const SitingObjective objective = {.kind = ObjectiveKind::kBackup, .limit = 4};
    const auto best = best_by_enumeration(problem, rules, objective);
    if (!best) continue;
    const ChoiceRules choice = make_choice_rules(problem, rules);
    const CoverModel model = make_cover_model(problem, choice, objective.limit, 2);
    MipModel all;
    std::vector<int> open;
    for (std::size_t i = 0; i < model.n_columns; ++i) {
      open.push_back(all.add_column(0, MipColumnKind::kContinuous));
    }
    add_rule_rows(all, choice, open);
    double most = static_cast<double>(model.covered);
    for (const CoverModel::Row& row : model.rows) {
      most += static_cast<double>(row.weight);
      const int lost = all.add_column(static_cast<double>(row.weight), MipColumnKind::kContinuous);
      for (const SiteColumn left_out : row.columns) {
        std::vector<MipModel::Term> terms = {{lost, 1.0}};
        for (const SiteColumn column : row.columns) {
          if (row.need == 1 || column != left_out) terms.emplace_back(open[column], 1.0);
        }
        all.add_row({1, kInfinity}, terms);
      }
      std::vector<MipModel::Term> half = {{lost, row.need}};
      for (const SiteColumn column : row.columns) half.emplace_back(open[column], 1.0);
      all.add_row({static_cast<double>(row.need), kInfinity}, half);
    }
    const double bound = bound_by_duals(all, relax_mip(all, kNeverStop).duals).bound;
    const auto relaxed = relax_backup(model, choice, kNeverStop);
    REQUIRE(relaxed);
    CHECK(relaxed->bound == Approx(bound).margin(1e-3));
    CHECK(relaxed->bound <= most - *best + 1e-6);
    n_above_weak += relaxed->bound > 0 ? 1U : 0U;
  }
  CHECK(n_above_weak >= n_wanted(50));
}
