#include "sim/flood/tobit_fit.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct DrawnLevels {
  std::vector<double> block, month;
};

/// Levels as the model has them, with spreads 0.25 between blocks and 0.2 within.
FloodTable draw_tobit_table(DrawnLevels& truth) {
  FloodTable table = make_august_table(make_grid_blocks(12, 10), 10);
  RandomStream random({.seed = 5});
  for (std::size_t b = 0; b < table.n_blocks(); ++b) {
    truth.block.push_back(0.25 * draw_standard_normal(random));
  }
  for (std::size_t t = 0; t < table.months.size(); ++t) {
    truth.month.push_back(0.04 * static_cast<double>(t) - 0.15);
    for (std::size_t b = 0; b < table.n_blocks(); ++b) {
      const double residual = 0.2 * draw_standard_normal(random);
      table.frac[t][b] = level_to_frac(truth.block[b] + truth.month[t] + residual);
    }
  }
  return table;
}

/// Mean and variance of a normal number below 0, by summing over a fine grid.
std::pair<double, double> integrate_below_zero(double mean, double sd) {
  double weight = 0, first = 0, second = 0;
  const double step = sd / 2000;
  for (double x = -step / 2; x > mean - 10 * sd - 1; x -= step) {
    const double density = std::exp(-(x - mean) * (x - mean) / (2 * sd * sd));
    weight += density;
    first += density * x;
    second += density * x * x;
  }
  first /= weight;
  return {first, second / weight - first * first};
}

/// Logarithm of the likelihood of one month's fractions at a level of the month.
double get_log_likelihood(const FloodTable& table, const TobitFit& fit, std::size_t t,
                          double level) {
  double total = 0;
  for (std::size_t b = 0; b < table.n_blocks(); ++b) {
    const double mean = fit.block_level[b] + level, root = std::sqrt(table.frac[t][b]);
    const double z = (root - mean) / fit.residual_sd;
    total += root > 0 ? -z * z / 2 : std::log(std::erfc(mean / fit.residual_sd / std::sqrt(2)) / 2);
  }
  return total;
}

}  // namespace

TEST_CASE("what is expected of a dry block is the integral over all that it may be") {
  DrawnLevels truth;
  const FloodTable table = draw_tobit_table(truth);
  const TobitFit fit = fit_tobit(table);
  int n_dry = 0;
  for (std::size_t b = 0; b < table.n_blocks() && n_dry < 20; ++b) {
    if (table.frac[4][b] > 0) continue;
    ++n_dry;
    const double level = fit.block_level[b] + fit.month_level[4];
    const auto [mean, variance] = integrate_below_zero(level, fit.residual_sd);
    CHECK(level + fit.residual[4][b] * fit.residual_sd == Approx(mean).margin(1e-4));
    const double p_dry = std::erfc(level / fit.residual_sd / std::sqrt(2)) / 2;
    CHECK(1 - fit.known_frac[4][b] ==
          Approx(p_dry * variance / (fit.residual_sd * fit.residual_sd)).margin(1e-3));
  }
  CHECK(n_dry == 20);
}

TEST_CASE("the level of a month is the likeliest, given the levels of blocks") {
  DrawnLevels truth;
  const FloodTable table = draw_tobit_table(truth);
  const TobitFit fit = fit_tobit(table);
  for (std::size_t t = 0; t < fit.months.size(); ++t) {
    const double best = get_log_likelihood(table, fit, t, fit.month_level[t]);
    CHECK(best > get_log_likelihood(table, fit, t, fit.month_level[t] - 0.01));
    CHECK(best > get_log_likelihood(table, fit, t, fit.month_level[t] + 0.01));
  }
}

TEST_CASE("a level becomes a fraction between 0 and 1") {
  CHECK(level_to_frac(-0.5) == 0);
  CHECK(level_to_frac(0) == 0);
  CHECK(level_to_frac(0.5) == 0.25);
  CHECK(level_to_frac(1.5) == 1);
}

TEST_CASE("levels and spreads of drawn floods are found again, half of the blocks being dry") {
  DrawnLevels truth;
  const FloodTable table = draw_tobit_table(truth);
  const TobitFit fit = fit_tobit(table);
  REQUIRE(fit.months.size() == truth.month.size());
  CHECK(fit.residual_sd == Approx(0.2).epsilon(0.06));
  CHECK(fit.block_sd == Approx(0.25).epsilon(0.15));
  double squared = 0, mean = 0;
  for (const double level : truth.block) mean += level / 144;
  for (std::size_t t = 0; t < truth.month.size(); ++t) {
    CHECK(fit.month_level[t] == Approx(truth.month[t] + mean).margin(0.06));
  }
  for (std::size_t b = 0; b < truth.block.size(); ++b) {
    const double off = fit.block_level[b] - (truth.block[b] - mean);
    squared += off * off / 144;
  }
  CHECK(std::sqrt(squared) < 0.12);
}

TEST_CASE("residuals of wet blocks are exact, those of dry ones are below and less known") {
  DrawnLevels truth;
  const FloodTable table = draw_tobit_table(truth);
  const TobitFit fit = fit_tobit(table);
  for (std::size_t b = 0; b < table.n_blocks(); ++b) {
    const double level = fit.block_level[b] + fit.month_level[3];
    const double root = std::sqrt(table.frac[3][b]);
    const double residual = fit.residual[3][b] * fit.residual_sd;
    if (root > 0) CHECK(residual == Approx(root - level));
    if (root == 0) CHECK(level + residual < 0);
    CHECK(fit.known_frac[3][b] > 0);
    CHECK(fit.known_frac[3][b] <= 1);
  }
}

TEST_CASE("without dry blocks the fit is that of plain averages") {
  FloodTable table = make_august_table(make_grid_blocks(2, 10), 2);
  table.frac = {{0.16, 0.25, 0.36, 0.49}, {0.09, 0.25, 0.36, 0.64}};
  const TobitFit fit = fit_tobit(table);
  CHECK(fit.month_level[0] == Approx(0.55));
  CHECK(fit.month_level[1] == Approx(0.55));
  CHECK(fit.block_raw[0] == Approx(0.35 - 0.55));
  CHECK(fit.block_raw[3] == Approx(0.75 - 0.55));
  CHECK(std::abs(fit.block_level[0]) < std::abs(fit.block_raw[0]));
}

TEST_CASE("months without any flood have no level, and a table of them none to learn from") {
  FloodTable table = make_august_table(make_grid_blocks(2, 10), 2);
  table.frac[1] = {0.1, 0, 0.2, 0};
  CHECK(fit_tobit(table).months == std::vector<YearMonth>{{2002, 8}});
  table.frac[1] = {0, 0, 0, 0};
  CHECK_THROWS_AS(fit_tobit(table), DataError);
  CHECK_THROWS_WITH(fit_tobit(table), Catch::Contains("no month of the hazard table has a flood"));
}

TEST_CASE("a block that is not observed takes no part in the fit") {
  FloodTable table = make_august_table(make_grid_blocks(2, 10), 2);
  table.frac = {{0.16, 0.25, 0.36, 0.49}, {0.09, 0.25, 0.36, 0.64}};
  table.blocks[1].observed = false;
  CHECK(fit_tobit(table).blocks == std::vector<std::size_t>{0, 2, 3});
}
