#include <catch2/catch.hpp>

#include <csignal>

#include "tests/planner/batch/batch_dataset.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;
using Catch::StartsWith;

namespace {

/// The last set of a run's headline, by the single command.
nlohmann::json run_alone(const BatchDataset& data, const BatchWords& settings) {
  BatchWords words = {"run",     "--data", "d",
                      "-o",      "alone",  "--overwrite",
                      "--quiet", "--set",  "isochrones.in_run=false"};
  const ProgramResult result = data.run(join(words, settings));
  REQUIRE(result.exit_code == 0);
  return nlohmann::json::parse(read_text(data.path() / "alone/summary.json"));
}

/// Each figure of the batch against the same figure of a run of that scenario alone.
void check_like_alone(const nlohmann::json& scenario, const nlohmann::json& alone) {
  INFO(scenario["name"]);
  const auto& figures = scenario["figures"];
  const auto& last = alone["headline"]["sets"].back();
  CHECK(figures["centres"] == last["centres"]);
  CHECK(figures["within"] == last["within"]);
  CHECK(figures["ledger"] == last["ledger"]);
  CHECK(figures["mean_min"] == last["times"]["mean_min"]);
  CHECK(figures["median_min"] == last["times"]["median_min"]);
  CHECK(figures["p90_min"] == last["times"]["p90_min"]);
  for (const auto& change : alone["headline"]["change"]) {
    if (change["minutes"] != figures["limit_min"]) continue;
    CHECK(figures["newly_within_limit"] == change["newly_covered"]);
    CHECK(figures["lost"] == change["lost"]);
  }
  if (!figures.contains("simulation")) return;
  const auto& years = alone["simulation"]["sets"].back();
  CHECK(figures["simulation"]["underserved"]["value"] == years["underserved_rural_women"]);
  CHECK(figures["simulation"]["registered"]["value"] == years["registered"]);
  CHECK(figures["simulation"]["disposed"]["value"] == years["disposed_any"]);
  for (const char* end : {"value", "low", "high"}) {
    CHECK(figures["simulation"]["more_served"][end] == alone["simulation"]["more_served"][end]);
  }
}

}  // namespace

TEST_CASE("each scenario of a batch has the figures of a run of its own") {
  const BatchDataset data;
  REQUIRE(data.batch(kMixedSweep).exit_code == 0);
  const BatchWords years = {"--set", "simulation.replicates=12", "--set", "simulation.draws=3"};
  const std::map<std::string, BatchWords> settings = {
      {"base", {}},
      {"grid-2", {"--set", "travel.profile=shared-auto"}},
      {"grid-3", {"--set", "travel.profile=walk", "--set", "travel.season=monsoon"}},
      {"without-C2", {"--set", "centres.close=['C2']"}},
      {"with-C5", {"--set", "centres.add=['C5']"}},
      {"with-K4", {"--set", "centres.add=['K4']"}}};
  for (const auto& [name, own] : settings) {
    check_like_alone(data.scenario(name), run_alone(data, join(years, own)));
  }
  CHECK(data.json()["scenarios"].size() == 12);  // the base, 4, C1 and C2, C5 and K1 to K4
}

TEST_CASE("differences are against the base, and the base is the first") {
  const BatchDataset data;
  REQUIRE(data.batch(join(kNoYears, {"--one-out", "C2", "--one-in", "C5", "--set",
                                     "underserved.max_minutes=30"}))
              .exit_code == 0);
  const auto all = data.json();
  CHECK(all["base"] == "base");
  CHECK(all["scenarios"][0]["name"] == "base");
  const auto rural = [&](const std::string& name) {
    return data.scenario(name)["figures"]["within_limit"]["rural_women"].get<int>();
  };
  for (const char* name : {"without-C2", "with-C5"}) {
    CHECK(data.scenario(name)["figures"]["within_limit_less_base"]["rural_women"] ==
          rural(name) - rural("base"));
  }
  CHECK(rural("without-C2") < rural("base"));
  CHECK(all["by_rural_women_within_limit"].back() == "without-C2");
  CHECK_THAT(read_text(data.path() / "b/batch.csv"), Contains("without-C2,site out,done,"));
  const auto map = nlohmann::json::parse(read_text(data.path() / "b/batch.geojson"));
  CHECK(map["features"][0]["geometry"].is_null());
  CHECK(map["features"][1]["geometry"]["coordinates"][0].get<double>() == Approx(85.37));
}

TEST_CASE("a public batch has the sites of its scenarios only roughly") {
  const BatchDataset data;
  const auto place = [&](const BatchWords& more) {
    REQUIRE(data.batch(join(kNoYears, join({"--one-out", "C2", "--overwrite"}, more))).exit_code ==
            0);
    const auto map = nlohmann::json::parse(read_text(data.path() / "b/batch.geojson"));
    return map["features"][1]["geometry"]["coordinates"];
  };
  CHECK(place({}) != place({"--set", "privacy.public=true"}));
}

TEST_CASE("the times of the scenarios that a call computed are in timing.json") {
  const BatchDataset data;
  const auto timing = [&](const BatchWords& more) {
    REQUIRE(data.batch(join({"--no-simulation", "--one-out", "C2"}, more)).exit_code == 0);
    return nlohmann::json::parse(read_text(data.path() / "b/timing.json"));
  };
  const auto computed = timing({});
  CHECK(computed["scenario_seconds"].size() == 2);
  CHECK(computed["scenario_seconds"]["base"] <= computed["seconds"]["total"]);
  CHECK_FALSE(timing({"--overwrite"}).contains("scenario_seconds"));
}

TEST_CASE("what is kept from the outputs can be said of all scenarios at once") {
  const BatchDataset data;
  const BatchWords sweep = {"--no-simulation", "--one-out", "C2", "--overwrite"};
  const auto results = [&](const BatchWords& more) {
    const ProgramResult result = data.batch(join(sweep, more));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return data.results();
  };
  results({"--set", "privacy.public=true", "--set", "privacy.suppress_below=12"});
  const auto long_way = data.results();
  results({});
  CHECK(data.differing(long_way) != BatchWords{});
  results({"--public", "--suppress-below", "12"});
  CHECK(data.differing(long_way) == BatchWords{});
  CHECK_THAT(data.batch({"--suppress-below", "1", "--one-out", "existing"}).err,
             Contains("the least count that is shown"));
}

TEST_CASE("no scenario of a sweep wins over what is kept from the outputs of all") {
  BatchDataset data;
  data.write("s.toml", "[[list]]\nname = \"open\"\n\"privacy.public\" = false\n");
  const ProgramResult result = data.batch({"s.toml", "--public"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("'open' sets 'privacy.public' for itself"));
}

TEST_CASE("scenario files and folders of them are compared with the first") {
  BatchDataset data;
  data.write("f/a.toml", "[travel]\nseason = \"dry\"\n")
      .write("f/b.toml",
             "[centres]\nbaseline = "
             "[\"existing\"]\nplan = [\"existing\"]\n")
      .write("f/c.toml", "[travel]\nseason = \"monsoon\"\ndepart_hour = 9\n");
  REQUIRE(data.batch(join(kNoYears, {"f"})).exit_code == 0);
  CHECK(data.json()["base"] == "a");
  CHECK(data.scenario("b")["figures"]["centres"] == 2);
  CHECK(data.scenario("a")["parameters"].empty());
  CHECK(data.scenario("c")["parameters"] ==
        nlohmann::json{{"travel.depart_hour", "9"}, {"travel.season", "\"monsoon\""}});
  const std::string table = read_text(data.path() / "b/batch.csv");
  CHECK_THAT(table, Contains("set_travel_depart_hour,set_travel_season"));
  CHECK_THAT(table, Contains("c,file,done,") && Contains(",9,monsoon,"));
  CHECK_THAT(data.batch({}).err, Contains("there is no scenario"));
  CHECK_THAT(data.batch({"f", "--one-out", "C1"}).err, Contains("one base scenario"));
  CHECK_THAT(data.batch({"f/a.toml", "f/a.toml"}).err, Contains("two scenarios are named 'a'"));
  data.write("s.toml", "[[list]]\nname = \"x/y\"\n");
  CHECK_THAT(data.batch({"s.toml"}).err, Contains("'x/y' cannot name a scenario"));
}

TEST_CASE("a sweep beside other files, or given twice, is refused with its name") {
  BatchDataset data;
  data.write("f/a.toml", "[travel]\nseason = \"dry\"\n")
      .write("f/s.toml", "[grid]\n\"travel.season\" = [\"dry\"]\n");
  for (const BatchWords& files :
       {BatchWords{"f/a.toml", "f/s.toml"}, {"f/s.toml", "f/s.toml"}, {"f"}}) {
    const ProgramResult result = data.batch(files);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains("'f/s.toml' is a sweep, and a sweep stands alone"));
  }
  CHECK_FALSE(std::filesystem::exists(data.path() / "b.scenarios"));
}

TEST_CASE("what is not there is refused by its name, and leaves nothing") {
  BatchDataset data;
  data.write("a.toml", "").write("broken.toml", "[travl]\n");
  const auto refuse = [&](const BatchWords& words, const char* command = "batch") {
    const ProgramResult result = data.run(data.words(words, command));
    CHECK(result.exit_code != 0);
    CHECK_FALSE(std::filesystem::exists(data.path() / "b.scenarios"));
    return result.err;
  };
  for (const char* name : {"nodir/", "no.toml"}) {
    const auto named = Contains(std::string("there is no file or folder '") + name);
    CHECK_THAT(refuse({name}), named);
    CHECK_THAT(refuse({name, "--one-out", "C1"}), named);
    CHECK_THAT(refuse({"a.toml", name}), named);
  }
  CHECK_THAT(refuse({"broken.toml", "a.toml"}), Contains("unknown key 'travl'"));
  CHECK_THAT(refuse({"a.toml"}, "merge"), Contains("there is no folder b.scenarios"));
}

TEST_CASE("a dry run counts every scenario once") {
  const BatchDataset data;
  const BatchWords sweep = {"--dry-run", "--no-simulation", "--grid",
                            "travel.season=['dry','monsoon','wet']"};
  const ProgramResult words = data.batch(sweep);
  CHECK(words.exit_code == 0);
  CHECK_THAT(words.out, StartsWith("4 scenarios: 0 finished already, 2 to be computed, one is the "
                                   "same as another\n1 cannot be read and will fail, first "
                                   "'grid-3': 'wet' is not a season"));
  const auto json = nlohmann::json::parse(data.batch(join(sweep, {"--json"})).out);
  CHECK(json["twins"] == 1);
  CHECK_FALSE(std::filesystem::exists(data.path() / "b.scenarios"));
}

TEST_CASE("a scenario that fails is a row with its reason, and the others are done") {
  BatchDataset data;
  const BatchWords sweep =
      join(kNoYears, {"--grid", "travel.profile=['walk','buss','shared-auto']"});
  const ProgramResult result = data.batch(join(sweep, {"--json"}));
  CHECK(result.exit_code == 3);
  const auto printed = nlohmann::json::parse(result.out);
  CHECK(printed["failed"] == 1);
  CHECK(printed["scenarios"][2]["status"] == "failed");
  CHECK_THAT(printed["scenarios"][2]["reason"].get<std::string>(),
             Contains("no profile 'buss'") && Contains("did you mean 'bus'?"));
  CHECK(printed["scenarios"][3]["status"] == "done");
  CHECK_THAT(read_text(data.path() / "b/batch.md"), Contains("## Failed"));
  data.forget();

  const ProgramResult stopped = data.batch(join(sweep, {"--fail-fast"}));
  CHECK(stopped.exit_code == 1);
  CHECK_THAT(stopped.err, Contains("'grid-2' failed"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
}

TEST_CASE("without its base a batch is nothing") {
  BatchDataset data;
  const ProgramResult result = data.run({"batch", "--data", "nowhere", "--one-out", "existing"});
  CHECK(result.exit_code != 0);
  data.write("d/centres.csv", "broken");
  const ProgramResult broken = data.batch(join(kNoYears, {"--grid", "travel.season=['dry']"}));
  CHECK(broken.exit_code == 1);
  CHECK_THAT(broken.err, Contains("'base' failed") && Contains("compared with it"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
}

TEST_CASE("sites that cannot be opened or closed are refused with what to try") {
  const BatchDataset data;
  CHECK_THAT(data.batch({"--one-out", "C5"}).err, Contains("not open under the last set"));
  CHECK_THAT(data.batch({"--one-in", "C1"}).err, Contains("open already"));
  CHECK_THAT(data.batch({"--one-out", "existin"}).err, Contains("did you mean 'existing'?"));
  CHECK_THAT(data.batch({"--one-in", "K1", "--set", "centres.baseline=['existing']"}).err,
             Contains("one set of centres alone"));
}

TEST_CASE("new sites of one id at two places are two scenarios") {
  const BatchDataset data;
  const auto site = [](double lon) {
    return "[{id='X1',lon=" + std::to_string(lon) + ",lat=25.45}]";
  };
  REQUIRE(data.batch(join(kNoYears,
                          {"--grid", "centres.add=[" + site(85.05) + "," + site(85.35) + "]"}))
              .exit_code == 0);
  for (const auto& [name, lon] : {std::pair{"grid-1", 85.05}, std::pair{"grid-2", 85.35}}) {
    check_like_alone(data.scenario(name), run_alone(data, {"--set", "simulation.in_run=false",
                                                           "--set", "centres.add=" + site(lon)}));
  }
}

TEST_CASE("the same bytes on one thread and two, together and one after the other") {
  const BatchDataset data;
  const auto whole = data.results_at_once(kMixedSweep);
  REQUIRE(data.batch(join(kMixedSweep, {"--threads", "1"})).exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
  data.forget();
  // What a smaller batch has finished is taken up by a larger one.
  REQUIRE(data.batch({"--one-out", "C2", "--one-in", "K1", "--set", "simulation.replicates=12",
                      "--set", "simulation.draws=3"})
              .exit_code == 0);
  REQUIRE(data.batch(join(kMixedSweep, {"--overwrite"})).exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("shares that are merged are the same bytes as the whole") {
  const BatchDataset data;
  const auto whole = data.results_at_once(kMixedSweep);
  CHECK(data.batch(join(kMixedSweep, {"--shard", "2/3"})).exit_code == 0);
  CHECK(data.batch(join(kMixedSweep, {"--shard", "1/3"})).exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
  const ProgramResult early = data.run(data.words(kMixedSweep, "merge"));
  CHECK(early.exit_code == 1);
  CHECK_THAT(early.err, Contains("4 of 12 scenarios are not finished"));
  CHECK(data.batch(join(kMixedSweep, {"--shard", "3/3"})).exit_code == 0);
  REQUIRE(data.run(data.words(kMixedSweep, "merge")).exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("inputs that changed since the last call are said, and their scenarios are new") {
  BatchDataset data;
  const BatchWords sweep = join(kNoYears, {"--one-out", "existing"});
  REQUIRE(data.batch(sweep).exit_code == 0);
  const int before = data.scenario("base")["figures"]["ledger"]["total"]["women"];
  data.change("settlements.csv", "S1,", "S1,");
  const ProgramResult same = data.batch(join(sweep, {"--overwrite"}));
  CHECK_THAT(same.err, !Contains("has changed"));
  const std::string table = read_text(data.path() / "d/settlements.csv");
  const auto row = table.find('\n') + 1;
  const auto end = table.find('\n', row);
  data.write("d/settlements.csv", table.substr(0, row) + table.substr(end + 1));
  const ProgramResult changed = data.batch(join(sweep, {"--overwrite"}));
  REQUIRE(changed.exit_code == 0);
  CHECK_THAT(changed.err, Contains("settlements.csv has changed since the last call"));
  CHECK(data.scenario("base")["figures"]["ledger"]["total"]["women"] < before);
}
