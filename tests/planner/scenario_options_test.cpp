#include "planner/options/scenario_options.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"
#include "planner/scenario/read_scenario.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Contains;

namespace {

using Words = std::vector<std::string>;

/// An app with the options of a scenario, as `coverage` has them.
struct Line {
  Line() {
    options.add_to(app, ScenarioOptions::FileAs::kPositional);
    options.add_centres_to(app);
  }
  Scenario read(const Words& words) {
    Words reversed(words.rbegin(), words.rend());
    app.parse(reversed);
    return options.read();
  }
  CLI::App app;
  ScenarioOptions options;
};

Scenario read(const Words& words) { return Line().read(words); }

}  // namespace

TEST_CASE("without options the scenario is the default one") {
  CHECK(read({}) == read_scenario(read_scenario_text(std::nullopt, {})));
}

TEST_CASE("the short options change the scenario's travel") {
  const Scenario scenario = read({"--profile", "bus", "--season", "monsoon", "--direction",
                                  "round-trip", "--assignment", "own-district", "--seed", "5"});
  CHECK(scenario.travel.profile == "bus");
  CHECK(scenario.travel.season == Season::kMonsoon);
  CHECK(scenario.travel.direction == Direction::kRoundTrip);
  CHECK(scenario.travel.assignment == Assignment::kOwnDistrict);
  CHECK(scenario.seed == 5);
}

TEST_CASE("a short option wins over --set, which wins over the file") {
  const test::TempDir folder;
  const std::string file =
      folder.write("s.toml", "[travel]\nprofile = 'walk'\nseason = 'monsoon'\n").string();
  CHECK(read({file}).travel.profile == "walk");
  CHECK(read({file, "--set", "travel.profile=bus"}).travel.profile == "bus");
  const Scenario scenario = read({file, "--set", "travel.profile=bus", "--profile", "own-vehicle"});
  CHECK(scenario.travel.profile == "own-vehicle");
  CHECK(scenario.travel.season == Season::kMonsoon);
}

TEST_CASE("an override by --set may be given several times and does not swallow the next word") {
  const test::TempDir folder;
  const std::string file = folder.write("s.toml", "name = 'mine'\n").string();
  const Scenario scenario =
      read({"--set", "travel.season=monsoon", "--set", "travel.profile=walk", file});
  CHECK(scenario.name == "mine");
  CHECK(scenario.travel.season == Season::kMonsoon);
  CHECK(scenario.travel.profile == "walk");
}

TEST_CASE("sets on the command line are in their order, the first the baseline") {
  const Scenario scenario = read({"--centres", "today=existing", "--centres", "plan=existing,,C9"});
  REQUIRE(scenario.sets.size() == 2);
  CHECK(scenario.sets[0].name == "today");
  CHECK(scenario.sets[0].members == Words{"existing"});
  CHECK(scenario.sets[1].members == Words{"existing", "C9"});
}

TEST_CASE("a set without a name is refused") {
  CHECK_THROWS_WITH(read({"--centres", "existing"}),
                    Contains("--centres 'existing' is not NAME=A,B"));
  CHECK_THROWS_AS(read({"--centres", "=existing"}), UsageError);
}

TEST_CASE("the dataset on the command line wins over the scenario's") {
  const test::TempDir folder;
  CHECK(read({"--data", folder.path().string()}).dataset == folder.path());
}

TEST_CASE("a word that is no choice is refused while the command line is read") {
  CHECK_THROWS_AS(read({"--season", "winter"}), CLI::ParseError);
  CHECK_THROWS_AS(read({"--direction", "up"}), CLI::ParseError);
  CHECK_THROWS_AS(read({"--assignment", "any"}), CLI::ParseError);
}

TEST_CASE("a seed that a scenario file could not hold is refused") {
  CHECK(read({"--seed", "999999999999999999"}).seed == 999999999999999999U);
  CHECK_THROWS_AS(read({"--seed", "1000000000000000000"}), CLI::ParseError);
  CHECK_THROWS_AS(read({"--seed", "18446744073709551615"}), CLI::ParseError);
  CHECK_THROWS_AS(read({"--seed", "-1"}), CLI::ParseError);
  CHECK_THROWS_AS(read({"--seed", "1.5"}), CLI::ParseError);
}

TEST_CASE("the scenario in effect is printed only when that is asked") {
  std::ostringstream out, err;
  Console console(out, err);
  Line quiet;
  CHECK_FALSE(quiet.options.dumped(quiet.read({}), console));
  CHECK(out.str().empty());
  Line asked;
  CHECK(asked.options.dumped(asked.read({"--dump-config", "--profile", "bus"}), console));
  CHECK_THAT(out.str(), Contains("profile = \"bus\""));
}
