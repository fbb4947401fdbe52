#include <catch2/catch.hpp>

#include "planner/privacy/generalise.h"
#include "planner/tables/run_tables.h"
#include "tests/support/drawn_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Table centre_table_of(const DrawnStudy& drawn) {
  const CoverageResult coverage = drawn.coverage();
  const CentreChecks checks = check_centres(*drawn.model());
  return make_centres_table({drawn.study, coverage, checks});
}

}  // namespace

TEST_CASE("all centres are in the table, those that no set opens too") {
  DrawnStudy drawn;
  drawn.centre(1).provenance = "inferred";
  drawn.centre(1).note = "by one report";
  drawn.centre(1).location_error_km = 5;
  const Table table = centre_table_of(drawn);
  require_sound(table);
  CHECK(texts(table, "id") == Texts{"C1", "C2", "C3"});
  CHECK(texts(table, "status") == Texts{"existing", "planned", "candidate"});
  CHECK(texts(table, "district") == Texts{"West", "East", "East"});
  CHECK(texts(table, "provenance")[1] == "inferred");
  CHECK(texts(table, "note")[1] == "by one report");
  CHECK(*cells<double>(table, "location_error_km")[1] == Approx(5));
}

TEST_CASE("a centre is counted in the sets that open it, and has empty cells in others") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  CHECK(counts(table, "open_baseline") == Counts{1, 0, 0});
  CHECK(counts(table, "open_plan") == Counts{1, 1, 0});
  CHECK(counts(table, "women_nearest_baseline") == Counts{180, std::nullopt, std::nullopt});
  CHECK(counts(table, "women_nearest_plan") == Counts{150, 30, std::nullopt});
  CHECK(counts(table, "settlements_plan") == Counts{2, 1, std::nullopt});
}

TEST_CASE("women within the limit of two centres lose nothing when one closes") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  // Within 60 s of C1: S1 and S2; of C2: S2 and S3.
  CHECK(counts(table, "women_within_plan") == Counts{150, 80, std::nullopt});
  CHECK(counts(table, "shared_plan") == Counts{50, 50, std::nullopt});
  CHECK(counts(table, "marginal_plan") == Counts{100, 30, std::nullopt});
  CHECK(texts(table, "overlaps_most_plan") == Texts{"C2", "C1", std::nullopt});
  CHECK(counts(table, "overlap_women_plan") == Counts{50, 50, std::nullopt});
}

TEST_CASE("a centre alone overlaps with none") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  CHECK_FALSE(texts(table, "overlaps_most_baseline")[0]);
  CHECK_FALSE(counts(table, "overlap_women_baseline")[0]);
}

TEST_CASE("the gain of a centre alone is over the first set") {
  const DrawnStudy drawn;
  CHECK(counts(centre_table_of(drawn), "gain_alone_plan") == Counts{0, 30, std::nullopt});
}

TEST_CASE("the minutes of a catchment are over its women") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  CHECK(*cells<double>(table, "mean_min_plan")[0] == Approx(50 * 40.0 / 150 / 60));
  CHECK(*cells<double>(table, "median_min_plan")[0] == Approx(0));
  CHECK(*cells<double>(table, "median_min_baseline")[0] == Approx(0));
  CHECK_FALSE(cells<double>(table, "mean_min_plan")[2]);
}

TEST_CASE("the self-check of each centre stands beside it") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  CHECK(texts(table, "check") == Texts{"ok", "ok", "no usable road near"});
  CHECK(*cells<double>(table, "snap_m")[0] == Approx(0));
  CHECK_FALSE(cells<double>(table, "snap_m")[2]);
}

TEST_CASE("each centre is a point") {
  const DrawnStudy drawn;
  const Table table = centre_table_of(drawn);
  CHECK(table.geometry_type == GeometryType::kPoint);
  CHECK(std::get<Xy>(table.geometry[2]) == drawn.at('D'));
}

TEST_CASE("in public a centre is in the middle of its square, in its columns as on the map") {
  DrawnStudy drawn;
  drawn.study.scenario.privacy.is_public = true;
  const Table table = centre_table_of(drawn);
  const Xy shown = std::get<Xy>(table.geometry[2]);
  CHECK(shown == shown_place(drawn.study.scenario.privacy, drawn.at('D')));
  CHECK_FALSE(shown == drawn.at('D'));
  const LonLat at = drawn.study.projection->to_lon_lat(shown);
  CHECK(*cells<double>(table, "lon")[2] == Approx(at.lon).margin(1e-9));
  CHECK(*cells<double>(table, "lat")[2] == Approx(at.lat).margin(1e-9));
}

TEST_CASE("a limit and an area are named as a person would") {
  const DrawnStudy drawn;
  CHECK(table_name(AreaLevel::kDistrict) == "districts");
  CHECK(area_name(drawn.study.dataset.blocks, AreaIdx(2)) == "Fatuha");
  CHECK(area_name(drawn.study.dataset.blocks, AreaIdx()).empty());
}
