#include "geo/io/read_areas.h"

#include <catch2/catch.hpp>

#include "geo/model/boundary_quality.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kWest = square(85, 25, R"("id":"B1","name":"West")");
const std::string kEast = square(85.1, 25, R"("id":"B2","name":"East")");

std::string ring_feature(const std::string& ring) {
  return feature(R"("id":"B1","name":"West")",
                 R"({"type":"Polygon","coordinates":[[)" + ring + "]]}");
}

SmallDataset with_blocks(const std::string& features) {
  SmallDataset small;
  small.write("blocks.geojson", collection(features));
  return small;
}

}  // namespace

TEST_CASE("areas are sorted by id") {
  const auto dataset = with_blocks(kEast + "," + kWest).read();
  CHECK(dataset.blocks.areas[AreaIdx(0)].id == "B1");
  CHECK(dataset.blocks.areas[AreaIdx(1)].id == "B2");
}

TEST_CASE("a bow-tie is refused as beyond repair, and left out by check") {
  const auto bow_tie = ring_feature("[85,25],[85.1,25.1],[85.1,25],[85,25.1],[85,25]");
  const auto message = with_blocks(bow_tie + "," + kEast).get_error();
  CHECK_THAT(message, Contains("the boundary of block 'West' (B1) is beyond repair"));
  CHECK_THAT(message,
             Contains("blocks.geojson") && Contains("Self-intersection") && Contains("QGIS"));
  const auto dataset = with_blocks(bow_tie + "," + kEast).read({.tolerate_bad_rows = true});
  CHECK(get_ledger(dataset, "block").left_out.at("boundary beyond repair") == 1);
}

TEST_CASE("a small twist is repaired and noted, and makes no row bad") {
  const auto twisted = ring_feature(
      "[85,25],[85.1,25],[85.1,25.1],[85.05,25.1],[85.0501,25.1001],[85.0501,25.1],[85.05,25.1001],"
      "[85,25.1],[85,25]");
  const auto dataset = with_blocks(twisted + "," + kEast).read();
  CHECK(get_ledger(dataset, "block").repaired.at(kReasonShapeRepaired) == 1);
  REQUIRE(dataset.notes.size() == 1);
  CHECK(dataset.notes[0].row == "B1");
  CHECK_THAT(dataset.notes[0].detail, Contains("Self-intersection"));
  CHECK(dataset.notes[0].at.valid());
}

TEST_CASE("a repeated id is merged and counted as bad") {
  const auto twice = kWest + "," + kEast + "," + square(85.1, 25.2, R"("id":"B2","name":"East")");
  CHECK_THAT(with_blocks(twice).get_error(), Contains("repeated id, the parts are merged (B2)"));
  const auto dataset = with_blocks(twice).read({.tolerate_bad_rows = true});
  CHECK(dataset.blocks.areas[AreaIdx(1)].shape.size() == 2);
  CHECK(get_ledger(dataset, "block").adds_up());
}

TEST_CASE("rows without id or shape are left out") {
  const auto bad = kWest + "," + kEast + "," + square(85, 25, R"("id":"","name":"x")") + "," +
                   feature(R"("id":"B4","name":"x")", "null");
  const auto dataset = with_blocks(bad).read({.tolerate_bad_rows = true});
  CHECK(get_ledger(dataset, "block").left_out.at("no id") == 1);
  CHECK(get_ledger(dataset, "block").left_out.at("no geometry") == 1);
}

TEST_CASE("a row without a name is called by its id") {
  const auto dataset =
      with_blocks(kWest + "," + square(85.1, 25, R"("id":"B2","name":null)")).read();
  CHECK(dataset.blocks.areas[AreaIdx(1)].name == "B2");
}

TEST_CASE("an unknown parent is found by surface and counted; one in no area too") {
  SmallDataset small;
  small.write("blocks.geojson",
              collection(square(85, 25, R"("id":"B1","name":"W","up":"D9")") + "," +
                         square(85.1, 25, R"("id":"B2","name":"E","up":"D1")") + "," +
                         square(86, 25, R"("id":"B3","name":"X","up":"")")));
  small.write(
      "dataset.toml",
      replaced(kSmallToml, "source = \"blocks.geojson\"\nfields = { id = \"id\", name = \"name\" }",
               "source = \"blocks.geojson\"\nfields = { id = \"id\", name = \"name\", parent = "
               "\"up\" }"));
  CHECK_THAT(small.get_error(), Contains("unknown parent, found by surface (B1: parent = 'D9')") &&
                                    Contains("in no area of the level above (B3)"));
  const auto dataset = small.read({.tolerate_bad_rows = true});
  CHECK(dataset.blocks.areas[AreaIdx(0)].parent == AreaIdx(0));
  CHECK_FALSE(dataset.blocks.areas[AreaIdx(2)].parent.valid());
}
