#include <catch2/catch.hpp>

#include "tests/geo/io/osm/osm_text.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kMap = R"(<osm version='0.6'>
<node id='1' lon='85' lat='25'/><node id='2' lon='85.01' lat='25'/>
<node id='3' lon='85.005' lat='25.001'><tag k='place' v='village'/><tag k='name' v='Rampur'/>
<tag k='population' v='900'/></node>
<node id='4' lon='85.009' lat='25.001'><tag k='amenity' v='clinic'/></node>
<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='tertiary'/></way></osm>)";

}  // namespace

TEST_CASE("import makes a dataset that coverage can use") {
  const TempDir folder;
  const auto map = folder.write("map.osm", kMap).string();
  const auto out = (folder.path() / "data").string();
  const auto imported = run_pahunch({"import", map, "-o", out, "--name", "rampur", "--json"});
  CAPTURE(imported.err);
  REQUIRE(imported.exit_code == 0);
  CHECK_THAT(imported.out, Contains("\"roads\": 1") && Contains("\"settlements\": 1"));
  CHECK_THAT(imported.err, Contains("no study area was given"));
  const auto checked = run_pahunch({"check", out});
  CAPTURE(checked.err);
  CHECK(checked.exit_code == 0);
}

TEST_CASE("import says which turn restrictions it honours, and why not others") {
  const TempDir folder;
  OsmText text;
  text.node(1, 85, 25).node(2, 85.01, 25).node(3, 85.02, 25).node(4, 85.01, 25.01);
  text.node(5, 85.005, 25.001, {"place=village", "name=Rampur", "population=900"});
  text.node(6, 85.009, 25.001, {"amenity=clinic"});
  text.way(10, {1, 2}, {"highway=tertiary"}).way(11, {2, 3}, {"highway=tertiary"});
  text.way(12, {2, 4}, {"highway=tertiary"});
  text.turn(20, 10, 2, 12, {"type=restriction", "restriction=no_left_turn"});
  text.turn(21, 10, 2, 99, {"type=restriction", "restriction=no_left_turn"});
  const auto map = folder.write("map.osm", text.xml()).string();
  const auto out = (folder.path() / "data").string();
  const auto imported = run_pahunch({"import", map, "-o", out});
  CAPTURE(imported.err);
  REQUIRE(imported.exit_code == 0);
  CHECK_THAT(imported.out,
             Contains("1 turn restrictions honoured, with 1 more nodes and 2 connections\n") &&
                 Contains("1 turn restrictions not honoured: a member is no road of the file\n"));
  const auto json = run_pahunch({"import", map, "-o", out, "--overwrite", "--json"});
  CHECK_THAT(json.out, Contains("\"honoured\": 1") && Contains("\"more_connections\": 2"));
  CHECK_THAT(run_pahunch({"check", out}).out, Contains("turns"));
}

TEST_CASE("import says what is wrong with its arguments") {
  const TempDir folder;
  const auto map = folder.write("map.osm", kMap).string();
  CHECK(run_pahunch({"import"}).exit_code == 2);
  const auto no_out = run_pahunch({"import", map});
  CHECK(no_out.exit_code == 2);
  CHECK_THAT(no_out.err, Contains("import needs -o"));
  const auto out = (folder.path() / "data").string();
  CHECK_THAT(run_pahunch({"import", map, "-o", out, "--roads-field", "class"}).err,
             Contains("--roads-field needs ROLE=COLUMN, not 'class'"));
  CHECK_THAT(run_pahunch({"import", map, "-o", out, "--settlements", "a", "--population", "b"}).err,
             Contains("exclude each other"));
  const auto missing = run_pahunch({"import", "none.osm.pbf", "-o", out});
  CHECK(missing.exit_code == 1);
  CHECK_THAT(missing.err, Contains("there is no file none.osm.pbf"));
}
