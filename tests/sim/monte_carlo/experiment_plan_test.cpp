#include "sim/monte_carlo/experiment_plan.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

/// Rounds follow each other without a gap and hold all years.
void check_rounds(const std::vector<Round>& rounds, std::uint64_t n_years) {
  std::uint64_t done = 0;
  for (const Round& round : rounds) {
    CHECK(round.first_year == done);
    CHECK(round.n_years > 0);
    CHECK(round.n_years <= 40);
    done += round.n_years;
  }
  CHECK(done == n_years);
}

std::vector<std::uint64_t> list_look_ends(const std::vector<Round>& rounds) {
  std::vector<std::uint64_t> ends;
  for (const Round& round : rounds) {
    if (round.is_look) ends.push_back(round.first_year + round.n_years);
  }
  return ends;
}

}  // namespace

TEST_CASE("the usual experiment is one round without a look") {
  const auto rounds = list_rounds({.size = {25, 40}});
  REQUIRE(rounds.size() == 1);
  CHECK(rounds[0].n_years == 40);
  CHECK_FALSE(rounds[0].is_look);
  CHECK_FALSE(find_looks({.size = {25, 40}}));
}

TEST_CASE("long draws are worked off in rounds, so that little is lost") {
  for (const std::uint64_t n : {2U, 39U, 41U, 100U, 400U}) {
    const auto rounds = list_rounds({.size = {3, n}});
    check_rounds(rounds, n);
    CHECK(list_look_ends(rounds).empty());
  }
}

TEST_CASE("looks double from a hundred years of all draws to the last year") {
  const ExperimentPlan plan{.size = {25, 100}, .until_half_width = 500};
  const auto rounds = list_rounds(plan);
  check_rounds(rounds, 100);
  CHECK(list_look_ends(rounds) == std::vector<std::uint64_t>{4, 8, 16, 32, 64, 100});
  CHECK(find_looks(plan)->looks == std::vector<std::uint64_t>{100, 200, 400, 800, 1600, 2500});
}

TEST_CASE("an experiment smaller than its first look is looked at once, at its end") {
  const auto rounds = list_rounds({.size = {4, 6}, .until_half_width = 1});
  check_rounds(rounds, 6);
  CHECK(list_look_ends(rounds) == std::vector<std::uint64_t>{6});
}

TEST_CASE("a plan that can tell nothing is refused") {
  CHECK_THROWS_AS(list_rounds({.size = {1, 40}}), ConfigError);
  CHECK_THROWS_AS(list_rounds({.size = {25, 1}}), ConfigError);
  CHECK_THROWS_AS(list_rounds({.size = {25, 40}, .until_half_width = 0}), ConfigError);
}
