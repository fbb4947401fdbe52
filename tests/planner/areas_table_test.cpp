#include <algorithm>
#include <catch2/catch.hpp>

#include "planner/tables/run_tables.h"
#include "tests/support/drawn_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Table area_table_of(const DrawnStudy& drawn, AreaLevel level) {
  const CoverageResult coverage = drawn.coverage();
  const CentreChecks checks = check_centres(*drawn.model());
  return make_areas_table({drawn.study, coverage, checks}, level);
}

std::vector<double> reals(const Table& table, const std::string& name) {
  std::vector<double> values;
  for (const auto& value : cells<double>(table, name)) values.push_back(value.value_or(-1));
  return values;
}

}  // namespace

TEST_CASE("blocks stand with their district and their totals") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  require_sound(table);
  CHECK(table.name == "blocks");
  CHECK(texts(table, "id") == Texts{"B1", "B2", "B3"});
  CHECK(texts(table, "parent") == Texts{"West", "East", "East"});
  CHECK(counts(table, "settlements") == Counts{2, 1, 1});
  CHECK(counts(table, "women") == Counts{150, 30, 20});
  CHECK(counts(table, "rural_women") == Counts{80, 30, 20});
}

TEST_CASE("with three sets the map still carries no more columns than it may") {
  DrawnStudy drawn;
  drawn.study.sets.push_back({"third", {CentreIdx(0), CentreIdx(1), CentreIdx(2)}});
  for (const AreaLevel level : {AreaLevel::kBlock, AreaLevel::kDistrict}) {
    const Table table = area_table_of(drawn, level);
    require_sound(table);
    const auto shown = [&](const std::string& name) {
      return std::ranges::find(table.columns, name, &Column::name)->in_geojson;
    };
    CHECK(shown("pct_1_baseline"));
    CHECK_FALSE(shown("pct_1_plan"));
    CHECK(shown("pct_1_third"));
  }
}

TEST_CASE("the bands of a block, with those who have no way, are all of its women") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  CHECK(counts(table, "women_0_0.5_baseline") == Counts{100, 0, 0});
  CHECK(counts(table, "women_0.5_1_baseline") == Counts{50, 0, 0});
  CHECK(counts(table, "women_1_2_baseline") == Counts{0, 30, 0});
  CHECK(counts(table, "women_over_2_baseline") == Counts{0, 0, 0});
  CHECK(counts(table, "off_network_baseline") == Counts{0, 0, 20});
  CHECK(counts(table, "rural_0_0.5_plan") == Counts{80, 30, 0});
}

TEST_CASE("the ledger of a district parts at the largest limit") {
  DrawnStudy drawn;
  drawn.study.scenario.travel.bands_min = {0.5, 1};
  const Table table = area_table_of(drawn, AreaLevel::kDistrict);
  CHECK(counts(table, "reached_baseline") == Counts{150, 0});
  CHECK(counts(table, "beyond_baseline") == Counts{0, 30});
  CHECK(counts(table, "off_network_baseline") == Counts{0, 20});
  CHECK(counts(table, "no_service_baseline") == Counts{0, 0});
  CHECK(counts(table, "cut_off_baseline") == Counts{0, 0});
}

TEST_CASE("a district has no parent and no hot spots") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kDistrict);
  CHECK(table.name == "districts");
  CHECK_THROWS(column_of(table, "parent"));
  CHECK_THROWS(column_of(table, "gi_z_plan"));
}

TEST_CASE("the share within the limit is of all women there") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kDistrict);
  CHECK(reals(table, "pct_1_baseline") == std::vector<double>{100, 0});
  CHECK(reals(table, "pct_1_plan")[1] == Approx(60));
}

TEST_CASE("an area without women has no share") {
  DrawnStudy drawn;
  drawn.settlement(3).women = drawn.settlement(3).rural_women = 0;
  CHECK_FALSE(cells<double>(area_table_of(drawn, AreaLevel::kBlock), "pct_1_plan")[2]);
}

TEST_CASE("the times of an area are over the women who have one") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kDistrict);
  CHECK(reals(table, "mean_min_baseline")[0] == Approx(50 * 40.0 / 150 / 60));
  CHECK(reals(table, "median_min_baseline")[0] == Approx(0));
  CHECK(reals(table, "p90_min_baseline")[0] == Approx(40.0 / 60));
  CHECK(reals(table, "median_min_baseline")[1] == Approx(80.0 / 60));
  CHECK_FALSE(cells<double>(area_table_of(drawn, AreaLevel::kBlock), "median_min_plan")[2]);
}

TEST_CASE("women who go to another district are counted where they live") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kDistrict);
  CHECK(counts(table, "across_border_baseline") == Counts{0, 30});
  CHECK(counts(table, "across_border_plan") == Counts{0, 0});
}

TEST_CASE("what the last set changes is at the headline's limit") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  CHECK(counts(table, "newly_covered") == Counts{0, 30, 0});
  CHECK(counts(table, "still_beyond") == Counts{0, 0, 20});
  CHECK(counts(table, "lost") == Counts{0, 0, 0});
  CHECK(counts(table, "rural_newly_covered") == Counts{0, 30, 0});
  CHECK(counts(table, "rural_still_beyond") == Counts{0, 0, 20});
}

TEST_CASE("with a later set that closes a centre, women are lost") {
  DrawnStudy drawn;
  drawn.study.sets[1].open = {CentreIdx(1)};
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  // S1 is 80 s from C2, S2 40 s.
  CHECK(counts(table, "lost") == Counts{100, 0, 0});
}

TEST_CASE("one set alone has no change") {
  DrawnStudy drawn;
  drawn.study.sets.pop_back();
  CHECK_THROWS(column_of(area_table_of(drawn, AreaLevel::kBlock), "newly_covered"));
}

TEST_CASE("a level that the dataset lacks has no rows") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kSubdivision);
  CHECK(table.name == "subdivisions");
  CHECK(table.rows.empty());
  CHECK(table.geometry.empty());
}

TEST_CASE("an area is drawn with its shape") {
  const DrawnStudy drawn;
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  CHECK(table.geometry_type == GeometryType::kPolygon);
  CHECK(std::get<MultiPolygon>(table.geometry[1]).front().outer.front() == Xy{600, -100});
}

TEST_CASE("a block where nobody has a time has no hot spot score") {
  DrawnStudy drawn;
  drawn.study.scenario.permutations = 9;
  const Table table = area_table_of(drawn, AreaLevel::kBlock);
  const auto z = cells<double>(table, "gi_z_baseline");
  CHECK_FALSE(z[2]);
  CHECK_FALSE(cells<double>(table, "gi_p_baseline")[2]);
}
