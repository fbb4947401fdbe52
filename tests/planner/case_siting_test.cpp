// Named cases of bad roads, and sites chosen for the worst of them.

#include "planner/optimise/case_siting.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/planner/flooded_study.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr std::size_t kCaseDraws = 6;

std::vector<std::string> names_of(const std::vector<NamedCase>& cases) {
  std::vector<std::string> names;
  for (const NamedCase& item : cases) names.push_back(item.name);
  return names;
}

/// What sites cover in a case: the mean over its draws.
double cover_in(const FloodedStudy& flooded, const StudyHazard& hazard, const NamedCase& named,
                const std::vector<SiteIdx>& sites) {
  const std::size_t n_draws = named.is_drawn() ? kCaseDraws : 1;
  double sum = 0;
  for (std::size_t i = 0; i < n_draws; ++i) {
    const RoadState state = draw_case(named, &hazard, flooded.study.scenario.seed, i);
    sum += static_cast<double>(flooded.covered(sites, state));
  }
  return sum / static_cast<double>(n_draws);
}

/// Of a scenario file: closes every road of the dataset.
constexpr const char* kAllClosed =
    "[[closures]]\nname = 'all'\npolygon = [[80, 20], [90, 20], [90, 30], [80, 30]]\n";

}  // namespace

TEST_CASE("cases are months, years, all that was observed, and files of closures") {
  FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  flooded.data.write("shut.toml", kAllClosed);
  const auto read = [&](const std::vector<std::string>& words) {
    return names_of(read_named_cases(words, flooded.study, &hazard));
  };
  const std::string file = (flooded.data.path() / "shut.toml").string();
  CHECK(read({"2021-08", file}) == std::vector<std::string>{"2021-08", "shut"});
  CHECK(read({"2022"}) == std::vector<std::string>{"2022-08", "2022-09"});
  CHECK(read({"observed"}).size() == 6);
  CHECK_THROWS_WITH(read({"2021-08", "2021"}), Contains("'2021-08' is named twice"));
  CHECK_THROWS_WITH(read({"2019-08"}), Contains("was not observed"));
  CHECK_THROWS_WITH(read({"2019"}), Contains("no month of 2019"));
  CHECK_THROWS_WITH(read({"worst"}), Contains("'worst' is no case"));
  flooded.data.write("empty.toml", "name = 'x'\n");
  CHECK_THROWS_WITH(read({(flooded.data.path() / "empty.toml").string()}),
                    Contains("closes nothing"));
  CHECK_THROWS_AS(read_named_cases({"2021-08"}, flooded.study, nullptr), UsageError);
}

TEST_CASE("a file without chance has one draw, and one that replays a month has many") {
  FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  flooded.data.write("shut.toml", kAllClosed);
  flooded.data.write("both.toml", std::string(kAllClosed) + "[hazard]\nreplay = '2021-08'\n");
  flooded.data.write("maybe.toml", std::string(kAllClosed) + "probability = 0.5\n");
  std::vector<std::string> files;
  for (const char* name : {"shut.toml", "both.toml", "maybe.toml"}) {
    files.push_back((flooded.data.path() / name).string());
  }
  const auto cases = read_named_cases(files, flooded.study, &hazard);
  CHECK_FALSE(cases[0].is_drawn());
  CHECK(cases[1].is_drawn());
  CHECK(cases[2].is_drawn());
  const auto shut = draw_case(cases[0], nullptr, 1, 0);
  CHECK(shut.links.size() > 0);
  CHECK(shut == draw_case(cases[0], nullptr, 2, 7));
  CHECK(draw_case(cases[1], &hazard, 1, 3) == draw_case(cases[1], &hazard, 1, 3));
}

TEST_CASE("sites for the worst case are the best of all choices, and each case is measured") {
  FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  const SitingProblem& problem = flooded.made.problem;
  SilentProgress silent;
  flooded.data.write("south.toml", "[[closures]]\nname = 'south'\nroads = ['R1']\n");
  const CaseSitingOptions options{
      .cases = read_named_cases({"2021", (flooded.data.path() / "south.toml").string()},
                                flooded.study, &hazard),
      .n_draws = kCaseDraws};
  const CaseReach reach{flooded.roads(), &hazard, flooded.study.scenario.seed};
  const CaseAnswer chosen = choose_for_cases(reach, problem, {.n_new = 2}, options, silent);
  REQUIRE(chosen.answer.status == AnswerStatus::kProven);
  double best = 0;
  for (const auto& sites : flooded.choices_of_two()) {
    double least = 1e18;
    for (const NamedCase& item : options.cases) {
      least = std::min(least, cover_in(flooded, hazard, item, sites));
    }
    best = std::max(best, least);
  }
  CHECK(chosen.answer.objective == Approx(best));
  REQUIRE(chosen.found.binding.size() >= 1);
  CaseSiting found = chosen.found;
  measure_cases(reach, problem, chosen.answer.sites, chosen.answer.sites, options, found, silent);
  REQUIRE(found.measures.size() == 3);
  CHECK(found.measures[2].name == "south");
  CHECK(found.measures[2].chosen.value ==
        cover_in(flooded, hazard, options.cases[2], chosen.answer.sites));
  CHECK(found.measures[2].chosen.low == found.measures[2].chosen.high);
  CHECK(found.measures[0].chosen.low <= found.measures[0].chosen.value);
}
