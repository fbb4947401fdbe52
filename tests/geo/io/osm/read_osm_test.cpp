#include "geo/io/osm/read_osm.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/geo/io/osm/osm_text.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using Catch::Matchers::Contains;
using test::find_shared;
using test::OsmText;
using test::TempDir;

namespace {

OsmText crossroads() {
  OsmText text;
  text.node(3, 85.002, 25).node(1, 85.000, 25).node(2, 85.001, 25).node(4, 85.001, 25.001);
  text.way(10, {1, 2, 3}, {"highway=primary", "name=Main Street"});
  text.way(11, {2, 4}, {"highway=service", "access=private"});
  text.way(12, {1, 4}, {"building=yes"});
  return text;
}

std::string read_bytes(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

osm::RoadData read(const std::filesystem::path& file) {
  SilentProgress progress;
  return osm::read_osm(file, {}, progress);
}

}  // namespace

TEST_CASE("roads are read with their nodes, whatever the order of the nodes") {
  const auto data = crossroads().read();
  REQUIRE(data.ways.size() == 2);
  CHECK(data.ways[0].id == 10);
  CHECK(data.names[data.ways[0].name] == "Main Street");
  CHECK(data.ways[1].rules.access == VehicleSet{Vehicle::kRescue});
  REQUIRE(data.nodes.size() == 4);
  const auto nodes = data.nodes_of(data.ways[0]);
  REQUIRE(nodes.size() == 3);
  CHECK(data.nodes[nodes[1]] == osm::Position{850010000, 250000000});
  CHECK(data.counts.n_ways_read == 3);
  CHECK(data.counts.n_nodes_read == 4);
  CHECK(data.counts.n_missing_nodes == 0);
}

TEST_CASE("a tag with a zero byte in it is damage, and nothing is read beyond it") {
  CHECK_THROWS_WITH(read(test::source_file("tests/fuzz/corpus/osm_pbf/zero-byte-in-tag.osm.pbf")),
                    Contains("a tag has a zero byte in it") && Contains("download it again"));
}

TEST_CASE("barriers and fords on roads are kept, others are not") {
  auto text = crossroads();
  text.node(5, 85, 25.1, {"barrier=bollard"}).node(6, 85, 25.2, {"barrier=bollard"});
  text.node(7, 85, 25.3, {"ford=yes"}).way(13, {5, 7}, {"highway=track"});
  const auto data = text.read();
  CHECK(data.node_rules.size() == 2);
  CHECK(data.counts.n_barriers == 1);
  CHECK(data.counts.n_fords == 1);
}

TEST_CASE("places and facilities come from nodes and outlines") {
  auto text = crossroads();
  text.node(8, 85.5, 25.5, {"place=village", "name=Rampur", "population=1,200"});
  text.node(9, 85.2, 25.0).node(10, 85.4, 25.2);
  text.way(20, {9, 10, 9}, {"amenity=hospital", "name=Sadar"});
  const auto data = text.read();
  REQUIRE(data.points.size() == 2);
  CHECK(data.points[0].id == "n8");
  CHECK(data.points[0].population == 1200);
  CHECK(data.points[1].id == "w20");
  CHECK(data.points[1].kind == osm::PointKind::kMedical);
  CHECK(data.points[1].at == osm::Position{853000000, 251000000});
}

TEST_CASE("turn restrictions are read with their nodes") {
  auto text = crossroads();
  text.turn(30, 10, 2, 11, {"type=restriction", "restriction=no_left_turn"});
  text.turn(31, 11, 99, 10, {"type=restriction", "restriction=only_right_turn", "except=bus"});
  text.turn(32, 11, 2, 10, {"type=route"});
  const auto data = text.read();
  REQUIRE(data.restrictions.size() == 2);
  CHECK(data.restrictions[0].kind == "no_left_turn");
  CHECK(data.restrictions[0].members.from_ways == std::vector<std::int64_t>{10});
  CHECK(data.restrictions[0].members.to_ways == std::vector<std::int64_t>{11});
  CHECK(data.via_nodes.at(2) == 1);
  CHECK_FALSE(data.via_nodes.contains(99));
}

TEST_CASE("a file without roads is refused") {
  OsmText text;
  text.node(1, 85, 25).node(2, 85, 26).way(1, {1, 2}, {"waterway=river"});
  CHECK_THROWS_WITH(text.read(), Contains("holds no road: none of its 1 ways"));
  CHECK_THROWS_WITH(OsmText().read(), Contains("holds no road"));
}

TEST_CASE("a file without the nodes of its roads is refused, a few may be missing") {
  OsmText none;
  none.way(1, {1, 2}, {"highway=primary"});
  CHECK_THROWS_WITH(none.read(), Contains("2 of the 2 nodes of its roads are missing"));
  auto few = crossroads();
  few.way(14, {4, 999}, {"highway=track"});
  CHECK(few.read().counts.n_missing_nodes == 1);
}

TEST_CASE("different nodes at one place do not join roads") {
  OsmText text;
  text.node(1, 85, 25).node(2, 85.001, 25).node(3, 85.001, 25).node(4, 85.001, 25);
  text.node(5, 85.0010001, 25).node(6, 85.002, 25);
  text.way(1, {1, 2, 5}, {"highway=primary"}).way(2, {3, 6}, {"highway=primary"});
  text.way(3, {4, 6}, {"highway=primary"});
  const auto data = text.read();
  CHECK(data.counts.n_moved_nodes == 2);
  CHECK(data.nodes[1] == osm::Position{850010000, 250000000});
  CHECK(data.nodes[2] == osm::Position{850010002, 250000000});  // ...1 is taken
  CHECK(data.nodes[3] == osm::Position{850010003, 250000000});
  CHECK(data.nodes[4] == osm::Position{850010001, 250000000});
}

TEST_CASE("a stack of nodes is taken apart in no time") {
  OsmText text;
  constexpr long kNodes = 20000;
  for (long id = 1; id <= kNodes; ++id) text.node(id, 85, 25);
  for (long id = 1; id < kNodes; ++id) text.way(id, {id, id + 1}, {"highway=track"});
  const auto data = text.read();
  CHECK(data.counts.n_moved_nodes == kNodes - 1);
  CHECK(data.nodes.back().lon_e7 == 850000000 + kNodes - 1);
}

TEST_CASE("a missing file and one that is no map are clear errors") {
  const TempDir folder;
  CHECK_THROWS_WITH(read(folder.path() / "none.osm.pbf"), Contains("there is no file"));
  CHECK_THROWS_WITH(read(folder.write("a.osm.pbf", "hello, this is text")),
                    Contains("cannot read a.osm.pbf") && Contains("download it again"));
  CHECK_THROWS_WITH(read(folder.write("a.osm", "<osm version='0.6'><node")),
                    Contains("cannot read a.osm"));
  CHECK_THROWS_AS(read(folder.write("a.txt", "x")), DataError);
  CHECK_THROWS_AS(read(folder.write("a.osm.gz", "not gzip")), DataError);
  CHECK_THROWS_AS(read(folder.write("empty.osm.pbf", "")), DataError);
}

TEST_CASE("a node number out of range is an error and not an allocation") {
  OsmText text;
  text.way(1, {1, 1L << 60}, {"highway=primary"});
  CHECK_THROWS_WITH(text.read(), Contains("a number that OpenStreetMap does not use"));
}

TEST_CASE("a truncated PBF is an error wherever it is cut") {
  const auto file = find_shared("networks/harrisburg.osm.pbf");
  if (!file) return;
  const auto bytes = read_bytes(*file);
  const TempDir folder;
  for (const std::size_t percent : {1U, 10U, 50U, 90U, 99U}) {
    CAPTURE(percent);
    const auto cut = folder.write("cut.osm.pbf", bytes.substr(0, bytes.size() * percent / 100));
    CHECK_THROWS_AS(read(cut), DataError);
  }
}

TEST_CASE("a PBF with a flipped bit is an error or reads the same, and never crashes") {
  const auto file = find_shared("networks/harrisburg.osm.pbf");
  if (!file) return;
  const auto bytes = read_bytes(*file);
  const auto whole = read(*file);
  const TempDir folder;
  std::size_t n_errors = 0;
  for (std::size_t i = 0; i < 40; ++i) {
    auto damaged = bytes;
    const auto at = i < 10 ? i * 7 : i * (bytes.size() - 1) / 40;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (i % 8)));
    try {
      const auto data = read(folder.write("flip.osm.pbf", damaged));
      CHECK(data.ways.size() == whole.ways.size());
    } catch (const DataError&) {
      ++n_errors;
    }
  }
  CHECK(n_errors >= 30);
}
