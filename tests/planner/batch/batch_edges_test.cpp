// Batches whose base changes centres itself, whose scenarios fail in shares or as whole runs, and
// whose inputs change.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "planner/batch/batch_result.h"
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

TEST_CASE("whole runs are not asked of a share, which leaves none") {
  const BatchDataset data;
  const ProgramResult share = data.batch(join(kWholeRuns, {"--one-out", "C2", "--shard", "1/2"}));
  CHECK(share.exit_code == 2);
  CHECK_THAT(share.err, Contains("--full and --shard do not go together"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "b.scenarios"));
}

TEST_CASE("the folder of a batch is no run, and says where those of its scenarios are") {
  const BatchDataset data;
  REQUIRE(data.batch(join(kWholeRuns, {"--one-out", "C2"})).exit_code == 0);
  const ProgramResult whole = data.run({"compare", "b", "b"});
  CHECK(whole.exit_code == 1);
  CHECK_THAT(whole.err, Contains("this folder is a batch of scenarios, and not one run") &&
                            Contains("the column 'run' of batch.csv") && Contains("--full"));
  const ProgramResult runs =
      data.run({"compare", data.scenario("base")["run"], data.scenario("without-C2")["run"]});
  CHECK(runs.exit_code == 0);
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

TEST_CASE("years of another seed, or other in number, are not compared with the base's") {
  const BatchDataset data;
  const BatchWords years = {"--set", "simulation.seed=7", "--set", "simulation.replicates=12",
                            "--set", "simulation.draws=3"};
  REQUIRE(data.batch(join(years, {"--grid", "simulation.seed=[7,8]", "--grid",
                                  "simulation.replicates=[12,15]"}))
              .exit_code == 0);
  const auto underserved = [&](const std::string& name) {
    return data.scenario(name)["figures"]["simulation"]["underserved"];
  };
  CHECK(underserved("grid-1")["less_base"]["mean"] == 0);
  for (const char* name : {"grid-2", "grid-3", "grid-4"}) {
    INFO(name);
    CHECK(underserved(name)["less_base"].is_null());
    CHECK_FALSE(underserved(name)["value"].is_null());
    CHECK(data.scenario(name)["figures"]["within_limit_less_base"]["women"] == 0);
  }
  const std::string words = read_text(data.path() / "b/batch.md");
  CHECK_THAT(words, Contains("draw by draw from the same random numbers") &&
                        Contains("| 0 | other draws |") && !Contains("same floods"));
  REQUIRE(data.batch(join(years, {"--grid", "simulation.seed=[8]", "--overwrite"})).exit_code == 0);
  CHECK_THAT(read_text(data.path() / "b/batch.md"),
             !Contains("draw by draw") && Contains("seed, draws or years are not those"));
}

TEST_CASE("a change of the underserved has its sign, and is the same on the screen and in words") {
  const BatchDataset data;
  const ProgramResult result =
      data.batch({"--grid", "centres.close=[['C1']]", "--set", "simulation.replicates=12", "--set",
                  "simulation.draws=3"});
  const double mean =
      data.scenario("grid-1")["figures"]["simulation"]["underserved"]["less_base"]["mean"];
  REQUIRE(mean > 1000);
  const std::string change = signed_text(std::llround(mean)) + " (";
  CHECK_THAT(result.out, Contains("  " + change));
  CHECK_THAT(read_text(data.path() / "b/batch.md"), Contains("| " + change));
}

TEST_CASE("a row of the screen says what the scenario sets, on a line that can be read") {
  BatchDataset data;
  std::string list = "[[list]]\nname = \"many\"\n\"travel.bands_min\" = [30";
  for (int minutes = 35; minutes <= 120; minutes += 5) list += ", " + std::to_string(minutes);
  data.write("s.toml", list + "]\n[grid]\n\"travel.season\" = [\"dry\", \"monsoon\"]\n" +
                           "\"travel.profile\" = [\"walk\"]\n[one_site]\nout = \"C2\"\n");
  const ProgramResult result = data.batch(join(kNoYears, {"s.toml"}));
  CHECK_THAT(result.out, Contains("grid-1  profile=walk, season=dry ") &&
                             Contains("grid-2  profile=walk, season=monsoon ") &&
                             Contains("many  bands_min=[ 30, 35, ") && Contains("… ") &&
                             Contains("without-C2  ") && !Contains("without-C2  close"));
  const auto many = result.out.find("  many");
  CHECK(result.out.find('\n', many) - many < 90);
  const ProgramResult twice =
      data.batch(join(kNoYears, {"--overwrite", "--grid", "simulation.in_run=[false]", "--grid",
                                 "isochrones.in_run=[false]"}));
  CHECK_THAT(twice.out, Contains("simulation.in_run=false, isochrones.in"));
}

TEST_CASE("the screen says within which limit a scenario counts where they differ") {
  const BatchDataset data;
  const BatchWords base = join(kNoYears, {"--overwrite", "--set", "underserved.max_minutes=60"});
  const ProgramResult result =
      data.batch(join(base, {"--grid", "underserved.max_minutes=[30,60]"}));
  CHECK_THAT(result.out, Contains("within its own limit, the base within 60 min") &&
                             Contains(" limit   rural women") && Contains("30 min ") &&
                             Contains("60 min "));
  CHECK_THAT(data.batch(join(base, {"--one-out", "C2"})).out, !Contains("its own limit"));
}

TEST_CASE("why a scenario failed is told with what to try, and without a file that is none") {
  const BatchDataset data;
  const ProgramResult result =
      data.batch(join(kNoYears, {"--grid", "travel.season=['wet']", "--grid", "travel.seson=[1]"}));
  REQUIRE(result.exit_code == 3);
  CHECK_THAT(result.out, Contains("'wet' is not a season; ") && Contains("dry, monsoon\n"));
  CHECK(data.scenario("grid-1")["reason"].get<std::string>().find(
            "\n  where: travel.season\n  what to try: ") != std::string::npos);
  for (const auto& [name, content] : data.results()) {
    if (name.starts_with("batch.") && !name.ends_with(".html")) {
      INFO(name);
      CHECK_THAT(content, !Contains("the default scenario with"));
    }
  }
  const ProgramResult key =
      data.batch(join(kNoYears, {"--overwrite", "--grid", "travel.seson=['dry']"}));
  CHECK_THAT(key.out, Contains("unknown key 'seson'; did you mean 'season'?"));
}

TEST_CASE("why no years are simulated is said once on the screen and once in words") {
  BatchDataset data;
  const ProgramResult some =
      data.batch({"--grid", "travel.assignment=['own-district']", "--set",
                  "simulation.replicates=12", "--set", "simulation.draws=3"});
  CHECK_THAT(some.out, Contains("note: No years are simulated: women are sent to centres of their "
                                "own district, and floods are simulated for the nearest (1 of 2 "
                                "scenarios)."));
  data.write("d/dataset.toml", read_text(source_file("tests/data/tiny/dataset.toml")));
  const ProgramResult none = data.batch({"--one-out", "existing", "--overwrite"});
  const std::string words = "No years are simulated: the dataset has no table of floods.";
  for (const std::string& text : {none.out, read_text(data.path() / "b/batch.md")}) {
    CHECK_THAT(text, Contains(words));
    CHECK(text.find(words) == text.rfind(words));
  }
  CHECK_THAT(data.batch(join(kNoYears, {"--one-out", "existing", "--overwrite"})).out,
             !Contains("No years"));
}

TEST_CASE("a public batch says that it is, and what is kept of it") {
  const BatchDataset data;
  const BatchWords sweep = join(kNoYears, {"--one-out", "C2", "--overwrite"});
  CHECK_THAT(data.batch(sweep).out, !Contains("public"));
  CHECK_THAT(read_text(data.path() / "b/batch.md"), !Contains("public"));
  const ProgramResult result =
      data.batch(join(sweep, {"--grid", "privacy.public=[true]", "--grid",
                              "centres.move=[[{id='C1',lon=85.123456,lat=25.456789}]]"}));
  CHECK_THAT(result.out, Contains("move=a place that is not shown") && !Contains("85.123456"));
  for (const std::string& text : {result.out, read_text(data.path() / "b/batch.md")}) {
    CHECK_THAT(text, Contains("This batch is public. ") &&
                         Contains("the difference of two runs is not protected") &&
                         Contains("in the middle of their square"));
  }
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
