#include "planner/study/study.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/drawn_study.h"
#include "tests/support/shared_files.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

Study load(const Scenario& scenario) {
  SilentProgress silent;
  return load_study(scenario, silent);
}

Scenario tiny_scenario() {
  Scenario scenario;
  scenario.dataset = source_file("tests/data/tiny");
  return scenario;
}

TravelTime time_of_second(const DrawnStudy& drawn, const TravelChoice& choice) {
  SilentProgress silent;
  return make_model(drawn.study, choice, silent)->times(SiteIdx(0))[PlaceIdx(1)];
}

}  // namespace

TEST_CASE("places and sites of a study are those of its settlements and centres, in order") {
  const Study study = load(tiny_scenario());
  const auto& settlements = study.dataset.settlements.settlements;
  REQUIRE(study.places.size() == 9);
  CHECK(study.places[4] == settlements[SettlementIdx(4)].at);
  REQUIRE(study.sites.size() == 5);
  CHECK(study.sites[2] == study.dataset.centres.centres[CentreIdx(2)].at);
  REQUIRE(study.sets.size() == 2);
  CHECK(study.sets[0].open.size() == 2);
  CHECK(study.sets[1].open.size() == 4);
}

TEST_CASE("with other centres each set keeps those of its ids that are left") {
  DrawnStudy drawn;
  Centre added;
  added.id = "B0";
  added.at = drawn.at('B');
  replace_centres(drawn.study, {drawn.centre(1), added, drawn.centre(2)});
  const auto& centres = drawn.study.dataset.centres.centres;
  REQUIRE(centres.size() == 3);
  CHECK(centres[CentreIdx(0)].id == "B0");
  CHECK(drawn.study.sets[0].open.empty());
  CHECK(drawn.study.sets[1].open == std::vector<CentreIdx>{CentreIdx(1)});
  CHECK(drawn.study.sites[0] == drawn.at('B'));
}

TEST_CASE("an unknown profile is refused before the dataset is read") {
  Scenario scenario = tiny_scenario();
  scenario.dataset = "/nowhere";
  scenario.travel.profile = "buss";
  CHECK_THROWS_WITH(load(scenario),
                    Contains("no profile 'buss'") && Contains("did you mean 'bus'?"));
}

TEST_CASE("the profiles of the program are joined by those of a file, which win") {
  const TempDir folder;
  const auto file = folder.write("p.toml",
                                 "format = 1\n[[profile]]\nname = 'walk'\ntitle = 'Mine'\n"
                                 "direction = 'to-centre'\naccess_speed_km_h = 4\ncircuity = 1\n"
                                 "max_access_m = 100\nwaiting_min = 0\n"
                                 "speeds = [{ class = '*', season = 'all', km_h = 4 }]\n");
  const ProfileSet profiles = read_all_profiles({file});
  CHECK(profiles.at("walk").title == "Mine");
  CHECK(profiles.contains("bus"));
  CHECK(read_all_profiles({}).at("walk").title != "Mine");
}

TEST_CASE("the scenario's noding wins over the dataset's") {
  Scenario scenario = tiny_scenario();
  scenario.travel.noding = NodingRule::kEnds;
  const std::size_t by_ends = load(scenario).network.n_links();
  CHECK(by_ends == load(tiny_scenario()).network.n_links());
  scenario.travel.noding = NodingRule::kPlanar;
  CHECK(load(scenario).network.n_links() >= by_ends);
}

TEST_CASE("a model travels as the scenario says, or the profile where it says nothing") {
  DrawnStudy drawn;
  const TravelChoice choice = scenario_choice(drawn.study.scenario);
  CHECK(choice.profile == "plain");
  CHECK(time_of_second(drawn, choice) == TravelTime(4 * kCellMs));
  drawn.study.profiles["plain"].direction = Direction::kRoundTrip;
  CHECK(time_of_second(drawn, choice) == TravelTime(8 * kCellMs));
  drawn.study.scenario.travel.direction = Direction::kFromCentre;
  CHECK(time_of_second(drawn, choice) == TravelTime(4 * kCellMs));
}

TEST_CASE("a model has the season and the hour of the scenario") {
  DrawnStudy drawn;
  drawn.study.profiles["plain"].speed_km_h[{"*", Season::kMonsoon}] = given(18);
  drawn.study.scenario.travel.season = Season::kMonsoon;
  CHECK(time_of_second(drawn, scenario_choice(drawn.study.scenario)) == TravelTime(8 * kCellMs));
  drawn.study.profiles["plain"].service_hours = {5, 21};
  drawn.study.scenario.travel.depart_hour = 22;
  CHECK_FALSE(time_of_second(drawn, scenario_choice(drawn.study.scenario)).reachable());
}

TEST_CASE("out of service the fallback profile takes her") {
  DrawnStudy drawn;
  Profile slow = plain_profile();
  slow.name = "slow";
  slow.speed_km_h[{"*", Season::kDry}] = given(3.6);
  drawn.study.profiles["slow"] = slow;
  drawn.study.profiles["plain"].service_hours = {5, 21};
  drawn.study.profiles["plain"].fallback = "slow";
  drawn.study.scenario.travel.depart_hour = 22;
  CHECK(time_of_second(drawn, scenario_choice(drawn.study.scenario)) == TravelTime(4 * kOffCellMs));
}

TEST_CASE("a fallback that is in none of the files is refused") {
  DrawnStudy drawn;
  drawn.study.profiles["plain"].fallback = "plane";
  CHECK_THROWS_WITH(drawn.model(), Contains("'plane'") && Contains("did you mean 'plain'?"));
}

TEST_CASE("a model between other ends answers for those") {
  const DrawnStudy drawn;
  SilentProgress silent;
  const std::vector<Xy> places = {drawn.at('B')}, sites = {drawn.at('C')};
  const auto model = make_model(drawn.study, scenario_choice(drawn.study.scenario),
                                ModelEnds{places, sites}, silent);
  CHECK(model->n_places() == 1);
  CHECK(model->times(SiteIdx(0))[PlaceIdx(0)] == TravelTime(4 * kCellMs));
}
