#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

const std::string kRunTiny = source_file("tests/data/tiny").string();

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("a run leaves a folder of tables, maps, styles and summaries") {
  const TempDir folder;
  const ProgramResult result =
      run_program_in(folder.path(), {"run", "--data", kRunTiny, "-o", "r"});
  REQUIRE(result.exit_code == 0);
  CHECK(names_in(folder.path() / "r") ==
        std::vector<std::string>{
            "blocks.csv",         "blocks.geojson", "blocks.qml",         "centres.csv",
            "centres.geojson",    "centres.qml",    "coverage_curve.csv", "districts.csv",
            "districts.geojson",  "districts.qml",  "fields.csv",         "isochrones.csv",
            "isochrones.geojson", "isochrones.qml", "manifest.json",      "pahunch.gpkg",
            "pahunch.qgz",        "report.html",    "settlements.csv",    "settlements.geojson",
            "settlements.qml",    "summary.json",   "summary.md",         "timing.json"});
  CHECK_THAT(result.out, Contains("within 60 min") && Contains("Worst off") &&
                             Contains("The files are in r") && Contains("all females, made up") &&
                             Contains("All of this is made up."));
}

TEST_CASE("two runs have the same bytes on any number of threads, but for the timing") {
  const TempDir folder;
  for (const std::string threads : {"1", "2"}) {
    REQUIRE(run_program_in(folder.path(),
                           {"run", "--data", kRunTiny, "-o", "r" + threads, "--threads", threads})
                .exit_code == 0);
  }
  for (const std::string& name : names_in(folder.path() / "r1")) {
    if (name == "timing.json") continue;
    INFO(name);
    CHECK(read_text(folder.path() / "r1" / name) == read_text(folder.path() / "r2" / name));
  }
}

TEST_CASE("the manifest lists each file but itself and the timing, and the people add up") {
  const TempDir folder;
  run_program_in(folder.path(), {"run", "--data", kRunTiny, "-o", "r"});
  const auto json = nlohmann::json::parse(read_text(folder.path() / "r/manifest.json"));
  CHECK(json["files"].size() == names_in(folder.path() / "r").size() - 2);
  CHECK(json["people"]["plan"]["total"] == 5400);
  CHECK(json["notice"] == "All of this is made up.");
  CHECK(json["modelled_layers"] == nlohmann::json({"district", "block"}));
}

TEST_CASE("what is there is not overwritten unasked") {
  const TempDir folder;
  const std::vector<std::string> args = {"run", "--data", kRunTiny, "-o", "r"};
  REQUIRE(run_program_in(folder.path(), args).exit_code == 0);
  const ProgramResult again = run_program_in(folder.path(), args);
  CHECK(again.exit_code == 1);
  CHECK_THAT(again.err, Contains("--overwrite") || Contains("exists"));
  auto overwriting = args;
  overwriting.push_back("--overwrite");
  CHECK(run_program_in(folder.path(), overwriting).exit_code == 0);
}

TEST_CASE("a run that fails leaves nothing behind") {
  const TempDir folder;
  const std::vector<std::vector<std::string>> wrong = {
      {"--data", "nowhere"},
      {"--data", kRunTiny, "--profile", "wlk"},
      {"--data", kRunTiny, "--set", "centres.plan=[\"existin\"]"},
      {"--data", kRunTiny, "--set", "demand.population=15plus"}};
  for (const auto& more : wrong) {
    std::vector<std::string> args = {"run", "-o", "r"};
    args.insert(args.end(), more.begin(), more.end());
    const ProgramResult result = run_program_in(folder.path(), args);
    INFO(result.err);
    CHECK((result.exit_code == 1 || result.exit_code == 2));
    CHECK_THAT(result.err, Contains("what to try"));
    CHECK(result.out.empty());
    CHECK(names_in(folder.path()).empty());
  }
}

TEST_CASE("an unknown profile names the nearest known one") {
  const ProgramResult result = run_pahunch({"run", "--data", kRunTiny, "--profile", "wlk"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("wlk") && Contains("walk"));
}

TEST_CASE("Ctrl-C leaves nothing behind") {
  const TempDir folder;
  RunningProgram running({"run", "-o", "r"}, folder.path());
  while (names_in(folder.path()).empty() && running.at_work()) ::usleep(10'000);
  running.interrupt();
  const ProgramResult result = running.wait();
  CHECK(result.exit_code == 130);
  CHECK_THAT(result.err, Contains("interrupted"));
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("off a terminal no progress is drawn") {
  const ProgramResult result = run_pahunch({"run", "--data", kRunTiny, "-o", "r"});
  CHECK(result.err.find('\r') == std::string::npos);
}

TEST_CASE("the printed scenario, run again, gives the same run") {
  const TempDir folder;
  const ProgramResult dump = run_program_in(
      folder.path(), {"run", "--data", kRunTiny, "--season", "monsoon", "--dump-config"});
  REQUIRE(dump.exit_code == 0);
  folder.write("mine.toml", dump.out);
  CHECK(run_program_in(folder.path(), {"run", "mine.toml", "--dump-config"}).out == dump.out);
  REQUIRE(run_program_in(folder.path(), {"run", "mine.toml", "-o", "a"}).exit_code == 0);
  REQUIRE(
      run_program_in(folder.path(), {"run", "--data", kRunTiny, "--season", "monsoon", "-o", "b"})
          .exit_code == 0);
  CHECK(read_text(folder.path() / "a/manifest.json") ==
        read_text(folder.path() / "b/manifest.json"));
}

TEST_CASE("with --json a run prints the summary of the folder") {
  const TempDir folder;
  const ProgramResult result =
      run_program_in(folder.path(), {"run", "--data", kRunTiny, "-o", "r", "--json"});
  CHECK(result.out == read_text(folder.path() / "r/summary.json"));
}
