#include "sim/flood/flood_table.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/sim/flood/flood_cases.h"
#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// Two blocks, A with a river through its middle, and two months out of order.
Dataset make_flood_dataset() {
  Dataset dataset;
  dataset.blocks = areas(AreaLevel::kBlock, {"0 0, 2000 0, 2000 2000, 0 2000",
                                             "10000 0, 12000 0, 12000 2000, 10000 2000"});
  dataset.barriers.barriers = {{"river", BarrierKind::kRiver, line("1000 -9000, 1000 9000")},
                               {"railway", BarrierKind::kRailway, line("11000 -9000, 11000 9000")}};
  dataset.hazard = HazardLayer{
      .modelled = false, .months = {"2022-07", "2021-08"}, .inundated_frac = {}, .estimated = {}};
  dataset.hazard->inundated_frac = IdxVector<AreaIdx, std::vector<double>>(
      std::vector<std::vector<double>>{{0.1, 0.2}, {0.3, 0.4}});
  return dataset;
}

}  // namespace

TEST_CASE("a flood table has months in order, places inside blocks and distances to rivers") {
  const FloodTable table = make_flood_table(make_flood_dataset());
  CHECK(table.months == std::vector<YearMonth>{{2021, 8}, {2022, 7}});
  CHECK(table.frac == std::vector<std::vector<double>>{{0.2, 0.4}, {0.1, 0.3}});
  CHECK(table.years() == std::vector<int>{2021, 2022});
  CHECK(table.blocks[0].river_km == Approx(0).margin(1e-9));
  CHECK(table.blocks[1].river_km == Approx(10).margin(1));
  CHECK(table.blocks[1].observed);
}

TEST_CASE("an estimated or missing row is no observation") {
  Dataset dataset = make_flood_dataset();
  dataset.hazard->estimated = IdxVector<AreaIdx, bool>(2, false);
  dataset.hazard->estimated[AreaIdx(0)] = true;
  const FloodTable guessed = make_flood_table(dataset);
  CHECK_FALSE(guessed.blocks[0].observed);
  CHECK(guessed.frac[0][0] == 0.2);
  dataset.hazard->inundated_frac[AreaIdx(0)].clear();
  CHECK(make_flood_table(dataset).frac[0][0] == 0);
}

TEST_CASE("a year is left out or kept alone") {
  const FloodTable table = make_flood_table(make_flood_dataset());
  CHECK(drop_year(table, 2021).months == std::vector<YearMonth>{{2022, 7}});
  CHECK(keep_year(table, 2021).frac == std::vector<std::vector<double>>{{0.2, 0.4}});
  CHECK(keep_year(table, 1999).months.empty());
}

TEST_CASE("flood tables that cannot be used are refused") {
  Dataset dataset = make_flood_dataset();
  dataset.hazard->months[1] = "2022-07";
  CHECK_THROWS_WITH(make_flood_table(dataset), Contains("month 2022-07 is there twice"));
  dataset.hazard->months[1] = "2022-13";
  CHECK_THROWS_WITH(make_flood_table(dataset), Contains("'2022-13' is not a month"));
  dataset = make_flood_dataset();
  dataset.hazard->inundated_frac[AreaIdx(1)][0] = 1.5;
  CHECK_THROWS_WITH(make_flood_table(dataset),
                    Contains("1.5 is not between 0 and 1") && Contains("block 'B', 2022-07"));
  dataset.hazard->inundated_frac = IdxVector<AreaIdx, std::vector<double>>(2);
  CHECK_THROWS_WITH(make_flood_table(dataset), Contains("observed no block"));
  dataset.hazard.reset();
  CHECK_THROWS_AS(make_flood_table(dataset), DataError);
  CHECK_THROWS_WITH(make_flood_table(dataset), Contains("no hazard layer"));
}

TEST_CASE("a block without surface has no flood") {
  Dataset dataset = make_flood_dataset();
  dataset.blocks.areas[AreaIdx(1)].shape = shape("0 0, 1 0, 2 0");
  CHECK_THROWS_WITH(make_flood_table(dataset), Contains("block 'B' has no surface"));
}

TEST_CASE("the bundled table shows four monsoons and leaves four months of the calendar unseen") {
  const FloodTable& table = get_bundled_floods();
  CHECK(table.n_blocks() == 534);
  CHECK(table.years() == std::vector<int>{2021, 2022, 2023, 2024});
  int n_observed = 0;
  for (const FloodBlock& block : table.blocks) n_observed += block.observed ? 1 : 0;
  CHECK(n_observed == 533);
  std::vector<int> count(kMonths);
  for (const YearMonth& month : table.months) ++count[static_cast<std::size_t>(month.month - 1)];
  CHECK(count == std::vector<int>{0, 1, 0, 0, 1, 1, 3, 4, 4, 3, 1, 0});
}
