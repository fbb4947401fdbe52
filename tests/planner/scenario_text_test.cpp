#include "planner/scenario/scenario_text.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/scenario/read_scenario.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Contains;
using test::TempDir;

namespace {

using Names = std::vector<std::string>;

Scenario read_with(const std::vector<std::string>& overrides) {
  return read_scenario(read_scenario_text(std::nullopt, overrides));
}

}  // namespace

TEST_CASE("sets of centres keep the order of the file") {
  const auto text = parse_scenario_text(
      "[centres]\nzebra = ['existing']\nadd = []\nalpha = ['planned']\nclose = []\n", "s.toml");
  CHECK(text.set_names == Names{"zebra", "alpha"});
  CHECK(text.name == "s.toml");
}

TEST_CASE("sets that the command line brings come after those of the file") {
  const TempDir folder;
  const auto file = folder.write("s.toml", "[centres]\nb = ['existing']\na = ['planned']\n");
  const auto text = read_scenario_text(file, {"centres.c=['existing','planned']", "centres.a=[]"});
  CHECK(text.set_names == Names{"b", "a", "c"});
  CHECK(text.base == folder.path());
}

TEST_CASE("added centres are told apart: ids, and sites with coordinates") {
  const WhatIf what_if = read_with({"centres.add=['C1', {id='X', lon=85, lat=25}, 'C2']"}).what_if;
  CHECK(what_if.add == Names{"C1", "C2"});
  REQUIRE(what_if.add_sites.size() == 1);
  CHECK(what_if.add_sites[0].id == "X");
}

TEST_CASE("an override is read as TOML where it is, else as a text") {
  CHECK(read_with({"travel.season=monsoon"}).travel.season == Season::kMonsoon);
  CHECK(read_with({"travel.season=\"monsoon\""}).travel.season == Season::kMonsoon);
  CHECK(read_with({"travel.bands_min=[15, 60]"}).travel.bands_min == std::vector<double>{15, 60});
  CHECK(read_with({"name=a=b"}).name == "a=b");
}

TEST_CASE("of two overrides of one key the later counts") {
  CHECK(read_with({"simulation.seed=1", "simulation.seed=2"}).seed == 2);
}

TEST_CASE("an override wins over the file") {
  const TempDir folder;
  const auto file = folder.write("s.toml", "name = 'mine'\n[travel]\nseason = 'dry'\n");
  const Scenario scenario = read_scenario(read_scenario_text(file, {"travel.season=monsoon"}));
  CHECK(scenario.name == "mine");
  CHECK(scenario.travel.season == Season::kMonsoon);
}

TEST_CASE("an override that is none is wrong usage, with an example") {
  for (const std::string text :
       {"travel.season", "=monsoon", ".season=dry", "travel..season=dry"}) {
    CHECK_THROWS_AS(read_with({text}), UsageError);
    CHECK_THROWS_WITH(read_with({text}), Contains("--set '" + text + "' is not key=value"));
  }
  CHECK_THROWS_WITH(read_with({"name.first=x", "name.first.second=y"}), Contains("is not a table"));
}

TEST_CASE("a scenario that is no TOML names file and line") {
  const TempDir folder;
  const auto file = folder.write("s.toml", "name = 'x'\n[travel\n");
  CHECK_THROWS_AS(read_scenario_text(file, {}), ConfigError);
  CHECK_THROWS_WITH(read_scenario_text(file, {}), Contains("s.toml") && Contains("line 2"));
}

TEST_CASE("a scenario that is not there says how to get one") {
  CHECK_THROWS_WITH(read_scenario_text("no/such.toml", {}),
                    Contains("no/such.toml") && Contains("--dump-config"));
}
