// The data of compare.html; tests/planner/compare_command_test.cpp writes the page, and
// scripts/check-report opens it in a browser.
#include "planner/compare/comparison_page.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "planner/compare/page_areas.h"
#include "planner/compare/page_tables.h"

using namespace pahunch;

namespace {

constexpr const char* kRowsHead =
    "id,name,district,subdivision,block,women,rural_women,lon,lat,min_plan,band_plan,centre_plan\n";
constexpr const char* kCentresHead = "id,name,lon,lat,open_plan\n";

RunSide make_side(const std::string& rows, const std::string& centres) {
  RunSide side;
  side.set = "plan";
  side.manifest.working_crs = "EPSG:32645";
  side.manifest.scenario.travel.bands_min = {30, 60};
  side.manifest.scenario.max_minutes = 60;
  std::istringstream rows_in(kRowsHead + rows), centres_in(kCentresHead + centres);
  side.rows = read_run_rows(rows_in, "settlements.csv", "plan");
  side.centres = read_run_centres(centres_in, "centres.csv", "plan");
  return side;
}

/// Settlement b loses its centre, c gains one, d moves from one district to the other.
const RunSide& first_side() {
  static const RunSide kSide = make_side(
      "a,A,D,S,P,10,5,85,25,30,0-30,X\nb,B,D,S,P,20,10,85,25,60,30-60,X\n"
      "c,C,D,S,Q,1,1,85,25,,,\nd,Dd,E,S,P,4,4,85,25,70,over 60,Y\n",
      "X,,85,25,1\nY,,85,25,1\n");
  return kSide;
}
const RunSide& second_side() {
  static const RunSide kSide = make_side(
      "a,A,D,S,P,10,5,85,25,30,0-30,X\nb,B,D,S,P,20,10,85,25,61,over 60,X\n"
      "c,C,D,S,Q,1,1,85,25,60,30-60,X\nd,Dd,D,S,Q,4,4,85,25,70,over 60,X\n",
      "X,,85,25,1\nY,,85.5,25,1\n");
  return kSide;
}

std::vector<Cell> cells_of(const Table& table, const std::string& name) {
  const auto column = std::ranges::find(table.columns, name, &Column::name);
  REQUIRE(column != table.columns.end());
  std::vector<Cell> cells;
  for (const auto& row : table.rows) {
    cells.push_back(row[static_cast<std::size_t>(column - table.columns.begin())]);
  }
  return cells;
}

Cell text(const char* words) { return std::string(words); }
Cell number(std::int64_t value) { return value; }

}  // namespace

TEST_CASE("who gains and who loses is counted apart, and adds up to the change") {
  const auto limits = compare_limits(first_side().rows, second_side().rows, {30, 60});
  CHECK(limits[1].gained == 1);
  CHECK(limits[1].lost == 20);
  CHECK(limits[1].rural_lost == 10);
  for (const ComparedLimit& limit : limits) {
    CHECK(limit.after - limit.before == limit.gained - limit.lost);
    CHECK(limit.rural_after - limit.rural_before == limit.rural_gained - limit.rural_lost);
  }
}

TEST_CASE("women that one run counts more are gained, and settlements it lacks are lost") {
  const auto before = make_side("a,A,D,S,P,10,5,85,25,30,,X\nb,B,D,S,P,7,7,85,25,30,,X\n", "").rows;
  const auto after = make_side("a,A,D,S,P,13,4,85,25,30,,X\n", "").rows;
  const auto limits = compare_limits(before, after, {60});
  CHECK(limits[0].gained == 3);
  CHECK(limits[0].lost == 7);
  CHECK(limits[0].rural_lost == 8);
}

TEST_CASE("settlements on the page have the bands of both runs") {
  const Comparison comparison = compare_sides(first_side(), second_side());
  const Table table = make_page_settlements(comparison, Projection("EPSG:32645"));
  using Cells = std::vector<Cell>;
  CHECK(cells_of(table, "band_before") ==
        Cells{text("0-30"), text("30-60"), text("unreachable"), text("over 60")});
  CHECK(cells_of(table, "band_after") ==
        Cells{text("0-30"), text("over 60"), text("30-60"), text("over 60")});
  CHECK(table.geometry.size() == 4);
}

TEST_CASE("a settlement of one run has no band in the other") {
  const RunSide none = make_side("", "");
  const Comparison comparison = compare_sides(none, second_side());
  const Table table = make_page_settlements(comparison, Projection("EPSG:32645"));
  CHECK(cells_of(table, "band_before").front() == Cell());
  CHECK(cells_of(table, "band_after").front() == text("0-30"));
}

TEST_CASE("a centre that moved stands on the page where it was and where it is") {
  const Comparison comparison = compare_sides(first_side(), second_side());
  const Table table = make_page_centres(comparison, Projection("EPSG:32645"));
  CHECK(cells_of(table, "change") ==
        std::vector<Cell>{text("as before"), text("moved from"), text("moved")});
  CHECK(cells_of(table, "open_before") == std::vector<Cell>{number(1), number(1), number(0)});
  CHECK(cells_of(table, "open_after") == std::vector<Cell>{number(1), number(0), number(1)});
  CHECK(std::get<Xy>(table.geometry[1]).x_m < std::get<Xy>(table.geometry[2]).x_m);
}

TEST_CASE("areas on the page are named, and settlements lie in those of the second run") {
  const Comparison comparison = compare_sides(first_side(), second_side());
  const PageAreas areas = make_page_areas(comparison, Projection("EPSG:32645"));
  CHECK(cells_of(areas.districts, "name") == std::vector<Cell>{text("D"), text("E")});
  CHECK(cells_of(areas.blocks, "name") == std::vector<Cell>{text("P"), text("Q"), text("P")});
  CHECK(cells_of(areas.districts, "women_60_lost") == std::vector<Cell>{number(20), number(0)});
  CHECK(areas.settlement_blocks == TableRows{0, 0, 1, 1});
  CHECK(areas.settlement_districts == TableRows{0, 0, 0, 0});
  CHECK(areas.block_districts == TableRows{0, 0, 1});
}

TEST_CASE("runs without districts and blocks have none on the page") {
  const RunSide side = make_side("a,A,,,,10,5,85,25,30,0-30,X\n", "X,,85,25,1\n");
  const Comparison comparison = compare_sides(side, side);
  const PageAreas areas = make_page_areas(comparison, Projection("EPSG:32645"));
  CHECK(areas.districts.rows.empty());
  CHECK(areas.blocks.rows.empty());
  CHECK(areas.settlement_blocks == TableRows{std::nullopt});
  CHECK(make_comparison_page(comparison).head["tables"]["blocks"]["rows"] == 0);
}

TEST_CASE("the page holds compare.json, and how to make both runs again") {
  const Comparison comparison = compare_sides(first_side(), second_side());
  const auto head = make_comparison_page(comparison).head;
  CHECK(head["comparison"] == PagePack::Json::parse(comparison_json(comparison)));
  CHECK(head["comparison"]["limit_min"] == 60);
  CHECK(head["bands"].size() == 4);
  REQUIRE(head["sides"].size() == 2);
  CHECK(head["sides"][1]["set"] == "plan");
}

TEST_CASE("what is modelled in either run is said of both") {
  RunSide before = make_side("", ""), after = make_side("", "");
  before.manifest.notice = "Modelled: roads.";
  before.manifest.attribution = {"A", "B"};
  after.manifest.attribution = {"B"};
  const Comparison comparison = compare_sides(before, after);
  CHECK(comparison_notice(comparison) == "Modelled: roads.");
  CHECK(comparison_attribution(comparison) == std::vector<std::string>{"B", "A"});
  after.manifest.notice = before.manifest.notice;
  CHECK(comparison_notice(comparison) == "Modelled: roads.");
  after.manifest.notice = "Modelled: all.";
  CHECK(comparison_notice(comparison) == "Modelled: all. Modelled: roads.");
}
