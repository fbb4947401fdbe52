// Closures, replays and sensitivity of a scenario, through the built program.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

namespace {

constexpr int kWrongUse = 2;

/// R3 is the one bridge to the north.
const std::string kBridge = "closures=[{name='bridge', roads=['R3']}]";

nlohmann::json cover(const TinyDataset& data, const Words& more) {
  Words words = {"coverage", "--data", "d", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  const ProgramResult result = data.run(words);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return nlohmann::json::parse(result.out);
}

std::string simulated_text(const FloodedDataset& data, const Words& more) {
  const ProgramResult result = data.simulate(more);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return read_text(data.path() / "s/simulation.md");
}

}  // namespace

TEST_CASE("what is closed for certain is closed in coverage, what may be is not") {
  const TinyDataset data;
  const auto open = cover(data, {}), closed = cover(data, {"--set", kBridge});
  CHECK(open != closed);
  const std::string maybe = "closures=[{name='bridge', roads=['R3'], probability=0.5}]";
  CHECK(cover(data, {"--set", maybe}) == open);
  const ProgramResult result = data.run({"coverage", "--data", "d", "--set", maybe});
  CHECK_THAT(result.err, Contains("'bridge' shuts 1 stretch of road in 50% of the simulated "
                                  "years; coverage and isochrones are without it"));
}

TEST_CASE("line, polygon and file close the same bridge as its id") {
  TinyDataset data;
  const auto by_id = cover(data, {"--set", kBridge});
  data.write(
      "shut.geojson",
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
      R"("geometry":{"type":"LineString","coordinates":[[85.0995,25.5],[85.1005,25.5]]}}]})");
  data.write("area.geojson",
             R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
             R"("geometry":{"type":"Polygon","coordinates":[[[85.0995,25.499],[85.1005,25.499],)"
             R"([85.1005,25.501],[85.0995,25.501],[85.0995,25.499]]]}}]})");
  for (const std::string where :
       {"line=[[85.0995,25.5],[85.1005,25.5]], within_m=1", "file='shut.geojson', within_m=1",
        "polygon=[[85.0995,25.499],[85.1005,25.499],[85.1005,25.501],[85.0995,25.501]]",
        "file='area.geojson'"}) {
    INFO(where);
    CHECK(cover(data, {"--set", "closures=[{name='bridge', " + where + "}]"}) == by_id);
  }
}

TEST_CASE("isochrones stop at what is closed") {
  const TinyDataset data;
  const Words words = {"isochrones", "--data", "d", "--limits", "60", "-o"};
  const auto draw = [&](const std::string& file, const Words& more) {
    Words all = words;
    all.push_back(file);
    all.insert(all.end(), more.begin(), more.end());
    const ProgramResult result = data.run(all);
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    return read_text(data.path() / file);
  };
  CHECK(draw("a.geojson", {}) != draw("b.geojson", {"--set", kBridge}));
}

TEST_CASE("closures that name nothing are refused, and nothing is left behind") {
  TinyDataset data;
  const auto refuse = [&](const std::string& closure) {
    const ProgramResult result = data.run(
        {"run", "--data", "d", "-o", "r", "--set", "closures=[{name='x', " + closure + "}]"});
    CHECK(result.exit_code != 0);
    CHECK_FALSE(std::filesystem::exists(data.path() / "r"));
    return result.err;
  };
  CHECK_THAT(refuse("roads=['R9']"), Contains("road 'R9' is not in the road layer"));
  CHECK_THAT(refuse("line=[[80,20],[80.1,20]]"), Contains("no road lies there"));
  CHECK_THAT(refuse("file='none.geojson'"), Contains("none.geojson"));
  CHECK_THAT(refuse("file='d/settlements.csv'"), Contains("lines or polygons"));
  CHECK_THAT(refuse("roads=['R1'], probability=2"), Contains("probability 2"));
}

TEST_CASE("a simulation with a closure says so, and cuts off whom it holds back") {
  const FloodedDataset data;
  const std::string text = simulated_text(data, {"--set", kBridge});
  CHECK_THAT(text, Contains("**Closures of the scenario**") &&
                       Contains("'bridge' shuts 1 stretch of road for certain."));
  const auto cut_off = [&](const std::string& folder) {
    const auto json = nlohmann::json::parse(read_text(data.path() / folder / "simulation.json"));
    return json["sets"][0]["rural_women_by_standing"]["cut off"]["mean"].get<double>();
  };
  std::filesystem::rename(data.path() / "s", data.path() / "closed");
  CHECK(simulated_text(data, {}).find("Closures of the scenario") == std::string::npos);
  CHECK(cut_off("closed") > cut_off("s"));
}

TEST_CASE(
    "a replay says that closures are drawn; an unseen month is refused with those there are") {
  const FloodedDataset data;
  const std::string text = simulated_text(data, {"--set", "hazard.replay=2021-08"});
  CHECK_THAT(text, Contains("Every year is a replay") && Contains("as observed in 2021-08") &&
                       Contains("is drawn"));
  CHECK(text.find("Months that nobody saw") == std::string::npos);
  const ProgramResult other = data.simulate({"--overwrite", "--set", "hazard.replay=2021-10"});
  CHECK(other.exit_code == kWrongUse);
  CHECK_THAT(other.err, Contains("2021-10 was not observed") && Contains("2021-07, 2021-08"));
}

TEST_CASE("unseen months are shown as prior and as dry, and the scenario chooses") {
  const FloodedDataset data;
  const std::string prior = simulated_text(data, {});
  CHECK_THAT(prior, Contains("## Months that nobody saw") && Contains("January, February") &&
                        Contains("run them as the prior") && Contains("| dry less prior |"));
  const std::string dry =
      simulated_text(data, {"--overwrite", "--set", "hazard.missing_months=dry"});
  CHECK_THAT(dry, Contains("run them as dry"));
  CHECK(dry != prior);
}

TEST_CASE("a sensitivity writes its table and words, the same on one and two threads") {
  const FloodedDataset data;
  const Words small = {"--sensitivity", "sobol",
                       "--set",         "simulation.morris_trajectories=2",
                       "--set",         "simulation.sobol_rows=2",
                       "--set",         "simulation.sensitivity_years=1",
                       "--threads"};
  const auto run = [&](const char* threads) {
    Words words = small;
    words.emplace_back(threads);
    const std::string text = simulated_text(data, words);
    CHECK_THAT(text, Contains("## Which inputs move the answer") && Contains("| *noise: other") &&
                         Contains("Sobol': 2"));
    const std::string table = read_text(data.path() / "s/sensitivity.csv");
    std::filesystem::remove_all(data.path() / "s");
    return text + table;
  };
  const std::string one = run("1");
  CHECK(run("2") == one);
  CHECK_THAT(one, Contains("morris,\"not served, baseline\",demand.report_at_hour,assumed,") &&
                      Contains("sobol,gain of plan,"));
  const ProgramResult told =
      data.simulate({"--sensitivity", "morris", "--set", "simulation.morris_trajectories=2",
                     "--set", "simulation.sensitivity_years=1"});
  CHECK_THAT(told.err, Contains("Morris makes 2 runs for each uncertain input and 4 more; each of "
                                "1 years"));
  const ProgramResult result = data.simulate({"--overwrite", "--sensitivity", "maybe"});
  CHECK(result.exit_code == kWrongUse);
}

TEST_CASE("the words of a simulation tell which conclusions survive, and what is left out") {
  const FloodedDataset data;
  const std::string text = simulated_text(data, {});
  CHECK_THAT(text, Contains("## Which conclusions survive every range") &&
                       Contains("plan serves more rural women than today | 3 of 3 draws | yes"));
  CHECK_THAT(text, Contains("## Which input flips most verdicts"));
  for (const std::string left_out :
       {"Growth", "pass by the nearest centre", "Night", "Waiting for a vehicle", "Cost and escort",
        "Who is missing"}) {
    CHECK_THAT(text, Contains("**" + left_out) || Contains("**Women who " + left_out));
  }
  CHECK_THAT(read_text(data.path() / "s/parameters.csv"), Contains("verdict_flips"));
}
