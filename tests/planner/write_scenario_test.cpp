#include "planner/scenario/write_scenario.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/scenario/read_scenario.h"

using namespace pahunch;
using Catch::Contains;

namespace {

Scenario read_back(const Scenario& scenario) {
  return read_scenario(parse_scenario_text(write_scenario(scenario), "written.toml"));
}

Scenario plain() { return read_scenario(parse_scenario_text("", "s.toml")); }

}  // namespace

TEST_CASE("quotes, backslashes and control characters of a name are read back") {
  Scenario scenario = plain();
  for (const std::string name : {"a\"b", "a\\b", "a\tb\nc", "\x7F", "सोनपुर", "a'b", "#"}) {
    INFO(name);
    scenario.name = name;
    CHECK(read_back(scenario).name == name);
  }
}

TEST_CASE("limits and places keep all of their digits") {
  Scenario scenario = plain();
  scenario.travel.bands_min = {0.1, 1.0 / 3, 7.25};
  scenario.max_minutes = 1.0 / 3;
  scenario.what_if.add_sites = {{"N", "New", {85.123456789012345, 25.1}}};
  CHECK(read_back(scenario) == scenario);
}

TEST_CASE("what is not given is written as a comment that says what holds") {
  const std::string text = write_scenario(plain());
  CHECK_THAT(text, Contains("# direction = \"to-centre\"") && Contains("# depart_hour = 10"));
  Scenario scenario = plain();
  scenario.travel.direction = Direction::kFromCentre;
  scenario.travel.depart_hour = 0;
  CHECK_THAT(write_scenario(scenario),
             Contains("\ndirection = \"from-centre\"") && Contains("\ndepart_hour = 0"));
  CHECK(read_back(scenario) == scenario);
}

TEST_CASE("every choice of a word is read back") {
  Scenario scenario = plain();
  for (const auto direction :
       {Direction::kToCentre, Direction::kFromCentre, Direction::kRoundTrip}) {
    scenario.travel.direction = direction;
    CHECK(read_back(scenario) == scenario);
  }
  for (const auto noding : {NodingRule::kDataset, NodingRule::kEnds, NodingRule::kPlanar}) {
    scenario.travel.noding = noding;
    CHECK(read_back(scenario) == scenario);
  }
  scenario.travel.component = ComponentRule::kAny;
  scenario.travel.season = Season::kMonsoon;
  scenario.travel.assignment = Assignment::kOwnDistrict;
  scenario.population = PopulationBasis::k15Plus;
  CHECK(read_back(scenario) == scenario);
}

TEST_CASE("what-ifs are read back, ids and sites alike") {
  Scenario scenario = plain();
  scenario.what_if.add = {"C7", "C \"8\""};
  scenario.what_if.close = {"C1"};
  scenario.what_if.move = {{"C2", "", {85, 25}}};
  CHECK(read_back(scenario) == scenario);
  scenario.what_if.add.clear();
  scenario.what_if.add_sites = {{"N1", "Naya", {85.5, 25.5}}, {"N2", "N2", {86, 26}}};
  CHECK(read_back(scenario) == scenario);
}
