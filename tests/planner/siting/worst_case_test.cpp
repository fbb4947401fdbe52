#include <algorithm>
#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/risk/worst_case.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<std::string> names_of(std::size_t n) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < n; ++i) names.push_back("year " + std::to_string(1990 + i));
  return names;
}

}  // namespace

TEST_CASE("the worst case covers the most of all choices and says which draws bind") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(6));
    const SitingRules rules = random_rules(dice, random.problem);
    const auto best = least_tail(random, rules, 1);
    const auto names = names_of(random.by_draw.size());
    const WorstCase found = solve_worst_case(random.problem, random.draws(), names, rules, {});
    INFO("seed " << seed);
    CHECK(found.choice.has_sites() == best.has_value());
    if (!best) continue;
    CHECK(found.covered == static_cast<double>(random.problem.total_weight() - *best));
    CHECK(found.bound == found.covered);
    std::vector<std::string> binding;
    const auto covered = random.covered(found.choice.sites);
    for (std::size_t draw = 0; draw < covered.size(); ++draw) {
      if (covered[draw] == std::ranges::min(covered)) binding.push_back(names[draw]);
    }
    CHECK(found.binding == binding);
  }
}

TEST_CASE("the worst case takes no draw without a name of its own") {
  SitingDice dice(1);
  const RandomDraws random = random_draws(dice, 2);
  const auto solve = [&](const std::vector<std::string>& names) {
    return solve_worst_case(random.problem, random.draws(), names, {}, {});
  };
  CHECK_THROWS_AS(solve({}), UsageError);
  CHECK_THROWS_AS(solve({"2008"}), UsageError);
  CHECK_THROWS_AS(solve({"2008", "2008"}), UsageError);
  CHECK_THROWS_AS(solve({"2008", ""}), UsageError);
  CHECK_NOTHROW(solve({"2008", "2017"}));
}
