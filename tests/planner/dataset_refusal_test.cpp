// Each way in which a dataset cannot be used: what the program says, and that it leaves nothing.
#include <catch2/catch.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

/// What `run` says of a dataset that it must refuse with this exit code.
std::string refusal(const TinyDataset& data, int exit_code = kFailed) {
  const auto before = data.files();
  const ProgramResult result = data.run({"run", "--data", "d", "-o", "r"});
  CHECK(result.exit_code == exit_code);
  CHECK(result.out.empty());
  CHECK(data.files() == before);
  CHECK_THAT(result.err, Catch::StartsWith("pahunch: ") && Contains("where: "));
  return result.err;
}

/// Of the tiny dataset with one piece of its dataset.toml changed.
std::string refusal_of(const std::string& from, const std::string& to, int exit_code = kFailed) {
  return refusal(TinyDataset().change("dataset.toml", from, to), exit_code);
}

const std::string kTwistedBlock =
    "[[[85.0,25.4],[85.2,25.4],[85.2,25.5],[85.0,25.5],[85.0005,25.3999],[85.0,25.4]]]";
const std::string kPlainBlock = "[[[85.0,25.4],[85.2,25.4],[85.2,25.5],[85.0,25.5],[85.0,25.4]]]";
const std::string kCollapsedBlock = "[[[85.0,25.4],[85.2,25.4],[85.0,25.4],[85.0,25.4]]]";

}  // namespace

TEST_CASE("a dataset that is not there is refused with where it was looked for") {
  const TempDir folder;
  const ProgramResult result = run_program_in(folder.path(), {"run", "--data", "no", "-o", "r"});
  CHECK(result.exit_code == kUsage);
  CHECK_THAT(result.err, Contains("the file does not exist") && Contains("where: no\n") &&
                             Contains("what to try: check the path"));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a file that is not there is refused with the layer that names it") {
  CHECK_THAT(refusal_of("\"roads.geojson\"", "\"streets.geojson\""),
             Contains("there is no file 'streets.geojson'") &&
                 Contains("d/dataset.toml, line 23, layers.roads") &&
                 Contains("why it matters: ") && Contains("looked for d/streets.geojson"));
}

TEST_CASE("a layer that is not in the file is refused with the nearest one") {
  CHECK_THAT(refusal_of("\"roads.geojson\"", "\"roads.geojson\"\nlayer = \"road\""),
             Contains("'roads.geojson' has no layer 'road'") && Contains("did you mean 'roads'?"));
}

TEST_CASE("a column that is not in the file is refused with the nearest one and all there are") {
  CHECK_THAT(refusal_of("women = \"women\"", "women = \"womens\""),
             Contains("there is no column 'womens'") && Contains("where: settlements.csv") &&
                 Contains("did you mean 'women'?") &&
                 Contains("id, name, lon, lat, women, rural_women"));
}

TEST_CASE("polygons where lines belong are refused") {
  CHECK_THAT(refusal_of("\"roads.geojson\"", "\"blocks.geojson\""),
             Contains("'roads' needs lines, and the source has polygons") &&
                 Contains("perhaps two layers are exchanged"));
}

TEST_CASE("lines where polygons belong are refused") {
  CHECK_THAT(refusal_of("\"blocks.geojson\"", "\"roads.geojson\""),
             Contains("'block' needs polygons, and the source has lines"));
}

TEST_CASE("coordinates without a CRS are refused with the line to write") {
  TinyDataset data;
  data.write("d/settlements.csv", "id,name,x,y,women,rural_women\nS1,Gaon,85.03,25.452,10,10\n");
  data.change("dataset.toml", "crs = \"EPSG:4326\"", "x = \"x\"\ny = \"y\"");
  CHECK_THAT(refusal(data), Contains("the coordinates have no CRS") &&
                                Contains("settlements.csv") && Contains("crs = \"EPSG:4326\""));
}

TEST_CASE("a CRS that nobody knows is refused") {
  CHECK_THAT(refusal_of("EPSG:4326", "EPSG:12", kUsage),
             Contains("the CRS 'EPSG:12' is not known"));
}

TEST_CASE("swapped longitude and latitude are refused by that name") {
  CHECK_THAT(refusal_of("crs = \"EPSG:4326\"", "crs = \"EPSG:4326\"\nx = \"lat\"\ny = \"lon\""),
             Contains("9 of 9 places of the layer 'settlements' lie outside the study area") &&
                 Contains("the first lies at 25.4520, 85.0300") &&
                 Contains("longitude and latitude are swapped") &&
                 Contains("what to try: exchange x and y"));
}

TEST_CASE("degrees called metres are refused as a wrong CRS") {
  CHECK_THAT(refusal_of("EPSG:4326", "EPSG:32645"),
             Contains("9 of 9 places of the layer 'settlements' lie outside the study area") &&
                 Contains("the CRS is probably wrong") && Contains("what to try"));
}

TEST_CASE("one bad row more than the dataset allows is refused, as many as it allows are not") {
  TinyDataset data;
  data.change("settlements.csv", "S1,Gaon Ek,85.03,25.452,1000", "S1,Gaon Ek,85.03,25.452,many");
  data.change("settlements.csv", "S6,Gaon Chhah,85.25,25.451,900,0", "S6,Gaon Chhah,85,25,some,0");
  const std::string women = "crs = \"EPSG:4326\"";
  data.change("dataset.toml", women, women + "\nmax_bad_rows = 1");
  CHECK_THAT(refusal(data), Contains("2 bad rows in the layer 'settlements', and 1 is allowed") &&
                                Contains("S1: women = 'many'") &&
                                Contains("accept their repair with max_bad_rows = 2") &&
                                Contains("why it matters: "));
  data.change("dataset.toml", "max_bad_rows = 1", "max_bad_rows = 2");
  const ProgramResult allowed = data.run({"run", "--data", "d", "-o", "r"});
  CHECK(allowed.exit_code == 0);
  CHECK_THAT(allowed.err, Contains("settlements: ") && Contains("women is not a number"));
}

TEST_CASE("a bad row never stops check, which lists it") {
  TinyDataset data;
  data.change("settlements.csv", "85.03,25.452,1000", "85.03,25.452,many");
  const ProgramResult result = data.run({"check", "d"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("women is not a number"));
}

TEST_CASE("a layer without rows is refused") {
  CHECK_THAT(
      refusal(TinyDataset().write("d/centres.csv", "id,name,status,lon,lat,provenance,note\n")),
      Contains("the layer 'centres' is empty") && Contains("what to try"));
}

TEST_CASE("a boundary that crosses itself is repaired and told") {
  TinyDataset data;
  data.change("blocks.geojson", kPlainBlock, kTwistedBlock);
  data.change("dataset.toml", "source = \"blocks.geojson\"",
              "source = \"blocks.geojson\"\nmax_bad_rows = 1");
  const ProgramResult result = data.run({"check", "d"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("1 kept: ") && Contains("repaired"));
}

TEST_CASE("a boundary beyond repair is refused with its name") {
  TinyDataset data;
  data.change("blocks.geojson", kPlainBlock, kCollapsedBlock);
  CHECK_THAT(refusal(data), Contains("the boundary of block 'Sonpur' (B1) is beyond repair") &&
                                Contains("blocks.geojson") && Contains("QGIS"));
}

TEST_CASE("a GeoJSON that was cut off is refused with where it ends") {
  CHECK_THAT(refusal(TinyDataset().cut("roads.geojson", 900)),
             Contains("'roads.geojson' cannot be opened: the file is damaged or cut off") &&
                 Contains("line 7") && Contains("fetch or export the file again"));
}

TEST_CASE("a CSV that was cut off within a row is refused with the line") {
  CHECK_THAT(refusal(TinyDataset().cut("settlements.csv", 120)),
             Contains("settlements.csv, line ") && Contains("columns, the header has 6"));
}

TEST_CASE("a road with a speed of zero is refused with the road") {
  TinyDataset data;
  data.change("roads.geojson", "\"class\":\"track\"", "\"class\":\"track\",\"speed\":0");
  data.change("dataset.toml", "class = \"class\"", "class = \"class\", speed = \"speed\"");
  CHECK_THAT(refusal(data), Contains("1 bad row in the layer 'roads', and 0 are allowed") &&
                                Contains("1 x speed is zero (R5: speed = '0')"));
}

TEST_CASE("an unknown key of dataset.toml is refused with its line and the nearest known one") {
  CHECK_THAT(refusal_of("title = ", "titel = ", kUsage),
             Contains("unknown key 'titel'") && Contains("d/dataset.toml, line 5, titel") &&
                 Contains("did you mean 'title'?"));
  CHECK_THAT(refusal_of("bridge = \"bridge\"", "brige = \"bridge\"", kUsage),
             Contains("unknown key 'brige'") && Contains("layers.roads.fields.brige") &&
                 Contains("did you mean 'bridge'?"));
}

TEST_CASE("a dataset.toml that is no TOML is refused with the line") {
  CHECK_THAT(refusal_of("format = 1", "format = = 1", kUsage), Contains("d/dataset.toml, line 3"));
}

TEST_CASE("modelled layers without a notice are refused") {
  CHECK_THAT(refusal_of("notice = \"All of this is made up.\"", "", kUsage),
             Contains("there is no 'notice'"));
}

TEST_CASE("every command that reads a dataset refuses a broken one and leaves nothing") {
  TinyDataset data;
  data.cut("roads.geojson", 900);
  const auto before = data.files();
  const std::vector<std::vector<std::string>> commands = {
      {"check", "d", "-o", "c.gpkg"},
      {"coverage", "--data", "d", "-o", "c.txt"},
      {"matrix", "--data", "d", "--from", "all", "--to", "all", "-o", "m.csv"},
      {"access", "--data", "d", "--limit", "60", "-o", "a.csv"}};
  for (const auto& command : commands) {
    const ProgramResult result = data.run(command);
    INFO(command.front());
    CHECK(result.exit_code == kFailed);
    CHECK(result.out.empty());
    CHECK_THAT(result.err, Contains("the file is damaged or cut off"));
    CHECK(data.files() == before);
  }
}
