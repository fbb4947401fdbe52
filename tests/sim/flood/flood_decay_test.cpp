#include "sim/flood/flood_decay.h"

#include <catch2/catch.hpp>

#include "sim/flood/flood_sampler.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Augusts drawn with this range from years of the sampler; about half of the blocks dry.
FloodTable draw_field_table(double range_km, std::size_t n_years) {
  FloodTable table = make_august_table(make_grid_blocks(20, 12), n_years);
  FloodTheta theta;
  theta.block_level.assign(table.n_blocks(), 0.0);
  theta.residual_sd = 0.2;
  theta.range_km = range_km;
  const FieldLattice lattice(get_places(table.blocks));
  const FloodSampler sampler(table.blocks, lattice, theta);
  for (std::size_t t = 0; t < n_years; ++t) {
    const FloodYear year = sampler.draw(11, t);
    table.frac[t].assign(year.month(7).begin(), year.month(7).end());
  }
  return table;
}

/// A fit in which every fraction is known: residuals are what they are said to be.
TobitFit make_known_fit(const std::vector<YearMonth>& months,
                        const std::vector<std::vector<double>>& residual) {
  TobitFit fit;
  fit.months = months;
  fit.residual = residual;
  fit.known_frac.assign(months.size(), std::vector<double>(residual.front().size(), 1));
  for (std::size_t b = 0; b < residual.front().size(); ++b) fit.blocks.push_back(b);
  return fit;
}

}  // namespace

TEST_CASE("the range of drawn fields is found again within its interval") {
  for (const double range_km : {30.0, 60.0}) {
    const FloodTable table = draw_field_table(range_km, 12);
    const FloodDecay decay = fit_decay(table, fit_tobit(table));
    CAPTURE(range_km, decay.range_km.value, decay.range_km.low, decay.range_km.high);
    CHECK(decay.range_km.low < range_km);
    CHECK(decay.range_km.high > range_km);
    CHECK(decay.range_km.value == Approx(range_km).epsilon(0.35));
    CHECK(decay.near_correlation / (1 - decay.offset) == Approx(1).margin(0.15));
    CHECK(decay.offset <= 0);
    CHECK(decay.domain_correlation > 0);
    CHECK(decay.domain_correlation < 0.5);
  }
}

TEST_CASE("a bin is the mean product of the pairs in it") {
  // Three blocks in a row, 4 km apart: two pairs at 4 km and one at 8, all in the first bin.
  FloodTable table = make_august_table(make_grid_blocks(2, 4), 2);
  table.blocks[2].at = {8000, 0};
  table.blocks.pop_back();
  const TobitFit fit = make_known_fit(table.months, {{1, 2, -1}, {0.5, 1, 2}});
  const FloodDecay decay = fit_decay(table, fit);
  REQUIRE(decay.bins.size() == 1);
  CHECK(decay.bins[0].distance_km == Approx(16.0 / 3));
  CHECK(decay.bins[0].correlation == Approx((2 - 1 - 2 + 0.5 + 1 + 2) / 6));
  CHECK(decay.bins[0].known == 6);
}

TEST_CASE("what a dry block does not show is made up for") {
  // One pair, each known by half: 0.25 r + 0.25 r^2 = 0.1 for a product of 0.1.
  FloodTable table = make_august_table(make_grid_blocks(2, 5), 1);
  table.blocks.resize(2);
  TobitFit fit = make_known_fit(table.months, {{0.2, 0.5}});
  fit.known_frac = {{0.5, 0.5}};
  CHECK(fit_decay(table, fit).bins.at(0).correlation == Approx((std::sqrt(2.6) - 1) / 2));
  fit.residual = {{0.5, 1.0}};  // all that a pair with correlation 1 shows
  CHECK(fit_decay(table, fit).bins.at(0).correlation == Approx(1));
}

TEST_CASE("persistence is the correlation of successive months above that of other years") {
  const std::vector<YearMonth> months{{2001, 7}, {2001, 8}, {2002, 7}, {2002, 8}};
  // Within a year 0.5, between years -0.5 on average.
  const TobitFit fit = make_known_fit(months, {{1, 0}, {0.5, 0}, {-1, 0}, {-0.5, 0}});
  const FloodPersistence persistence = fit_persistence(fit);
  // Other years: (-1 - 0.5 - 0.5 - 0.25) / 8; successive: (0.5 + 0.5) / 4.
  CHECK(persistence.other_years == Approx(-0.28125));
  CHECK(persistence.month_to_month.value == Approx((0.25 + 0.28125) / 1.28125));
}

TEST_CASE("the persistence of drawn years is found again") {
  FloodTable table{make_grid_blocks(15, 12), {}, {}};
  FloodTheta theta;
  theta.block_level.assign(table.n_blocks(), 0.1);
  theta.residual_sd = 0.2;
  theta.residual_persistence = 0.5;
  const FieldLattice lattice(get_places(table.blocks));
  const FloodSampler sampler(table.blocks, lattice, theta);
  for (int y = 0; y < 8; ++y) {
    const FloodYear year = sampler.draw(3, static_cast<std::uint64_t>(y));
    for (int m = 6; m < 10; ++m) {
      const FloodMonth month = year.month(static_cast<std::size_t>(m));
      table.months.push_back({2001 + y, m + 1});
      table.frac.emplace_back(month.begin(), month.end());
    }
  }
  CHECK(fit_persistence(fit_tobit(table)).month_to_month.value == Approx(0.5).margin(0.12));
}

TEST_CASE("four years hold the true range in about nine of ten tables", "[.long]") {
  int n_held = 0;
  const int n = 60;
  for (int i = 0; i < n; ++i) {
    FloodTable table{make_grid_blocks(20, 14), {}, {}};
    FloodTheta theta;
    theta.block_level.assign(table.n_blocks(), 0.0);
    theta.residual_sd = 0.2;
    theta.range_km = 50;
    theta.residual_persistence = 0.4;
    const FieldLattice lattice(get_places(table.blocks));
    const FloodSampler sampler(table.blocks, lattice, theta);
    for (int y = 0; y < 4; ++y) {
      const FloodYear year =
          sampler.draw(100 + static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(y));
      for (int m = 6; m < 10; ++m) {
        const FloodMonth month = year.month(static_cast<std::size_t>(m));
        table.months.push_back({2001 + y, m + 1});
        table.frac.emplace_back(month.begin(), month.end());
      }
    }
    const Estimate90 range_km = fit_decay(table, fit_tobit(table)).range_km;
    n_held += range_km.low < 50 && range_km.high > 50 ? 1 : 0;
  }
  WARN("intervals that hold the true range: " << n_held << " of " << n);
  CHECK(n_held >= 45);
}
