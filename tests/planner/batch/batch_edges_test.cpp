// Batches whose base changes centres itself, whose scenarios fail in shares or as whole runs, and
// whose inputs change.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/planner/batch/long_batch.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::string kNewSite = "{id='X1',lon=85.05,lat=25.45}";

/// The ledger and the women within each limit, by a run of its own.
void check_like_run(const BatchDataset& data, const std::string& name, const BatchWords& settings) {
  INFO(name);
  const BatchWords words = {"run",
                            "--data",
                            "d",
                            "-o",
                            "alone",
                            "--overwrite",
                            "--quiet",
                            "--set",
                            "isochrones.in_run=false",
                            "--set",
                            "simulation.in_run=false"};
  REQUIRE(data.run(join(words, settings)).exit_code == 0);
  const auto alone = nlohmann::json::parse(read_text(data.path() / "alone/summary.json"));
  const auto& last = alone["headline"]["sets"].back();
  const auto figures = data.scenario(name)["figures"];
  CHECK(figures["centres"] == last["centres"]);
  CHECK(figures["within"] == last["within"]);
  CHECK(figures["ledger"] == last["ledger"]);
}

std::string key_of(const BatchDataset& data, const std::string& name) {
  return data.scenario(name)["key"];
}

/// Folders in which whole runs are, by name.
BatchWords run_folders(const BatchDataset& data) {
  BatchWords names;
  for (const auto& entry : std::filesystem::directory_iterator(data.path() / "b.scenarios")) {
    if (entry.is_directory()) names.push_back(entry.path().filename());
  }
  std::ranges::sort(names);
  return names;
}

/// All checksums are taken, and nothing is computed yet.
bool has_noted_inputs(const BatchDataset& data) {
  const auto kept = data.path() / "b.scenarios";
  if (!std::filesystem::exists(kept)) return false;
  for (const auto& entry : std::filesystem::directory_iterator(kept)) {
    if (entry.path().filename().string().starts_with("inputs-")) return true;
  }
  return false;
}

const BatchWords kWholeRuns = {"--no-simulation", "--full", "--overwrite", "--set",
                               "isochrones.in_run=false"};

}  // namespace

TEST_CASE("a centre is added to a base that adds a new site itself") {
  const BatchDataset data;
  REQUIRE(data.batch(join(kNoYears, {"--one-in", "K1", "--one-in", "C5", "--set",
                                     "centres.add=[" + kNewSite + "]"}))
              .exit_code == 0);
  CHECK(key_of(data, "with-K1") != key_of(data, "base"));
  CHECK(key_of(data, "with-K1") != key_of(data, "with-C5"));
  CHECK(data.scenario("with-K1")["figures"]["centres"].get<int>() ==
        data.scenario("base")["figures"]["centres"].get<int>() + 1);
  check_like_run(data, "base", {"--set", "centres.add=[" + kNewSite + "]"});
  check_like_run(data, "with-K1", {"--set", "centres.add=['K1'," + kNewSite + "]"});
  check_like_run(data, "with-C5", {"--set", "centres.add=[" + kNewSite + ",'C5']"});
}

TEST_CASE("a new site of the base is left out in turn too") {
  const BatchDataset data;
  REQUIRE(data.batch(join(kNoYears, {"--one-out", "X1", "--set", "centres.add=[" + kNewSite + "]"}))
              .exit_code == 0);
  check_like_run(data, "without-X1", {});
}

TEST_CASE("a centre that the base moves is left out by its own id") {
  const BatchDataset data;
  const std::string move = "centres.move=[{id='C1',lon=85.05,lat=25.45}]";
  REQUIRE(data.batch(join(kNoYears, {"--one-out", "existing", "--set", move})).exit_code == 0);
  check_like_run(data, "base", {"--set", move});
  check_like_run(data, "without-C1", {"--set", "centres.close=['C1']"});
  check_like_run(data, "without-C2", {"--set", move, "--set", "centres.close=['C2']"});
  CHECK(data.json()["scenarios"].size() == 3);
  CHECK_THAT(data.batch({"--one-in", "C1", "--overwrite", "--set", move}).err,
             Contains("'C1' is open already under the last set"));
}

TEST_CASE("shares of which a scenario fails are merged to the bytes of the whole") {
  const BatchDataset data;
  const BatchWords sweep = join(kNoYears, {"--grid", "travel.profile=['walk','buss','walk']"});
  REQUIRE(data.batch(sweep).exit_code == 3);
  const auto whole = data.results();
  data.forget();
  BatchWords told;
  for (const char* share : {"1/2", "2/2"}) {
    const ProgramResult result = data.batch(join(sweep, {"--shard", share}));
    if (result.exit_code != 0) told.push_back(result.err);
    CHECK((result.exit_code == 0 || result.exit_code == 3));
  }
  REQUIRE(told.size() == 1);
  CHECK_THAT(told[0], Contains("'grid-2' failed: ") && Contains("no profile 'buss'"));
  CHECK(data.run(data.words(sweep, "merge")).exit_code == 3);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("whole runs are taken up by their content, and never a part of one") {
  const BatchDataset data;
  const auto limits = [](const std::string& list) {
    return BatchWords{"--grid", "underserved.max_minutes=[" + list + "]"};
  };
  REQUIRE(data.batch(join(kWholeRuns, limits("30,90"))).exit_code == 0);
  const std::string run = data.scenario("grid-1")["run"];
  const auto manifest = data.path() / run / "manifest.json";
  const std::string whole = read_text(manifest);
  CHECK(run_folders(data).size() == 3);

  // The same content by another name: the same run, to the byte.
  REQUIRE(data.batch(join(kWholeRuns, limits("120,30"))).exit_code == 0);
  CHECK(data.scenario("grid-2")["run"] == run);
  CHECK(read_text(manifest) == whole);

  // One that says it is a part, and one of other inputs, are made anew.
  const auto at = whole.find("\"sha256\": \"");
  REQUIRE(at != std::string::npos);
  std::string other = whole;
  other.replace(at + 11, 4, "0000");
  std::string part = whole;
  part.replace(part.find("\"partial\": false"), 16, "\"partial\": true");
  for (const std::string& spoilt : {other, part}) {
    std::ofstream(manifest, std::ios::binary) << spoilt;
    REQUIRE(data.batch(join(kWholeRuns, limits("30,90"))).exit_code == 0);
    CHECK(read_text(manifest) == whole);
  }
}

TEST_CASE("a whole run that fails is named, and the table is there") {
  const BatchDataset data;
  std::string many = "[5";
  for (int minutes = 10; minutes <= 160; minutes += 5) many += "," + std::to_string(minutes);
  const ProgramResult result = data.batch(
      {"--no-simulation", "--full", "--json", "--set", "underserved.max_minutes=60", "--set",
       "isochrones.cell_m=400", "--grid", "travel.bands_min=[[60]," + many + "]]"});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.err, Contains("of 1 the whole run failed"));
  CHECK(data.scenario("grid-1")["run"] != "");
  const auto failed = data.scenario("grid-2");
  CHECK(failed["status"] == "done");
  CHECK(failed["run"] == "");
  CHECK_THAT(failed["reason"].get<std::string>(),
             Contains("the whole run failed: ") && Contains("limits are too many"));
}

TEST_CASE("a grid that varies a key twice, or has too many combinations, is refused") {
  BatchDataset data;
  data.write("s.toml", "[grid]\n\"travel.season\" = [\"dry\"]\n");
  const ProgramResult twice = data.batch({"s.toml", "--grid", "travel.season=['monsoon']"});
  CHECK(twice.exit_code == 2);
  CHECK_THAT(twice.err, Contains("varies 'travel.season' twice"));
  std::string numbers = "[1";
  for (int i = 2; i <= 400; ++i) numbers += "," + std::to_string(i);
  BatchWords wide;
  for (const char* key : {"a", "b", "c", "d", "e"}) {
    wide = join(wide, {"--grid", key + ("=" + numbers) + "]"});
  }
  const ProgramResult many = data.batch(wide);
  CHECK(many.exit_code == 2);
  CHECK_THAT(many.err, Contains("combinations of the grid are more than"));
}

TEST_CASE("a mistyped key has a column of its own and costs its row alone") {
  BatchDataset data;
  data.write("s.toml",
             "[grid]\n\"travel.season\" = [\"monsoon\"]\n"
             "[[list]]\nname = \"x\"\n\"travel_season\" = \"monsoon\"\n"
             "[[list]]\nname = \"y\"\n\"Travel.Season\" = \"monsoon\"\n");
  CHECK(data.batch(join(kNoYears, {"s.toml"})).exit_code == 3);
  CHECK(data.scenario("grid-1")["status"] == "done");
  CHECK(data.scenario("x")["status"] == "failed");
  const std::string table = read_text(data.path() / "b/batch.csv");
  const std::string header = table.substr(0, table.find('\n'));
  CHECK_THAT(header, Contains("set_travel_season,set_Travel_Season_2,set_travel_season_3"));
}

TEST_CASE("the inputs of all datasets of a batch are in its manifest") {
  BatchDataset data;
  std::filesystem::copy(data.path() / "d", data.path() / "e",
                        std::filesystem::copy_options::recursive);
  const std::string people = read_text(data.path() / "d/settlements.csv");
  data.write("e/settlements.csv", people.substr(0, people.rfind('\n', people.size() - 2) + 1));
  data.write("f/a.toml", "dataset = \"../d\"\n").write("f/b.toml", "dataset = \"../e\"\n");
  REQUIRE(data.run({"batch", "f", "-o", "b", "--no-simulation"}).exit_code == 0);
  const auto manifest = nlohmann::json::parse(read_text(data.path() / "b/manifest.json"));
  int n_settlements = 0, n_roads = 0;
  for (const auto& input : manifest["inputs"]) {
    if (input["path"] == "settlements.csv") ++n_settlements;
    if (input["path"] == "roads.geojson") ++n_roads;
  }
  CHECK(n_settlements == 2);
  CHECK(n_roads == 1);  // of one content
}

TEST_CASE("inputs that changed between shares, or before they are merged, are said") {
  BatchDataset data;
  const BatchWords sweep = join(kNoYears, {"--one-out", "existing"});
  const auto says = Contains("settlements.csv has changed since the last call");
  REQUIRE(data.batch(join(sweep, {"--shard", "1/2"})).exit_code == 0);
  data.change("settlements.csv", "S9,Tapu", "S9,Tapoo");
  const ProgramResult second = data.batch(join(sweep, {"--shard", "2/2"}));
  CHECK_THAT(second.err, says);
  CHECK_THAT(data.batch(join(sweep, {"--shard", "1/2"})).err, !says);
  data.change("settlements.csv", "S9,Tapoo", "S9,Tapu");
  for (int i = 0; i < 2; ++i) {  // merging keeps nothing
    const ProgramResult merged = data.run(data.words(sweep, "merge"));
    CHECK(merged.exit_code == 1);
    CHECK_THAT(merged.err, says);
  }
}

TEST_CASE("a file of profiles that is written to while scenarios are computed fails them") {
  LongBatch data;
  const std::string profiles = read_text(source_file("tests/data/real/profiles.toml"));
  data.write("p.toml", profiles);
  data.sweep = join(data.sweep, {"--set", "travel.profiles=['p.toml']"});
  RunningProgram running = data.start();
  while (running.at_work() && !has_noted_inputs(data)) ::usleep(1'000);
  data.write("p.toml", profiles + "# another\n");
  const ProgramResult stopped = running.wait();
  CHECK_THAT(stopped.err, Contains("was written to meanwhile"));
  CHECK(stopped.exit_code != 0);
  const auto whole = data.batch(join(data.sweep, {"--overwrite"}));
  CHECK(whole.exit_code == 0);
}

TEST_CASE("the name of a folder may end in a slash") {
  const BatchDataset data;
  const auto whole = data.results_at_once(join(kNoYears, {"--one-out", "C2"}));
  REQUIRE(data.run({"batch", "--data", "d", "-o", "b/", "--no-simulation", "--one-out", "C2"})
              .exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("a table that could not be printed is a failure, whatever else failed") {
  const BatchDataset data;
  const std::string command = "cd '" + data.path().string() +
                              "' && '" PAHUNCH_PROGRAM
                              "' batch --data d -o b --no-simulation --json --grid "
                              "'travel.profile=[\"walk\",\"buss\"]' >/dev/full 2>err";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 1);
  CHECK(std::filesystem::exists(data.path() / "b/batch.csv"));
}
