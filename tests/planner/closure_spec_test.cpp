#include "planner/scenario/closure_spec.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/scenario/read_scenario.h"
#include "planner/scenario/write_scenario.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Contains;

namespace {

Scenario read_toml(const std::string& toml) {
  return read_scenario(parse_scenario_text(toml, "s.toml"));
}

/// A closure of these keys, beside its name.
std::vector<ClosureSpec> read_closure(const std::string& keys) {
  return read_toml("[[closures]]\nname = 'x'\n" + keys).closures;
}

void check_refused(const std::string& keys, const std::string& expected) {
  INFO(keys);
  CHECK_THROWS_AS(read_closure(keys), ConfigError);
  CHECK_THROWS_WITH(read_closure(keys), Contains(expected) && Contains("s.toml, line"));
}

}  // namespace

TEST_CASE("a closure is a line, a polygon, a file or a list of roads, certain unless said") {
  const auto line = read_closure("line = [[85, 25.5], [85.1, 25.5]]\nwithin_m = 20\n");
  REQUIRE(line.size() == 1);
  CHECK(line[0].name == "x");
  CHECK(line[0].probability == 1);
  CHECK(std::get<ClosureLine>(line[0].where) == ClosureLine{{{85, 25.5}, {85.1, 25.5}}, 20});
  const auto polygon = read_closure("probability = 0.25\npolygon = [[85, 25], [86, 25], [86, 26]]");
  CHECK(polygon[0].probability == 0.25);
  CHECK(std::get<ClosurePolygon>(polygon[0].where).ring.size() == 3);
  CHECK(std::get<ClosureRoads>(read_closure("roads = 'NH-31'")[0].where).roads ==
        std::vector<std::string>{"NH-31"});
  CHECK(std::get<ClosureFile>(read_closure("file = '/a.geojson'")[0].where).path == "/a.geojson");
  CHECK(
      std::get<ClosureLine>(read_closure("line = [[85, 25.5], [85.1, 25.5]]")[0].where).within_m ==
      kUsualWithin_m);
}

TEST_CASE("closures that cannot be meant are refused with line and key") {
  check_refused("", "does not say what is closed");
  check_refused("roads = ['a']\nline = [[85, 25], [86, 25]]", "'line' or 'roads', not both");
  check_refused("roads = []", "the list of roads is empty");
  check_refused("roads = ['a']\nprobability = 1.5", "probability 1.5 is not between 0 and 1");
  check_refused("roads = ['a']\nprobability = -0.1", "probability -0.1");
  check_refused("roads = ['a']\nwithin_m = 3", "'within_m' has no meaning for 'roads'");
  check_refused("line = [[85, 25], [86, 25]]\nwithin_m = -1", "the distance is negative");
  check_refused("line = [[85, 25]]", "'line' has 1 places; at least 2");
  check_refused("polygon = [[85, 25], [86, 25]]", "'polygon' has 2 places; at least 3");
  check_refused("line = [[25, 85], [25, 95]]", "[25, 95] is not on the earth");
  check_refused("line = [[85, 25, 3], [86, 25]]", "no pair of numbers");
  check_refused("line = [85, 25]", "a list of pairs of numbers is expected");
  check_refused("road = ['a']", "does not say what is closed");
  check_refused("roads = ['a']\nprobabilty = 0.5", "did you mean 'probability'?");
  CHECK_THROWS_WITH(read_toml("[[closures]]\nroads = ['a']\n"), Contains("'name' is missing"));
}

TEST_CASE("closures are read back as they are written") {
  Scenario scenario = read_toml("");
  CHECK_THAT(write_scenario(scenario), Contains("# [[closures]]"));
  scenario.closures = {{"a \"b\"", 1, ClosureLine{{{85.123456789012345, 25}, {85, 1.0 / 3}}, 12.5}},
                       {"p", 0.1, ClosurePolygon{{{85, 25}, {86, 25}, {86, 26}}}},
                       {"r", 1.0 / 3, ClosureRoads{{"R1", "NH 31 'new'"}}},
                       {"f", 0, ClosureFile{"/somewhere/shapes.gpkg", 7}}};
  CHECK(read_toml(write_scenario(scenario)) == scenario);
}

TEST_CASE("an override brings a closure too") {
  const test::TempDir folder;
  const auto text = read_scenario_text(folder.write("s.toml", ""),
                                       {"closures=[{name='x', roads=['R1'], probability=0.5}]"});
  const Scenario scenario = read_scenario(text);
  REQUIRE(scenario.closures.size() == 1);
  CHECK(scenario.closures[0].probability == 0.5);
}

TEST_CASE("a replay and the rule for unseen months are read, written and refused") {
  Scenario scenario = read_toml("[hazard]\nreplay = '2021-08'\nmissing_months = 'dry'\n");
  CHECK(scenario.simulation.hazard.replay == "2021-08");
  CHECK(scenario.simulation.hazard.missing_months == UnobservedMonths::kDry);
  CHECK(read_toml(write_scenario(scenario)) == scenario);
  scenario.simulation.hazard = {"/h.toml", "", UnobservedMonths::kPrior};
  CHECK(read_toml(write_scenario(scenario)) == scenario);
  CHECK_FALSE(read_toml("").simulation.hazard.missing_months);
  CHECK_THAT(write_scenario(read_toml("")), Contains("# replay = \"2021-08\""));
  CHECK_THROWS_WITH(read_toml("[hazard]\nreplay = 'August'\n"),
                    Contains("'August' is not a month") && Contains("line 2, hazard.replay"));
  CHECK_THROWS_WITH(read_toml("[hazard]\nmissing_months = 'wet'\n"),
                    Contains("unknown rule 'wet'") && Contains("\"prior\" or \"dry\""));
}

TEST_CASE("the sensitivity and its sizes are read, written and refused") {
  const Scenario scenario = read_toml(
      "[simulation]\nsensitivity = 'sobol'\nmorris_trajectories = 3\nsobol_rows = 8\n"
      "sobol_inputs = 2\nsensitivity_years = 4\n");
  CHECK(scenario.simulation.sensitivity ==
        SensitivitySettings{SensitivityKind::kSobol, 3, 8, 2, 4});
  CHECK(read_toml(write_scenario(scenario)) == scenario);
  CHECK(read_toml("").simulation.sensitivity.kind == SensitivityKind::kNone);
  CHECK_THROWS_WITH(read_toml("[simulation]\nsensitivity = 'moris'\n"),
                    Contains("'moris' is not a sensitivity") && Contains("none, morris, sobol"));
  CHECK_THROWS_WITH(read_toml("[simulation]\nsobol_rows = 1\n"), Contains("'sobol_rows' is below"));
}
