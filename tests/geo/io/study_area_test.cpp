// Layers that lie elsewhere are refused with the likely cause.
#include "geo/io/study_area.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {
const std::string kHeader = "id,name,status,beds,lon,lat\n";
}

TEST_CASE("swapped coordinates are named") {
  const auto message =
      SmallDataset().write("centres.csv", kHeader + "C1,a,existing,,25.05,85.05\n").get_error();
  CHECK_THAT(message, Contains("1 of 1 places of the layer 'centres' lie outside the study area"));
  CHECK_THAT(message,
             Contains("longitude and latitude are swapped") && Contains("25.0500, 85.0500"));
}

TEST_CASE("metres that pass for degrees are named") {
  const auto message =
      SmallDataset().write("centres.csv", kHeader + "C1,a,existing,,303000,2772000\n").get_error();
  CHECK_THAT(message, Contains("no degrees") && Contains("crs = \"EPSG:...\""));
}

TEST_CASE("places at 0, 0 are named") {
  CHECK_THAT(SmallDataset().write("centres.csv", kHeader + "C1,a,existing,,0,0\n").get_error(),
             Contains("the coordinates are probably missing"));
}

TEST_CASE("another place or zone is named") {
  CHECK_THAT(
      SmallDataset().write("centres.csv", kHeader + "C1,a,existing,,77.2,28.6\n").get_error(),
      Contains("the CRS is probably wrong"));
}

TEST_CASE("settlements in the wrong UTM zone are refused") {
  SmallDataset small;
  small.write("settlements.csv",
              "id,name,block,women,rural,lon,lat\nS1,a,B1,1,1,301749,2772035\nS2,b,B1,1,1,307797,"
              "2771946\n");
  small.change("dataset.toml", "source = \"settlements.csv\"",
               "source = \"settlements.csv\"\ncrs = \"EPSG:32644\"");
  CHECK_THAT(small.get_error(),
             Contains("layer 'settlements' lie outside") && Contains("another UTM zone"));
}

TEST_CASE("roads elsewhere are refused") {
  const auto far = R"({"type":"LineString","coordinates":[[77.0,28.0],[77.1,28.0]]})";
  CHECK_THAT(SmallDataset()
                 .write("roads.geojson",
                        collection(feature(
                            R"("id":"1","class":"","speed":1,"oneway":"","bridge":"")", far)))
                 .get_error(),
             Contains("layer 'roads' lie outside"));
}

TEST_CASE("boundaries in metres that pass for degrees are refused") {
  SmallDataset small;
  small.write("blocks.geojson", collection(square(303000, 2772000, R"("id":"B1","name":"x")")));
  CHECK_THAT(small.get_error(),
             Contains("not on the earth") && Contains("metres of a projected CRS"));
}

TEST_CASE("a few stray places do not refuse the layer, beyond the limit they do") {
  SmallDataset small;
  const auto content = make_small_files().at("settlements.csv") + "S5,Stray,B2,5,5,86.5,25.05\n";
  small.write("settlements.csv", content);
  CHECK_THAT(small.get_error(),
             Contains("1 bad row in the layer 'settlements', and 0 are allowed") &&
                 Contains("1 x outside the study area (S5: at 86.50000, 25.05000)"));
  const auto dataset = small.read({.tolerate_bad_rows = true});
  CHECK(get_ledger(dataset, "settlements").left_out.at("outside the study area") == 1);
  CHECK(dataset.settlements.settlements.size() == 4);
}

TEST_CASE("a place within the tolerance belongs to the nearest area") {
  SmallDataset small;  // 0.005 degrees are about 500 m
  small.change("settlements.csv", "85.02,25.05", "84.995,25.05");
  const auto dataset = small.read();
  CHECK(dataset.settlements.settlements[SettlementIdx(0)].block == AreaIdx(0));
}

TEST_CASE("a study area knows what is near") {
  const auto dataset = SmallDataset().read();
  const Projection projection(dataset.working_crs);
  const StudyArea area(dataset.blocks, projection);
  CHECK(area.is_near(projection.to_xy({85.05, 25.05}), 0));
  CHECK(area.is_near(projection.to_xy({84.995, 25.05}), 1));
  CHECK_FALSE(area.is_near(projection.to_xy({84.9, 25.05}), 1));
  CHECK_FALSE(area.is_near(Xy{}, 1));
  CHECK(area.is_in_box({85.05, 25.05}));
  CHECK_FALSE(area.is_in_box({25.05, 85.05}));
}
