#include "planner/simulation/simulation_figures.h"
#include "planner/simulation/study_world.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace pahunch;

namespace {

/// Draws of three blocks under one set; `not_served` by draw and block.
ExperimentResult blocks_result(const std::vector<std::vector<double>>& not_served) {
  ExperimentResult result{.size = {.n_draws = not_served.size(), .n_years_per_draw = 2}};
  for (const auto& draw : not_served) {
    SetResult set;
    for (const double women : draw) {
      BlockMoments block;
      block.not_served.add(women);
      block.not_served.add(women);
      block.women[static_cast<std::size_t>(Standing::kOutOfReach)] = 2 * women;
      set.blocks.push_back(block);
    }
    result.draws.push_back({{}, {set}, {}});
  }
  return result;
}

CaseYear case_year(Persons registered, int months) {
  return {.year = "y", .registered = registered, .disposed = 0, .months = months, .source = ""};
}

}  // namespace

TEST_CASE("a spread is the mean and the outer draws") {
  std::vector<double> draws;
  for (int i = 1; i <= 20; ++i) draws.push_back(i);
  const Spread spread = spread_of(draws);
  CHECK(spread.mean == Approx(10.5));
  CHECK(spread.low == 1);
  CHECK(spread.high == 19);
  CHECK(spread_text({1234567.4, 1000, 2000000}) == "1,234,567 (1,000 to 2,000,000)");
}

TEST_CASE("years of cases are taken to twelve months, and their range is kept") {
  const SourcedValue found = find_registered_per_year({case_year(1200, 12), case_year(500, 10)});
  CHECK(found.value == Approx(900));
  CHECK(found.low == Approx(600));
  CHECK(found.high == Approx(1200));
}

TEST_CASE("blocks are held by the class that most of their women are in") {
  BlockFigures block;
  CHECK(find_hold(block).empty());
  block.women = {900, 5, 40, 30, 0};
  CHECK(find_hold(block) == "distance");
  block.women = {900, 50, 40, 30, 0};
  CHECK(find_hold(block) == "capacity");
  block.women = {900, 0, 4, 30, 0};
  CHECK(find_hold(block) == "floods");
}

TEST_CASE("block figures are means over the years, and ranks are counted by draw") {
  std::vector<std::vector<double>> not_served(2, std::vector<double>(12, 1.0));
  for (std::size_t block = 0; block < 12; ++block) {
    not_served[0][block] = static_cast<double>(block);
    not_served[1][block] = static_cast<double>(12 - block);
  }
  const auto figures = find_block_figures(blocks_result(not_served), 0);
  CHECK(figures[AreaIdx(0)].not_served.mean == Approx(6));
  CHECK(figures[AreaIdx(0)].women[static_cast<std::size_t>(Standing::kOutOfReach)] == Approx(6));
  CHECK(figures[AreaIdx(0)].p_worst_10 == Approx(0.5));
  CHECK(figures[AreaIdx(5)].p_worst_10 == Approx(1));
  CHECK(figures[AreaIdx(0)].p_worst_20 == Approx(1));
}

TEST_CASE("an input that the answer follows has rank correlation 1, one it flees -1") {
  SimulationReport report;
  report.sets.push_back({"plan", 1, {}, {10, 20, 40, 30}});
  for (const double place : {0.1, 0.3, 0.9, 0.6}) {
    report.result.draws.push_back({{place, 1 - place, 0.5}, {}, {}});
  }
  CHECK(correlate(report, 0, 0) == Approx(1));
  CHECK(correlate(report, 1, 0) == Approx(-1));
  CHECK(correlate(report, 2, 0) == 0);
}

TEST_CASE("women are told to the nearest, and an interval without an end as not known") {
  CHECK(women_text(1234567.6) == "1,234,568");
  CHECK(women_text(-0.4) == "0");
  CHECK(women_text(-std::numeric_limits<double>::infinity()) == "not known");
  CHECK(women_text(std::nan("")) == "not known");
}
