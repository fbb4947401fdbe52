#include "geo/io/read_roads.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kLine = R"({"type":"LineString","coordinates":[[85.0,25.05],[85.1,25.05]]})";

std::string road(const std::string& speed, const std::string& oneway = "\"\"",
                 const std::string& bridge = "\"\"", const std::string& geometry = kLine) {
  return feature(R"("id":"R1","class":"primary","speed":)" + speed + R"(,"oneway":)" + oneway +
                     R"(,"bridge":)" + bridge,
                 geometry);
}

/// One good road beside the given one, read as `check` reads.
Dataset read_beside(const std::string& other) {
  return SmallDataset()
      .write("roads.geojson", collection(other + "," + road("null")))
      .read({.tolerate_bad_rows = true});
}

const Road& first(const Dataset& dataset) { return dataset.roads.roads[RoadIdx(0)]; }

}  // namespace

TEST_CASE("attributes of a road are read") {
  const auto dataset = read_beside(road("45", "\"yes\"", "\"viaduct\""));
  CHECK(first(dataset).id == "R1");
  CHECK(first(dataset).road_class == "primary");
  CHECK(first(dataset).speed_km_h == 45.0);
  CHECK(first(dataset).one_way == OneWay::kForward);
  CHECK(first(dataset).bridge);
}

TEST_CASE("one-way words of OpenStreetMap are understood") {
  CHECK(first(read_beside(road("1", "\"-1\""))).one_way == OneWay::kBackward);
  CHECK(first(read_beside(road("1", "\"no\""))).one_way == OneWay::kNo);
  const auto dataset = read_beside(road("1", "\"sometimes\""));
  CHECK(first(dataset).one_way == OneWay::kNo);
  CHECK(get_ledger(dataset, "roads").repaired.at("unknown word for one-way, taken as two-way") ==
        1);
}

TEST_CASE("a bridge that says no is none") {
  CHECK_FALSE(first(read_beside(road("1", "\"\"", "\"no\""))).bridge);
}

TEST_CASE("a speed of zero is refused, and never used") {
  const auto content = collection(road("0"));
  CHECK_THAT(SmallDataset().write("roads.geojson", content).get_error(),
             Contains("1 x speed is zero (R1: speed = '0')") && Contains("roads.geojson"));
  CHECK_FALSE(first(read_beside(road("0"))).speed_km_h);
}

TEST_CASE("speeds below zero or beyond 200 km/h are refused") {
  CHECK_THAT(SmallDataset().write("roads.geojson", collection(road("-5"))).get_error(),
             Contains("speed is out of range"));
  CHECK_THAT(SmallDataset().write("roads.geojson", collection(road("900"))).get_error(),
             Contains("speed is out of range"));
  CHECK_THAT(SmallDataset().write("roads.geojson", collection(road("\"fast\""))).get_error(),
             Contains("speed is not a number"));
}

TEST_CASE("a multi-line becomes several roads of one id") {
  const auto dataset =
      read_beside(road("1", "\"\"", "\"\"", R"({"type":"MultiLineString","coordinates":
      [[[85.0,25.05],[85.1,25.05]],[[85.0,25.06],[85.1,25.06],[85.1,25.06]]]})"));
  REQUIRE(dataset.roads.roads.size() == 3);
  CHECK(dataset.roads.roads[RoadIdx(1)].id == "R1");
  CHECK(dataset.roads.roads[RoadIdx(1)].line.size() == 2);
  CHECK(get_ledger(dataset, "roads").n_read == 2);
}

TEST_CASE("lines without length, null and other geometries are left out") {
  const auto count = [](const std::string& geometry, const std::string& reason) {
    const auto dataset = read_beside(road("1", "\"\"", "\"\"", geometry));
    const auto& left_out = get_ledger(dataset, "roads").left_out;
    return left_out.contains(reason) ? left_out.at(reason) : 0;
  };
  CHECK(count(R"({"type":"LineString","coordinates":[[85,25.05],[85,25.05]]})",
              "line without length") == 1);
  CHECK(count("null", "no geometry") == 1);
  CHECK(count(R"({"type":"Point","coordinates":[85,25.05]})", "wrong kind of geometry") == 1);
}

TEST_CASE("roads within the margin are kept, beyond it they are left out and make no row bad") {
  SmallDataset small;
  const auto near = R"({"type":"LineString","coordinates":[[84.9,25.05],[84.8,25.05]]})";
  const auto far = R"({"type":"LineString","coordinates":[[84.0,25.05],[83.9,25.05]]})";
  small.write("roads.geojson", collection(road("1") + "," + road("1", "\"\"", "\"\"", near) + "," +
                                          road("1", "\"\"", "\"\"", far)));
  const auto dataset = small.read();
  CHECK(dataset.roads.roads.size() == 2);
  CHECK(get_ledger(dataset, "roads").left_out.at("beyond the margin of the study area") == 1);
}

TEST_CASE("classes are mapped, with a word for all others and for none") {
  const auto classes = [](const std::string& more, const std::string& word) {
    SmallDataset small;
    small.change("dataset.toml", "[layers.roads]", "[layers.roads]\n" + more);
    small.write("roads.geojson", collection(replaced(road("1"), "\"primary\"", word)));
    return first(small.read({.tolerate_bad_rows = true})).road_class;
  };
  CHECK(classes("class_map = { NH = 'trunk', '*' = 'track' }", "\"NH\"") == "trunk");
  CHECK(classes("class_map = { NH = 'trunk', '*' = 'track' }", "\"SH\"") == "track");
  CHECK(classes("class_map = { NH = 'trunk' }", "\"SH\"") == "SH");
  CHECK(classes("default_class = 'path'", "null") == "path");
  CHECK(classes("", "null") == "unclassified");
}

TEST_CASE("noding of the dataset goes with the roads") {
  SmallDataset small;
  small.change("dataset.toml", "[layers.roads]",
               "[layers.roads]\nnoding = { end_tolerance_m = 3, planar = true }");
  const auto dataset = small.read();
  CHECK(dataset.roads.noding.planar);
  CHECK(dataset.roads.noding.end_tolerance_m == 3);
}

TEST_CASE("barriers are read with their kind") {
  SmallDataset small;
  small.write("b.geojson", collection(feature(R"("n":"Ganga","k":"river")", kLine) + "," +
                                      feature(R"("n":"ER","k":"railway")", kLine) + "," +
                                      feature(R"("n":"Wall","k":"wall")", kLine)));
  small.write("dataset.toml",
              std::string(kSmallToml) +
                  "[layers.barriers]\nsource = 'b.geojson'\nfields = { name = 'n', kind = 'k' }\n");
  const auto barriers = small.read().barriers.barriers;
  REQUIRE(barriers.size() == 3);
  CHECK(barriers[0].name == "Ganga");
  CHECK(barriers[0].kind == BarrierKind::kRiver);
  CHECK(barriers[1].kind == BarrierKind::kRailway);
  CHECK(barriers[2].kind == BarrierKind::kOther);
}

TEST_CASE("access, limit and season of a road are read, and unknown words repaired") {
  const auto read_with = [](const std::string& properties) {
    return SmallDataset()
        .change("dataset.toml", "bridge = \"bridge\" }",
                "bridge = \"bridge\", speed_limit = \"limit\", access = \"access\", "
                "one_way_exempt = \"exempt\", season = \"season\" }")
        .write("roads.geojson",
               collection(feature(
                   R"("id":"R1","class":"primary","speed":null,"oneway":"yes","bridge":"",)" +
                       properties,
                   kLine)))
        .read({.tolerate_bad_rows = true});
  };
  const auto good = read_with(R"("limit":40,"access":"foot bus","exempt":"foot","season":"dry")");
  CHECK(first(good).speed_limit_km_h == 40.0);
  CHECK_FALSE(first(good).speed_km_h);
  CHECK(first(good).access == VehicleSet{Vehicle::kFoot, Vehicle::kBus});
  CHECK(first(good).one_way_exempt == VehicleSet{Vehicle::kFoot});
  CHECK(first(good).closed_in_monsoon);
  const auto empty = read_with(R"("limit":null,"access":null,"exempt":null,"season":null)");
  CHECK(first(empty).access == VehicleSet::all());
  CHECK(first(empty).one_way_exempt.empty());
  CHECK_FALSE(first(empty).closed_in_monsoon);
  const auto bad = read_with(R"("limit":0,"access":"boats","exempt":null,"season":"spring")");
  CHECK(first(bad).access == VehicleSet::all());
  const auto& repaired = get_ledger(bad, "roads").repaired;
  CHECK(repaired.at("speed limit is zero") == 1);
  CHECK(repaired.at("unknown word for a vehicle") == 1);
  CHECK(repaired.at("unknown word for a season, taken as open in all") == 1);
}
