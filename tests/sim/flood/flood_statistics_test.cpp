#include "sim/flood/flood_statistics.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("shares count observed blocks above a fraction, not at it") {
  auto blocks = make_grid_blocks(2, 10);
  const std::vector<double> month{0.05, 0.06, 0.3, 0.9};
  CHECK(get_share_above(month, blocks, 0.05) == 0.75);
  blocks[3].observed = false;
  CHECK(get_share_above(month, blocks, 0.05) == Approx(2.0 / 3));
  for (FloodBlock& block : blocks) block.observed = false;
  CHECK(get_share_above(month, blocks, 0.05) == 0);
}

TEST_CASE("statistics of a year are means over its months, or of the worst") {
  const auto blocks = make_grid_blocks(2, 10);
  const std::vector<double> july{0, 0.1, 0.3, 0}, august{0.1, 0.1, 0.1, 0.3};
  const std::vector<FloodMonth> months{july, august};
  CHECK(get_statistic(months, blocks, FloodStatistic::kMeanWetShare) == 0.75);
  CHECK(get_statistic(months, blocks, FloodStatistic::kMeanFloodedShare) == 0.25);
  CHECK(get_statistic(months, blocks, FloodStatistic::kWorstWetShare) == 1);
  CHECK(get_statistic(months, blocks, FloodStatistic::kWorstFloodedShare) == 0.25);
  for (const FloodStatistic statistic : kFloodStatistics) CHECK(!to_string(statistic).empty());
}

TEST_CASE("percentiles and quantiles of a sample") {
  const std::vector<double> sample{3, 1, 2, 2};
  CHECK(find_percentile(sample, 2) == 0.5);
  CHECK(find_percentile(sample, 0) == 0);
  CHECK(find_percentile(sample, 9) == 1);
  CHECK(find_quantile(sample, 0.25) == 1);
  CHECK(find_quantile(sample, 0.5) == 2);
  CHECK(find_quantile(sample, 1) == 3);
}

TEST_CASE("the score is that of all pairs") {
  const std::vector<double> sample{0.3, 0.1, 0.25, 0.9, 0.4};
  double distance = 0, within = 0;
  for (const double a : sample) {
    distance += std::abs(a - 0.2) / 5;
    for (const double b : sample) within += std::abs(a - b);
  }
  CHECK(score_crps(sample, 0.2) == Approx(distance - within / 25 / 2));
  CHECK(score_fair_crps(sample, 0.2) == Approx(distance - within / 20 / 2));
}

TEST_CASE("the score of a single number is its distance") {
  CHECK(score_crps({0.5}, 0.2) == Approx(0.3));
  CHECK(score_fair_crps({0.5}, 0.2) == Approx(0.3));
  CHECK(score_crps({0.2, 0.2}, 0.2) == Approx(0).margin(1e-15));
}
