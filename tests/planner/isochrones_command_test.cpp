// pahunch isochrones: the file, its style, the figures, and what is refused.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

ProgramResult isochrones(const TinyDataset& data, Words args) {
  args.insert(args.begin(), {"isochrones", "--data", "d"});
  return data.run(args);
}

Json read_json(const TinyDataset& data, const std::string& name) {
  return Json::parse(read_text(data.path() / name));
}

/// The rings of each polygon; one alone is written as a Polygon.
Json polygons_of(const Json& geometry) {
  if (geometry["type"] == "Polygon") return Json::array({geometry["coordinates"]});
  REQUIRE(geometry["type"] == "MultiPolygon");
  return geometry["coordinates"];
}

/// Twice the signed area of a ring of degrees: positive counter-clockwise.
double turn(const Json& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    twice += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
             ring[i + 1][0].get<double>() * ring[i][1].get<double>();
  }
  return twice;
}

}  // namespace

TEST_CASE("isochrones are written by set, the largest limit first, with a style beside them") {
  const TinyDataset data;
  const ProgramResult result = isochrones(data, {"-o", "i.geojson"});
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("plan, within 60 min") && Contains("on the wrong side"));
  const Json features = read_json(data, "i.geojson")["features"];
  REQUIRE(features.size() == 8);
  CHECK(features[0]["properties"]["set"] == "baseline");
  CHECK(features[0]["properties"]["limit_min"] == 120);
  CHECK(features[0]["properties"]["within_plan"].is_null());
  CHECK(features[7]["properties"]["within_plan"] == "30");
  CHECK_THAT(read_text(data.path() / "i.qml"),
             Contains("attr=\"within_plan\"") && Contains("within 30 min"));
}

TEST_CASE("isochrones say that they know no districts where the scenario does") {
  const TinyDataset data;
  const std::string words = "nearest centre of any district";
  CHECK_THAT(isochrones(data, {"-o", "i.geojson", "--assignment", "own-district"}).err,
             Contains(words));
  CHECK_THAT(isochrones(data, {"-o", "j.geojson"}).err, !Contains(words));
  CHECK_THAT(data.run({"run", "--data", "d", "--assignment", "own-district", "-o", "r"}).err,
             Contains(words));
}

TEST_CASE("outer rings of isochrones run counter-clockwise, holes clockwise") {
  const TinyDataset data;
  REQUIRE(isochrones(data, {"-o", "i.geojson"}).exit_code == 0);
  const Json collection = read_json(data, "i.geojson");
  for (const Json& feature : collection["features"]) {
    const Json polygons = polygons_of(feature["geometry"]);
    REQUIRE_FALSE(polygons.empty());
    for (const Json& polygon : polygons) {
      CHECK(turn(polygon[0]) > 0);
      for (std::size_t i = 1; i < polygon.size(); ++i) CHECK(turn(polygon[i]) < 0);
    }
  }
}

TEST_CASE("the figures of isochrones as JSON agree with the rows of the map") {
  const TinyDataset data;
  const ProgramResult result = isochrones(data, {"--centres", "all=existing,planned", "--limits",
                                                 "45,90.5", "-o", "i.geojson", "--json"});
  REQUIRE(result.exit_code == 0);
  const Json sets = Json::parse(result.out)["isochrones"];
  const Json features = read_json(data, "i.geojson")["features"];
  const Json& last = sets.back();
  CHECK(last["set"] == "all");
  REQUIRE(last["limits"].size() == 2);
  CHECK(last["limits"][1]["minutes"] == 90.5);
  const Json& row = features[features.size() - 2]["properties"];
  CHECK(row["limit_min"] == 90.5);
  CHECK(row["women_inside"] == last["limits"][1]["inside"]["women"]);
  CHECK(row["women_wrong_side"] == last["limits"][1]["wrong_side"]["women"]);
  CHECK(last["limits"][0]["area_km2"] < last["limits"][1]["area_km2"]);
  CHECK(last["limits"][0]["wrong_side"]["women"] <= 540);  // a tenth of all
}

TEST_CASE("with --lines the reached roads are written, in a GeoPackage too") {
  const TinyDataset data;
  REQUIRE(isochrones(data, {"--lines", "-o", "l.geojson"}).exit_code == 0);
  const Json features = read_json(data, "l.geojson")["features"];
  REQUIRE(!features.empty());
  CHECK(features[0]["geometry"]["type"] == "LineString");
  CHECK(features[0]["properties"]["length_km"] > 0);
  const ProgramResult result = isochrones(data, {"--lines", "-o", "l.gpkg"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("km of roads"));
  CHECK(std::filesystem::exists(data.path() / "l.gpkg"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "l.gpkg.qml"));
}

TEST_CASE("isochrones do not overwrite a map, nor its style, unasked") {
  TinyDataset data;
  data.write("i.qml", "mine");
  CHECK(isochrones(data, {"-o", "i.geojson"}).exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(data.path() / "i.geojson"));
  CHECK(isochrones(data, {"-o", "i.geojson", "--overwrite"}).exit_code == 0);
  const ProgramResult again = isochrones(data, {"-o", "i.geojson"});
  CHECK(again.exit_code == 1);
  CHECK_THAT(again.err, Contains("the file exists"));
}

TEST_CASE("isochrones refuse what they cannot draw, before they read anything") {
  const TinyDataset data;
  const auto refused = [&](const Words& args, const std::string& word) {
    const ProgramResult result = isochrones(data, args);
    INFO(word);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains(word));
  };
  refused({"-o", "i.shp"}, "neither .geojson nor .gpkg");
  refused({"--limits", "30,x", "-o", "i.geojson"}, "'x' is not a number");
  refused({"--limits", "0,30", "-o", "i.geojson"}, "cannot end at 0 minutes");
  refused({"--limits", "60,30", "-o", "i.geojson"}, "does not come after");
  refused({}, "--out");
  refused({"--set", "isochrones.cell_m=1", "-o", "i.geojson"}, "from 10 to 10000");
  CHECK_FALSE(std::filesystem::exists(data.path() / "i.geojson"));
}

TEST_CASE("a set without open centres gives rows without a shape") {
  const TinyDataset data;
  const ProgramResult result =
      isochrones(data, {"--set", "centres.baseline=[]", "-o", "i.geojson"});
  REQUIRE(result.exit_code == 0);
  const Json features = read_json(data, "i.geojson")["features"];
  CHECK(features[0]["geometry"].is_null());
  CHECK(features[0]["properties"]["women_inside"] == 0);
}

TEST_CASE("a run writes isochrones unless the scenario wants none") {
  const TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0);
  CHECK(read_json(data, "r/isochrones.geojson")["features"].size() == 8);
  CHECK_THAT(read_text(data.path() / "r/isochrones.qml"), Contains("within_plan"));
  CHECK_THAT(read_text(data.path() / "r/fields.csv"), Contains("isochrones.csv,women_wrong_side"));
  CHECK(read_json(data, "r/summary.json")["isochrones"].size() == 2);
  const Words off = {"run", "--data", "d", "-o", "n", "-q", "--set", "isochrones.in_run=false"};
  REQUIRE(data.run(off).exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(data.path() / "n/isochrones.geojson"));
  CHECK(read_json(data, "n/summary.json").count("isochrones") == 0);
}
