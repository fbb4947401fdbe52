#include "geo/io/import/import_dataset.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/read_dataset.h"
#include "tests/geo/io/osm/osm_text.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using Catch::Matchers::Contains;
using test::OsmText;
using test::TempDir;

namespace {

OsmText village() {
  OsmText text;
  text.node(1, 85.000, 25).node(2, 85.010, 25).node(3, 85.020, 25, {"barrier=bollard"});
  text.node(4, 85.030, 25)
      .node(5, 85.010, 25.01, {"place=village", "name=Rampur", "population=1000"});
  text.node(6, 85.025, 25.001, {"amenity=hospital", "name=Sadar \"A\""});
  text.way(10, {1, 2, 3, 4}, {"highway=secondary", "maxspeed=40", "surface=asphalt", "bridge=yes"});
  text.way(11, {2, 4}, {"highway=residential", "oneway=yes", "seasonal=yes"});
  text.way(12, {1, 4}, {"highway=motorway", "oneway:bus=no"});
  return text;
}

ImportReport import(const ImportRequest& request, const std::filesystem::path& out) {
  RunFolder folder(out, RunFolder::IfExists::kRefuse);
  SilentProgress progress;
  auto report = import_dataset(request, folder, progress);
  folder.commit();
  return report;
}

Dataset read(const std::filesystem::path& folder) {
  SilentProgress progress;
  return read_dataset(folder, {}, progress);
}

const Road& find_road(const Dataset& dataset, const std::string& id, std::size_t part = 0) {
  for (const Road& road : dataset.roads.roads) {
    if (road.id == id && part-- == 0) return road;
  }
  throw std::runtime_error("no road " + id);
}

double find_line(const ImportReport& report, const std::string& item) {
  for (const auto& line : report.lines) {
    if (line.item == item) return line.value;
  }
  return -1;
}

}  // namespace

TEST_CASE("an OpenStreetMap file becomes a dataset that reads back") {
  const TempDir folder;
  ImportRequest request;
  request.name = "village";
  request.roads.file = folder.write("map.osm", village().xml());
  const auto report = import(request, folder.path() / "out");
  CHECK(report.n_roads == 5);
  CHECK(report.n_settlements == 1);
  CHECK(report.n_centres == 1);
  const auto dataset = read(folder.path() / "out");
  CHECK(dataset.words.name == "village");
  CHECK(dataset.roads.noding.end_tolerance_m == 0);
  REQUIRE(dataset.roads.roads.size() == 5);
  const Road& street = find_road(dataset, "10");
  CHECK(street.road_class == "secondary");
  CHECK(street.surface == "paved");
  CHECK(street.speed_limit_km_h == 40.0);
  CHECK(street.bridge);
  CHECK(street.access == VehicleSet::all());
  CHECK(find_road(dataset, "10", 1).access == VehicleSet{Vehicle::kFoot});
  CHECK(find_road(dataset, "11").one_way == OneWay::kForward);
  CHECK(find_road(dataset, "11").closed_in_monsoon);
  const Road& motorway = find_road(dataset, "12");
  CHECK(motorway.road_class == "trunk");  // by the class map
  CHECK(motorway.access == VehicleSet{Vehicle::kCar, Vehicle::kRescue, Vehicle::kBus});
  CHECK(motorway.one_way_exempt == VehicleSet{Vehicle::kFoot, Vehicle::kBus});
  CHECK(street.line.front() == motorway.line.front());
  const Settlement& rampur = dataset.settlements.settlements[SettlementIdx(0)];
  CHECK(rampur.population == 1000);
  CHECK(rampur.women == 479);
  const Centre& sadar = dataset.centres.centres[CentreIdx(0)];
  CHECK(sadar.status == CentreStatus::kCandidate);
  CHECK(sadar.name == "Sadar \"A\"");
}

TEST_CASE("turn restrictions over a node become a table that reads back") {
  const TempDir folder;
  auto map = village();
  map.way(13, {5, 2}, {"highway=residential"});
  map.turn(20, 13, 2, 11, {"type=restriction", "restriction=no_left_turn", "except=psv"});
  map.turn(21, 13, 2, 10, {"type=restriction", "restriction=no_right_turn"});
  ImportRequest request;
  request.roads.file = folder.write("map.osm", map.xml());
  const auto report = import(request, folder.path() / "out");
  CHECK(report.n_turns == 1);
  CHECK(report.turns_refused.at("a road goes on through its node") == 1);
  CHECK(find_line(report, "no_left_turn") == 1);
  CHECK(find_line(report, "honoured") == 1);
  const auto dataset = read(folder.path() / "out");
  REQUIRE(dataset.roads.turns.size() == 1);
  const TurnRestriction& turn = dataset.roads.turns.front();
  CHECK(turn.kind == TurnKind::kNo);
  CHECK(dataset.roads.roads[turn.from.road].id == "13");
  CHECK(turn.from.vertex == 1);
  CHECK(turn.from.heading == Heading::kForward);
  CHECK(dataset.roads.roads[turn.to.road].id == "11");
  CHECK(turn.to.heading == Heading::kForward);
  CHECK(turn.vehicles == VehicleSet{Vehicle::kCar, Vehicle::kRescue});
}

TEST_CASE("without turn restrictions no table of them is written") {
  const TempDir folder;
  ImportRequest request;
  request.roads.file = folder.write("map.osm", village().xml());
  import(request, folder.path() / "out");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "out" / "turns.csv"));
  CHECK(read(folder.path() / "out").roads.turns.empty());
}

TEST_CASE("the study area cuts roads at its margin and places at its edge") {
  const TempDir folder;
  ImportRequest request;
  request.roads.file = folder.write("map.osm", village().xml());
  request.area = ImportSource{
      folder.write("area.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"code":"D1","label":"Left"},"geometry":{"type":"Polygon","coordinates":
      [[[84.99,24.99],[85.012,24.99],[85.012,25.02],[84.99,25.02],[84.99,24.99]]]}}]})"),
      "",
      {{"id", "code"}, {"name", "label"}}};
  request.margin_km = 0.1;
  const auto report = import(request, folder.path() / "out");
  CHECK(report.n_centres == 0);  // 1.3 km outside
  CHECK_THAT(report.warnings.back(), Contains("no centre was found"));
  CHECK(report.n_roads == 4);  // the street ends at the barrier, 800 m outside
}

TEST_CASE("a line layer becomes roads by its field mapping") {
  const TempDir folder;
  ImportRequest request;
  request.roads = {folder.write("roads.geojson", R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"ROADCODE":"R1","CATEGORY":"secondary","KMH":"30"},
       "geometry":{"type":"LineString","coordinates":[[85,25],[85.01,25]]}},
      {"type":"Feature","properties":{"ROADCODE":"R2","CATEGORY":null,"KMH":"fast"},
       "geometry":{"type":"MultiLineString","coordinates":
         [[[85.01,25],[85.02,25]],[[85.02,25],[85.02,25.01]]]}}]})"),
                   "",
                   {{"id", "ROADCODE"}, {"class", "CATEGORY"}, {"speed", "KMH"}}};
  request.settlements = ImportSource{
      folder.write("places.csv", "code,lon,lat,people\nA,85.001,25,100\nB,85.002,25,x\nC,,,5\n"),
      "",
      {{"id", "code"}, {"population", "people"}}};
  request.centres = ImportSource{
      folder.write("sites.csv", "id,name,kind,lon,lat\nS,Sadar,PHC,85.01,25.001\n"), "", {}};
  const auto report = import(request, folder.path() / "out");
  CHECK(find_line(report, "speed not understood in feature 1: fast") == 1);
  CHECK(find_line(report, "population not understood, taken as 0: B") == 1);
  CHECK(find_line(report, "rows without a place, left out") == 1);
  const auto dataset = read(folder.path() / "out");
  CHECK(dataset.roads.roads.size() == 3);
  CHECK(find_road(dataset, "R1").speed_km_h == 30.0);
  CHECK(find_road(dataset, "R2").road_class == "unclassified");
  CHECK(dataset.settlements.settlements.size() == 2);
  CHECK(dataset.centres.centres.size() == 1);
}

TEST_CASE("roads outside the study area, and columns that are not there, are errors") {
  const TempDir folder;
  ImportRequest request;
  request.roads.file = folder.write("map.osm", village().xml());
  request.area = ImportSource{
      folder.write("area.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[10,10],[11,10],[11,11],[10,11],[10,10]]]}}]})"),
      "",
      {}};
  CHECK_THROWS_WITH(import(request, folder.path() / "a"),
                    Contains("no road lies in the study area"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a"));
  request.area->fields = {{"id", "code"}};
  CHECK_THROWS_WITH(import(request, folder.path() / "b"), Contains("there is no column 'code'"));
}

TEST_CASE("names of OpenStreetMap files are known") {
  CHECK(is_osm_file("a/b.osm.pbf"));
  CHECK(is_osm_file("b.osm"));
  CHECK(is_osm_file("b.osm.gz"));
  CHECK_FALSE(is_osm_file("roads.gpkg"));
}

TEST_CASE("a real extract becomes a dataset") {
  const auto file = test::find_shared("networks/harrisburg.osm.pbf");
  if (!file) return;
  const TempDir folder;
  ImportRequest request;
  request.roads.file = *file;
  const auto report = import(request, folder.path() / "out");
  CHECK(report.n_roads == 2513);
  CHECK(report.roads_km == Approx(936.78).margin(0.01));
}
