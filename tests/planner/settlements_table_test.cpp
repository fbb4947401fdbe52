#include <catch2/catch.hpp>

#include "planner/tables/run_tables.h"
#include "tests/support/drawn_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Table table_of(const DrawnStudy& drawn) {
  const CoverageResult coverage = drawn.coverage();
  const CentreChecks checks = check_centres(*drawn.model());
  return make_settlements_table({drawn.study, coverage, checks});
}

void check_minutes(const Table& table, const std::string& name,
                   const std::vector<std::optional<double>>& expected) {
  const auto minutes = cells<double>(table, name);
  REQUIRE(minutes.size() == expected.size());
  for (std::size_t row = 0; row < expected.size(); ++row) {
    INFO(name << " of row " << row);
    REQUIRE(minutes[row].has_value() == expected[row].has_value());
    if (expected[row]) CHECK(*minutes[row] == Approx(*expected[row]));
  }
}

}  // namespace

TEST_CASE("a settlement stands with its areas and its women") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  require_sound(table);
  CHECK(table.name == "settlements");
  CHECK(texts(table, "id") == Texts{"S1", "S2", "S3", "S4"});
  CHECK(texts(table, "district") == Texts{"West", "West", "East", "East"});
  CHECK(texts(table, "subdivision") == Texts{"", "", "", ""});
  CHECK(texts(table, "block") == Texts{"Sonpur", "Sonpur", "Maner", "Fatuha"});
  CHECK(counts(table, "women") == Counts{100, 50, 30, 20});
  CHECK(counts(table, "rural_women") == Counts{80, 0, 30, 20});
}

TEST_CASE("minutes, bands and statuses of a settlement agree under each set") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  check_minutes(table, "min_baseline", {0, 40.0 / 60, 80.0 / 60, std::nullopt});
  check_minutes(table, "min_plan", {0, 40.0 / 60, 0, std::nullopt});
  const auto bands = texts(table, "band_baseline");
  CHECK(bands[1] != bands[2]);
  CHECK(bands[0] == texts(table, "band_plan")[2]);
  CHECK(texts(table, "status_plan") == Texts{"reached", "reached", "reached", "off-network"});
}

TEST_CASE("a settlement goes to the nearest centre, the smaller id on a tie") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  CHECK(texts(table, "centre_baseline") == Texts{"C1", "C1", "C1", std::nullopt});
  CHECK(texts(table, "centre_plan") == Texts{"C1", "C1", "C2", std::nullopt});
}

TEST_CASE("the legs of a settlement add up to its minutes") {
  DrawnStudy drawn;
  // 100 m beside B: 100 s off the road, then 40 s by road.
  drawn.settlement(1).at = drawn.study.places[1] = {400, 100};
  drawn.study.scenario.travel.bands_min = {1, 5};
  const Table table = table_of(drawn);
  CHECK(*cells<double>(table, "min_baseline")[1] == Approx(140.0 / 60));
  CHECK(*cells<double>(table, "wait_min_baseline")[1] == Approx(0));
  CHECK(*cells<double>(table, "access_min_baseline")[1] == Approx(100.0 / 60));
  CHECK(*cells<double>(table, "road_min_baseline")[1] == Approx(40.0 / 60));
  CHECK(*cells<double>(table, "egress_min_baseline")[1] == Approx(0));
  CHECK(*cells<double>(table, "access_m_baseline")[1] == Approx(100));
  CHECK(*cells<double>(table, "road_km_baseline")[1] == Approx(0.4));
  CHECK(texts(table, "mode_baseline")[1] == "main");
}

TEST_CASE("a settlement without a way has empty cells") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  for (const std::string column : {"min_plan", "access_min_plan", "road_km_plan", "gain_min"}) {
    CHECK_FALSE(cells<double>(table, column)[3]);
  }
  CHECK_FALSE(texts(table, "mode_plan")[3]);
  CHECK(texts(table, "band_plan")[3] != texts(table, "band_plan")[2]);
}

TEST_CASE("the gain is what the last set saves over the first") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  check_minutes(table, "gain_min", {0, 0, 80.0 / 60, std::nullopt});
  CHECK(counts(table, "newly_covered") == Counts{0, 0, 1, 0});
}

TEST_CASE("a set in the middle has a gain of its own, named after it") {
  DrawnStudy drawn;
  drawn.study.sets.insert(drawn.study.sets.begin() + 1, {"half", {CentreIdx(1)}});
  const Table table = table_of(drawn);
  check_minutes(table, "gain_min_half", {-80.0 / 60, 0, 80.0 / 60, std::nullopt});
  CHECK(counts(table, "newly_covered_half") == Counts{0, 0, 1, 0});
  CHECK(counts(table, "newly_covered") == Counts{0, 0, 1, 0});
}

TEST_CASE("in public nothing is told of the way to a centre but its minutes") {
  DrawnStudy drawn;
  drawn.study.scenario.privacy.is_public = true;
  const Table table = table_of(drawn);
  for (const std::string column : {"road_min_plan", "egress_min_plan", "road_km_plan"}) {
    INFO(column);
    CHECK_FALSE(cells<double>(table, column)[1]);
  }
  CHECK(*cells<double>(table, "min_plan")[1] == Approx(40.0 / 60));
  CHECK(cells<double>(table, "access_min_plan")[1]);
}

TEST_CASE("one set alone has no gain") {
  DrawnStudy drawn;
  drawn.study.sets.pop_back();
  const Table table = table_of(drawn);
  CHECK_THROWS(column_of(table, "gain_min"));
  CHECK_THROWS(column_of(table, "newly_covered"));
}

TEST_CASE("each settlement is a point, and its degrees are those of the point") {
  const DrawnStudy drawn;
  const Table table = table_of(drawn);
  CHECK(table.geometry_type == GeometryType::kPoint);
  CHECK(std::get<Xy>(table.geometry[1]) == drawn.at('B'));
  const LonLat at = drawn.study.projection->to_lon_lat(drawn.at('B'));
  CHECK(*cells<double>(table, "lon")[1] == Approx(at.lon));
  CHECK(*cells<double>(table, "lat")[1] == Approx(at.lat).margin(1e-9));
}

TEST_CASE("a table says in each row whether modelled layers went into it") {
  DrawnStudy drawn;
  CHECK(counts(table_of(drawn), "modelled") == Counts{0, 0, 0, 0});
  drawn.study.dataset.modelled_layers = {"roads", "block"};
  const Table table = table_of(drawn);
  CHECK(counts(table, "modelled") == Counts{1, 1, 1, 1});
  CHECK_THAT(table.columns[column_of(table, "modelled")].meaning, Catch::Contains("roads, block"));
}

TEST_CASE("at most twelve columns go into the GeoJSON, with any number of sets") {
  DrawnStudy drawn;
  for (const std::string name : {"a", "b", "c"}) {
    drawn.study.sets.insert(drawn.study.sets.begin() + 1, {name, {CentreIdx(1)}});
  }
  CHECK_NOTHROW(require_sound(table_of(drawn)));
}
