// The flood model against years that it has not seen; the figures are those of the bundled table.
#include "sim/flood/leave_one_year_out.h"

#include <catch2/catch.hpp>

#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const FloodTrials kTrials{.seed = 7, .n_draws = 60, .n_years = 5};

const std::vector<LeftOutRow>& get_bundled_rows() {
  static const auto rows =
      leave_one_year_out(get_bundled_floods(), get_bundled_prior().flood, kTrials);
  return rows;
}

}  // namespace

TEST_CASE("no year that was left out lies beyond what the model draws") {
  CHECK(get_bundled_rows().size() == 16);
  for (const LeftOutRow& row : get_bundled_rows()) {
    CAPTURE(row.year, to_string(row.statistic), row.model.percentile);
    CHECK(row.model.percentile > 0.05);
    CHECK(row.model.percentile < 0.95);
    CHECK(row.model.low < row.observed);
    CHECK(row.model.high > row.observed);
  }
}

TEST_CASE("drawing observed years again cannot make a year like 2021, and scores worse over all") {
  double model = 0, resampled = 0;
  for (const LeftOutRow& row : get_bundled_rows()) {
    model += row.model.crps;
    resampled += row.resampled.crps;
    if (row.year == 2021) CHECK(row.resampled.percentile == 1);
    if (row.year == 2021) CHECK(row.model.crps < row.resampled.crps);
  }
  CHECK(model < resampled);
}

TEST_CASE("August 2021 does not lie beyond the simulated 99%, known or left out") {
  const YearMonth august{2021, 8};
  const FloodTable& table = get_bundled_floods();
  const MonthRank known = rank_month(table, get_bundled_fit(), august, kTrials);
  CHECK(known.wet_share == Approx(0.51).margin(0.005));
  CHECK(known.flooded_share == Approx(0.25).margin(0.005));
  const FloodFit fit = fit_floods(drop_year(table, 2021), get_bundled_prior().flood);
  for (const MonthRank& rank : {known, rank_month(table, fit, august, kTrials)}) {
    CHECK(rank.p_wet > 0.01);
    CHECK(rank.p_wet < 0.5);
    CHECK(rank.p_flooded > 0.01);
    CHECK(rank.p_flooded < 0.5);
  }
}

TEST_CASE("the rows print as a table with the mean scores at its end") {
  const std::string text = format_left_out(get_bundled_rows());
  CHECK_THAT(text, Contains("| 2021 | share >5%, worst month | 0.512 |"));
  CHECK_THAT(text, Contains("| all | mean |"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 19);
}

TEST_CASE("a year is compared over the months that others show, by hand") {
  FloodTable table = make_august_table(make_grid_blocks(4, 15), 3);
  for (std::size_t b = 0; b < 16; ++b) {
    table.frac[0][b] = b < 4 ? 0.1 : 0;
    table.frac[1][b] = b < 8 ? 0.1 : 0;
    table.frac[2][b] = b < 12 ? 0.3 : 0;
  }
  const auto rows = leave_one_year_out(table, {}, {.seed = 1, .n_draws = 10, .n_years = 2});
  REQUIRE(rows.size() == 12);
  CHECK(rows[4].year == 2002);
  CHECK(rows[4].observed == 0.5);
  CHECK(rows[4].resampled.percentile == 0.5);
  CHECK(rows[4].resampled.crps == Approx(0.25 - 0.5 * 0.25));
}

TEST_CASE("a year without a month in common with others is not compared") {
  FloodTable table = make_august_table(make_grid_blocks(3, 15), 2);
  for (auto& frac : table.frac) frac.assign(9, 0.1);
  table.frac[0][2] = 0;
  table.months[1].month = 9;
  CHECK(leave_one_year_out(table, {}, {.seed = 1, .n_draws = 2, .n_years = 1}).empty());
}

TEST_CASE("years drawn from a model fall anywhere in what a fit to the others draws") {
  // Eight years of one August each, from known parameters.
  FloodTable table = make_august_table(make_grid_blocks(7, 15), 8);
  FloodTheta theta;
  theta.block_level.assign(49, 0.1);
  theta.residual_sd = 0.15;
  theta.year_sd = 0.2;
  const FieldLattice lattice(get_places(table.blocks));
  const FloodSampler sampler(table.blocks, lattice, theta);
  for (std::size_t t = 0; t < 8; ++t) {
    const FloodYear year = sampler.draw(21, t);
    table.frac[t].assign(year.month(7).begin(), year.month(7).end());
  }
  double sum = 0, n = 0;
  for (const LeftOutRow& row :
       leave_one_year_out(table, {}, {.seed = 1, .n_draws = 20, .n_years = 3})) {
    if (row.statistic != FloodStatistic::kWorstWetShare) continue;
    sum += row.model.percentile;
    n += 1;
  }
  CHECK(n == 8);
  CHECK(sum / n == Approx(0.5).margin(0.25));  // 2.5 standard errors of eight uniform numbers
}

TEST_CASE("trials repeat themselves, and change with the seed") {
  const FloodTable& table = get_bundled_floods();
  const FloodTrials few{.seed = 3, .n_draws = 4, .n_years = 2};
  const MonthRank a = rank_month(table, get_bundled_fit(), {2022, 8}, few);
  const MonthRank b = rank_month(table, get_bundled_fit(), {2022, 8}, few);
  CHECK(a.p_wet == b.p_wet);
  CHECK(a.p_wet * 8 == Approx(std::round(a.p_wet * 8)));
  CHECK(a.month == YearMonth{2022, 8});
}
