#include "planner/check/check_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/drawn_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

CheckReport report_of(const DrawnStudy& drawn) {
  SilentProgress silent;
  return make_check_report(drawn.study, silent);
}

const Table* find_table(const std::vector<Table>& tables, const std::string& name) {
  for (const Table& table : tables) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

/// Adds a road to the drawn network; in columns of 100 m.
void add_road(DrawnStudy& drawn, const std::string& id, double from, double to, bool bridge) {
  Road road;
  road.id = id;
  road.road_class = "road";
  road.bridge = bridge;
  road.line = {{from * kCell_m, 0}, {to * kCell_m, 0}};
  road.segment_m = {(to - from) * kCell_m};
  drawn.study.dataset.roads.roads.push_back(road);
  drawn.study.network =
      build_network(drawn.study.dataset.roads, *drawn.study.dataset.ground, {}).network;
}

RowLedger make_ledger() {
  RowLedger ledger;
  ledger.layer = "settlements";
  ledger.n_read = 6;
  ledger.n_used = 4;
  ledger.repaired["repeated id"] = 1;
  ledger.left_out["no geometry"] = 2;
  return ledger;
}

}  // namespace

TEST_CASE("check totals the women at each level that the dataset has") {
  DrawnStudy drawn;
  drawn.settlement(2).block = AreaIdx();
  const CheckReport report = report_of(drawn);
  CHECK(report.women == Women{200, 130});
  REQUIRE(report.levels.size() == 2);
  CHECK(report.levels[0].level == AreaLevel::kDistrict);
  CHECK(report.levels[0].women == Women{200, 130});
  CHECK(report.levels[0].n_empty == 0);
  CHECK(report.levels[1].n_areas == 3);
  CHECK(report.levels[1].n_empty == 1);
  CHECK(report.levels[1].women == Women{170, 100});
  CHECK(report.levels[1].unassigned == Women{30, 30});
}

TEST_CASE("check finds the islands of the network and the women who have no other road") {
  const DrawnStudy drawn;
  const CheckReport report = report_of(drawn);
  CHECK(report.network_km == Approx(1.2));
  CHECK(report.islands.size() == 1);
  CHECK(report.islands_km == Approx(0.4));
  CHECK(report.n_on_islands == 1);
  CHECK(report.on_islands == Women{20, 20});
  CHECK(report.components.components.size() == 2);
}

TEST_CASE("a network in one piece has no islands") {
  DrawnStudy drawn;
  add_road(drawn, "link", 8, 20, false);
  const CheckReport report = report_of(drawn);
  CHECK(report.islands.empty());
  CHECK(report.n_on_islands == 0);
  CHECK(report.n_off_network == 0);
}

TEST_CASE("check counts settlements by their distance from the road, limits inclusive") {
  DrawnStudy drawn;
  drawn.study.places[0] = {0, 100};
  drawn.study.places[1] = {400, 101};
  drawn.study.places[2] = {800, 1000};
  const CheckReport report = report_of(drawn);
  REQUIRE(report.snaps.size() == 7);
  CHECK(report.snaps[0].up_to_m == 100.0);
  CHECK(report.snaps[0].women == Women{100, 80});
  CHECK(report.snaps[1].up_to_m == 250.0);
  CHECK(report.snaps[1].n_settlements == 1);
  CHECK(report.snaps[3].up_to_m == 1000.0);
  CHECK(report.snaps[3].women == Women{30, 30});
  CHECK_FALSE(report.snaps[6].up_to_m);
  CHECK(report.n_off_network == 1);
  CHECK(report.off_network == Women{20, 20});
}

TEST_CASE("a road more than the last limit away is farther") {
  DrawnStudy drawn;
  drawn.study.profiles["plain"].max_access_m = given(9000);
  drawn.study.places[0] = {0, 5000};
  drawn.study.places[1] = {0, 5001};
  const CheckReport report = report_of(drawn);
  CHECK(report.snaps[5].n_settlements == 1);
  CHECK(report.snaps[6].n_settlements == 1);
}

TEST_CASE("check finds settlements at the same place, to a metre") {
  DrawnStudy drawn;
  CHECK(report_of(drawn).duplicates.empty());
  drawn.settlement(0).at = {800.3, 0.2};
  const CheckReport report = report_of(drawn);
  REQUIRE(report.duplicates.size() == 1);
  CHECK(report.duplicates[0].settlements ==
        std::vector<SettlementIdx>{SettlementIdx(0), SettlementIdx(2)});
}

TEST_CASE("check finds bridges that end nowhere") {
  DrawnStudy drawn;
  CHECK(report_of(drawn).dead_end_bridges.empty());
  add_road(drawn, "Setu", 8, 10, true);
  const CheckReport report = report_of(drawn);
  REQUIRE(report.dead_end_bridges.size() == 1);
  const std::vector<Table> tables = check_tables(report);
  const Table* bridges = find_table(tables, "dead_end_bridges");
  REQUIRE(bridges != nullptr);
  CHECK(texts(*bridges, "id") == Texts{"Setu"});
  CHECK(texts(*bridges, "finding") == Texts{"a bridge that ends nowhere"});
  CHECK(bridges->geometry_type == GeometryType::kLine);
}

TEST_CASE("the suspicious features are layers, and what there is none of is left out") {
  DrawnStudy drawn;
  const std::vector<Table> tables = check_tables(report_of(drawn));
  REQUIRE(tables.size() == 2);
  const Table* islands = find_table(tables, "islands");
  REQUIRE(islands != nullptr);
  CHECK(islands->rows.size() == 1);
  const Table* centres = find_table(tables, "centres");
  REQUIRE(centres != nullptr);
  CHECK(texts(*centres, "id") == Texts{"C3"});
  CHECK(texts(*centres, "finding") == Texts{"no usable road near"});
  for (const Table& table : tables) CHECK_NOTHROW(require_sound(table));
}

TEST_CASE("overlaps and gaps of areas are places to look at") {
  DrawnStudy drawn;
  auto& blocks = drawn.study.dataset.blocks.areas;
  blocks[AreaIdx(1)].shape = shape("500 -100, 1400 -100, 1400 100, 500 100");
  const CheckReport report = report_of(drawn);
  CHECK(report.boundaries[1].overlap_km2 == Approx(0.02));
  const std::vector<Table> tables = check_tables(report);
  const Table* places = find_table(tables, "boundaries");
  REQUIRE(places != nullptr);
  CHECK(texts(*places, "id") == Texts{"B1 B2"});
  CHECK(texts(*places, "finding") == Texts{"block overlap, 0.020000 km2"});
}

TEST_CASE("rows that were repaired or left out are places to look at, with or without a place") {
  DrawnStudy drawn;
  drawn.study.dataset.notes = {{"settlements", "S7", "women is not a number", false, {5, 5}, ""},
                               {"roads", "line 9", "no geometry", true, Xy{NAN, NAN}, ""}};
  const std::vector<Table> tables = check_tables(report_of(drawn));
  const Table* rows = find_table(tables, "rows");
  REQUIRE(rows != nullptr);
  CHECK(texts(*rows, "id") == Texts{"settlements S7", "roads line 9"});
  CHECK(texts(*rows, "finding") == Texts{"women is not a number (kept)", "no geometry (left out)"});
  CHECK(std::holds_alternative<Xy>(rows->geometry[0]));
  CHECK(std::holds_alternative<std::monostate>(rows->geometry[1]));
}

TEST_CASE("the words of check tell the rows, the levels, the network, the snaps and the centres") {
  DrawnStudy drawn;
  drawn.study.dataset.ledgers = {make_ledger()};
  const std::string text = check_text(report_of(drawn));
  CHECK_THAT(text, Contains("1 kept: repeated id") && Contains("2 left out: no geometry"));
  CHECK_THAT(text, Contains("islands: 1 links, 0.4 km; 1 settlements with 20 women"));
  CHECK_THAT(text, Contains("bridges that end nowhere: 0"));
  CHECK_THAT(text, Contains("up to 100 m") && Contains("farther"));
  CHECK_THAT(text, Contains("centre C3 (Kendra C3): no usable road near") &&
                       Contains("centres: 3, of which 1 fail the self-check"));
}

TEST_CASE("the JSON of check has the same figures") {
  DrawnStudy drawn;
  drawn.study.dataset.ledgers = {make_ledger()};
  const auto json = nlohmann::json::parse(check_json(report_of(drawn)));
  CHECK(json["layers"][0]["read"] == 6);
  CHECK(json["layers"][0]["left_out"]["no geometry"] == 2);
  CHECK(json["total"]["women"] == 200);
  CHECK(json["levels"][1]["level"] == "block");
  CHECK(json["levels"][1]["overlaps"] == 0);
  CHECK(json["network"]["km"] == 1.2);
  CHECK(json["network"]["island_links"] == 1);
  CHECK(json["network"]["on_islands"]["women"] == 20);
  CHECK(json["snap_distance"][0]["up_to_m"] == 100);
  CHECK(json["snap_distance"][0]["women"] == 180);
  CHECK(json["snap_distance"][6]["up_to_m"].is_null());
  CHECK(json["no_road_near"]["settlements"] == 1);
  CHECK(json["centres_failing"][0]["id"] == "C3");
}
