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

Scenario read_with(const std::string& toml, const std::vector<std::string>& overrides) {
  const test::TempDir folder;
  return read_scenario(read_scenario_text(folder.write("s.toml", toml), overrides));
}

}  // namespace

TEST_CASE("an empty scenario compares the existing with the planned centres") {
  const Scenario scenario = read_toml("");
  REQUIRE(scenario.sets.size() == 2);
  CHECK(scenario.sets[0].members == std::vector<std::string>{"existing"});
  CHECK(scenario.travel.profile == "shared-auto");
  CHECK(scenario.max_minutes == 60);
}

TEST_CASE("sets keep the order of the file, the first being the baseline") {
  const Scenario scenario = read_toml("[centres]\nzulu = ['existing']\nalpha = ['planned']\n");
  REQUIRE(scenario.sets.size() == 2);
  CHECK(scenario.sets[0].name == "zulu");
}

TEST_CASE("a scenario reads back the same from what it writes") {
  const Scenario scenario = read_toml(
      "name = 'x'\n[centres]\nb = ['existing']\na = ['planned', 'C\"1']\n"
      "add = ['C7', { id = 'N', name = 'न', lon = 85.25, lat = 25.5 }]\nclose = ['C2']\n"
      "[travel]\nprofile = 'walk'\nseason = 'monsoon'\ndirection = 'round-trip'\n"
      "bands_min = [15, 45.5]\ndepart_hour = 9.5\nassignment = 'own-district'\n"
      "component = 'any'\nnoding = 'planar'\n[demand]\npopulation = '15plus'\n"
      "[underserved]\nmax_minutes = 45.5\n[hot_spots]\npermutations = 0\n[simulation]\nseed = 7\n");
  CHECK(read_toml(write_scenario(scenario)) == scenario);
  CHECK(read_toml(write_scenario(read_toml(""))) == read_toml(""));
}

TEST_CASE("an override wins over the file, and a bare word is a text") {
  const Scenario scenario =
      read_with("[travel]\nprofile = 'walk'\n",
                {"travel.profile=bus", "travel.bands_min=[10, 60]", "centres.only=[\"existing\"]"});
  CHECK(scenario.travel.profile == "bus");
  CHECK(scenario.travel.bands_min == std::vector<double>{10, 60});
  REQUIRE(scenario.sets.size() == 1);
  CHECK(scenario.sets[0].name == "only");
}

TEST_CASE("sets that overrides bring keep the order in which they are given") {
  const Scenario scenario =
      read_with("", {"centres.today=[\"existing\"]", "centres.plan=[\"existing\", \"planned\"]"});
  REQUIRE(scenario.sets.size() == 2);
  CHECK(scenario.sets[0].name == "today");
  CHECK(scenario.sets[1].name == "plan");
}

TEST_CASE("sets of the file come before those of overrides, whichever replaces which") {
  const Scenario scenario =
      read_with("[centres]\nzulu = []\nmike = []\n",
                {"centres.beta=[]", "centres.mike=[\"planned\"]", "centres.alpha=[]"});
  REQUIRE(scenario.sets.size() == 4);
  CHECK(scenario.sets[0].name == "zulu");
  CHECK(scenario.sets[1].name == "mike");
  CHECK(scenario.sets[1].members == std::vector<std::string>{"planned"});
  CHECK(scenario.sets[2].name == "beta");
  CHECK(scenario.sets[3].name == "alpha");
}

TEST_CASE("an override that is not key=value, or goes through a value, is refused") {
  CHECK_THROWS_AS(read_with("", {"travel.profile"}), UsageError);
  CHECK_THROWS_WITH(read_with("", {"travel..profile=x"}), Contains("is not key=value"));
  CHECK_THROWS_WITH(read_with("name = 'x'\n", {"name.first=x"}), Contains("'name' is not a table"));
}

TEST_CASE("an unknown key names its line and the nearest known one") {
  CHECK_THROWS_WITH(read_toml("[travel]\nseasn = 'dry'\n"),
                    Contains("seasn") && Contains("line 2") && Contains("season"));
}

TEST_CASE("a word that is none of the choices names the nearest and all of them") {
  CHECK_THROWS_WITH(read_toml("[travel]\nseason = 'monson'\n"),
                    Contains("'monson' is not a season") && Contains("did you mean 'monsoon'?") &&
                        Contains("dry, monsoon"));
}

TEST_CASE("values out of range are refused") {
  CHECK_THROWS_WITH(read_toml("[travel]\ndepart_hour = 24\n"), Contains("not from 0 to below 24"));
  CHECK_THROWS_AS(read_toml("[travel]\nbands_min = [60, 30]\n"), ConfigError);
  CHECK_THROWS_WITH(read_toml("[underserved]\nmax_minutes = 45\n"),
                    Contains("is not one of the bands"));
  CHECK_THROWS_WITH(read_toml("[simulation]\nseed = -1\n"), Contains("'seed' is negative"));
  CHECK_THROWS_WITH(read_toml("name = 'a/b'\n"), Contains("cannot name a folder"));
  CHECK_THROWS_WITH(read_toml("[centres]\n'A b' = ['existing']\n"), Contains("cannot name a set"));
}

TEST_CASE("a site outside the range of degrees is refused") {
  CHECK_THROWS_WITH(
      read_toml("[centres]\na = []\nb = []\nadd = [{id = 'N', lon = 25, lat = 95}]\n"),
      Contains("latitude") && Contains("swapped"));
  CHECK_THROWS_WITH(
      read_toml("[centres]\na = []\nb = []\nmove = [{id = 'N', lon = 185, lat = 5}]\n"),
      Contains("longitude"));
}

TEST_CASE("a what-if with the baseline alone is refused: nothing would come of it") {
  CHECK_THROWS_WITH(read_toml("[centres]\na = ['existing']\nclose = ['C1']\n"),
                    Contains("there is only the baseline"));
}

TEST_CASE("the simulation is read from its tables") {
  const Scenario scenario = read_toml(
      "[simulation]\nreplicates = 60\ndraws = 6\nin_run = false\n"
      "[demand]\ninduced = false\n[underserved]\nmax_wait_days = 1\nmin_probability = 0.7\n"
      "[hazard]\nfile = 'h.toml'\n");
  CHECK(scenario.simulation.replicates == 60);
  CHECK(scenario.simulation.draws == 6);
  CHECK_FALSE(scenario.simulation.in_run);
  CHECK_FALSE(scenario.simulation.induced_demand);
  CHECK(scenario.simulation.max_wait_days == 1);
  CHECK(scenario.simulation.min_probability == 0.7);
  REQUIRE(scenario.simulation.hazard.file);
  CHECK(scenario.simulation.hazard.file->filename() == "h.toml");
  CHECK_FALSE(scenario.simulation.operations);
}

TEST_CASE("a simulation that cannot tell its errors is refused") {
  CHECK_THROWS_WITH(read_toml("[simulation]\ndraws = 1\n"), Contains("fewer than two draws"));
  CHECK_THROWS_WITH(read_toml("[simulation]\nreplicates = 30\ndraws = 20\n"),
                    Contains("fewer than two for each"));
  CHECK_THROWS_WITH(read_toml("[simulation]\nreplicates = 1001\n"), Contains("shared evenly"));
  CHECK_THROWS_WITH(read_toml("[underserved]\nmin_probability = 1.2\n"),
                    Contains("not above 0 and at most 1"));
  CHECK_THROWS_WITH(read_toml("[underserved]\nmax_wait_days = -1\n"), Contains("negative"));
  CHECK_THROWS_WITH(read_toml("[operations]\nbeds = 3\n"), Contains("beds"));
}

TEST_CASE("a scenario file that is missing or no TOML is refused") {
  CHECK_THROWS_WITH(read_scenario_text("/nowhere/s.toml", {}), Contains("cannot be read"));
  CHECK_THROWS_AS(read_toml("a = = 1\n"), ConfigError);
}
