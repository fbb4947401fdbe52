#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/equity/area_cover.h"
#include "planner/siting/equity/solve_fair_cover.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr std::uint64_t kFairCases = n_cases(1000);

std::vector<DemandArea> random_areas(SitingDice& dice, const SitingProblem& problem) {
  std::vector<DemandArea> areas(1 + dice.below(4));
  for (std::size_t i = 0; i < areas.size(); ++i) areas[i].name = std::to_string(i);
  for (const DemandIdx at : indices(problem.weights)) {
    if (!dice.one_in(8)) areas[dice.below(areas.size())].points.push_back(at);
  }
  return areas;
}

/// One in a hundred small problems with rules, areas and a limit.
struct FairCase {
  explicit FairCase(std::uint64_t seed) : dice(seed) {
    problem = random_problem(dice, 3 + dice.below(6), 2 + dice.below(16));
    rules = dice.one_in(4) ? random_rules(dice, problem) : SitingRules{.n_new = 1 + dice.below(3)};
    cover.limit = static_cast<double>(dice.below(3));
    fairness.areas = random_areas(dice, problem);
  }

  /// The most that a fair choice covers; none: no choice is fair.
  [[nodiscard]] std::optional<double> best() const {
    std::optional<double> found;
    for_each_choice(problem, rules, [&](const std::vector<SiteIdx>& sites) {
      if (find_unfair(cover_areas(problem, fairness.areas, cover.limit, sites), fairness)) return;
      SitingAnswer answer;
      answer.sites = sites;
      found = std::max(found.value_or(0), evaluate_sites(problem, cover, answer));
    });
    return found;
  }
  [[nodiscard]] SitingAnswer solve(const SolveLimits& limits = {}) const {
    return solve_fair_cover(problem, rules, cover, fairness, limits);
  }

  SitingDice dice;
  SitingProblem problem;
  SitingRules rules;
  SitingObjective cover;
  Fairness fairness;
};

/// A thousand of them against all sets of sites.
template <class Ask>
void check_fair(const Ask& ask) {
  std::size_t n_solved = 0, n_bound = 0;
  for (std::uint64_t seed = 1; seed <= kFairCases; ++seed) {
    FairCase random(seed);
    ask(random);
    const auto best = random.best();
    const SitingAnswer answer = random.solve();
    INFO("seed " << seed);
    if (!best) {
      CHECK(answer.status == AnswerStatus::kInfeasible);
      CHECK((answer.infeasible && !answer.infeasible->relaxation.empty()));
      continue;
    }
    ++n_solved;
    CHECK(to_word(answer.status) == std::string("proven"));
    CHECK(answer.objective == *best);
    const SitingAnswer plain = solve_siting(random.problem, random.rules, random.cover, {});
    CHECK(answer.objective <= plain.objective);
    n_bound += answer.objective < plain.objective ? 1U : 0U;
  }
  CHECK(n_solved >= n_wanted(kFairCases / 4));
  CHECK(n_bound >= n_wanted(kFairCases / 50));
}

double up_to_half(SitingDice& dice) { return static_cast<double>(dice.below(26)) / 50; }

/// The fairest figures of any choice.
struct FairExtremes {
  double largest_floor = -1, smallest_gini = 2;
};

FairExtremes extremes_of(const FairCase& random) {
  FairExtremes extremes;
  for_each_choice(random.problem, random.rules, [&](const std::vector<SiteIdx>& sites) {
    const CoveredAreas coverage =
        cover_areas(random.problem, random.fairness.areas, random.cover.limit, sites);
    extremes.largest_floor = std::max(extremes.largest_floor, coverage.least_share());
    extremes.smallest_gini = std::min(extremes.smallest_gini, coverage.gini());
  });
  return extremes;
}

/// What one choice at least can keep, where there is a choice, and mostly more than comes by
/// itself.
double hard_floor(FairCase& random) {
  return std::max(0.0, extremes_of(random).largest_floor) * (random.dice.one_in(2) ? 1 : 0.8);
}

}  // namespace

TEST_CASE("covering with a least share of each area is the best of all fair sets") {
  check_fair([](FairCase& random) {
    random.fairness.least_share =
        random.dice.one_in(3) ? up_to_half(random.dice) : hard_floor(random);
  });
}

TEST_CASE("covering with a small Gini coefficient is the best of all fair sets") {
  check_fair([](FairCase& random) { random.fairness.most_gini = up_to_half(random.dice); });
}

TEST_CASE("covering with both is the best of all fair sets") {
  check_fair([](FairCase& random) {
    random.fairness.least_share = hard_floor(random) / 2;
    random.fairness.most_gini = up_to_half(random.dice);
  });
}

TEST_CASE("a floor or a Gini coefficient that cannot be had is named with the one that can") {
  std::size_t n_floors = 0, n_ginis = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    FairCase random(seed);
    const auto [floor, gini] = extremes_of(random);
    if (floor < 0) continue;
    INFO("seed " << seed);
    if (floor < 0.9) {
      random.fairness.least_share = floor + 0.05;
      const SitingAnswer answer = random.solve();
      if (!random.best()) {
        ++n_floors;
        REQUIRE(answer.infeasible);
        CHECK_THAT(answer.infeasible->what, Contains("of each area"));
        CHECK_THAT(answer.infeasible->relaxation, Contains("the largest that can be had"));
        const auto named = answer.infeasible->relaxation;
        CHECK(std::stod(named.substr(named.find("of ") + 3)) == Approx(floor).margin(2e-6));
      }
      random.fairness.least_share.reset();
    }
    if (gini < 0.01) continue;
    random.fairness.most_gini = gini - 0.01;
    const SitingAnswer answer = random.solve();
    ++n_ginis;
    REQUIRE(answer.infeasible);
    const auto named = answer.infeasible->relaxation;
    const double value = std::stod(named.substr(named.find("of ") + 3));
    CHECK(value >= gini - 1e-9);
    CHECK(value <= gini + 1.1e-4);
  }
  CHECK(n_floors >= n_wanted(50));
  CHECK(n_ginis >= n_wanted(20));
}

TEST_CASE("a looser floor and a larger Gini coefficient are never worse") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    FairCase random(seed);
    const double floor = hard_floor(random);
    double before = 0;
    for (const double part : {1.0, 0.7, 0.3, 0.0}) {
      random.fairness.least_share = floor * part;
      const SitingAnswer answer = random.solve();
      if (!answer.has_sites()) break;
      INFO("seed " << seed);
      CHECK(answer.objective >= before);
      before = answer.objective;
    }
    random.fairness.least_share.reset();
    before = 0;
    for (const double gini : {0.05, 0.1, 0.3, 1.0}) {
      random.fairness.most_gini = gini;
      const SitingAnswer answer = random.solve();
      if (!answer.has_sites()) continue;
      CHECK(answer.objective >= before);
      before = answer.objective;
    }
  }
}

TEST_CASE("fair covering that is stopped anywhere has a bound that holds") {
  std::size_t n_stopped = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    FairCase random(seed);
    random.fairness.most_gini = up_to_half(random.dice);
    const auto best = random.best();
    std::size_t left = random.dice.below(300);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const SitingAnswer found = random.solve({.should_stop = stop});
    INFO("seed " << seed);
    if (!best) CHECK(!found.has_sites());
    if (!best || !found.has_sites()) continue;
    CHECK(found.objective <= *best);
    CHECK(found.bound >= *best);
    if (found.status == AnswerStatus::kInterrupted) ++n_stopped;
  }
  CHECK(n_stopped >= n_wanted(10));
}

TEST_CASE("what makes no sense of areas is refused") {
  FairCase random(3);
  random.fairness.least_share = 1.5;
  CHECK_THROWS_AS(random.solve(), UsageError);
  random.fairness.least_share.reset();
  random.fairness.most_gini = -0.1;
  CHECK_THROWS_AS(random.solve(), UsageError);
  random.fairness = {.areas = {{"a", {DemandIdx(0)}}, {"b", {DemandIdx(0)}}}, .least_share = 0.1};
  CHECK_THROWS_AS(random.solve(), DataError);
}

TEST_CASE("the Gini coefficient is that of its pairs, and least in the order of shares") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    CoveredAreas coverage, other;
    for (std::size_t i = 0; i < 2 + dice.below(5); ++i) {
      coverage.weight.push_back(static_cast<std::int64_t>(dice.below(30)));
      const auto most = static_cast<std::size_t>(coverage.weight.back()) + 1;
      coverage.covered.push_back(static_cast<std::int64_t>(dice.below(most)));
      other.covered.push_back(static_cast<std::int64_t>(dice.below(most)));
    }
    other.weight = coverage.weight;
    const double gini = coverage.gini();
    CHECK(!find_unfair(coverage, {.most_gini = gini}));
    if (gini > 1e-6) CHECK(find_unfair(coverage, {.most_gini = gini - 1e-7}));
    CHECK(AreaOrder(other).gini(coverage.shares()) <= gini + 1e-12);
  }
}
