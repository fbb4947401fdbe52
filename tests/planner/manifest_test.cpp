#include "planner/run/manifest.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "geo/base/error.h"
#include "tests/support/drawn_summary.h"
#include "tests/support/shared_files.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::vector<WrittenFile> kFiles = {{"a.csv", std::string(64, 'a'), 12, 3},
                                         {"summary.md", std::string(64, 'b'), 7, -1}};

std::string manifest_of(const DrawnStudy& drawn) {
  return write_manifest(DrawnSummary(drawn).get(), kFiles);
}

/// What is said of a folder whose manifest.json is this.
std::string manifest_error_of(const std::string& manifest) {
  const TempDir run;
  run.write(kManifestName, manifest);
  try {
    static_cast<void>(read_manifest(run.path()));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string manifest_with(const std::string& key, const nlohmann::json& value) {
  auto json = nlohmann::json::parse(manifest_of(DrawnStudy()));
  json[key] = value;
  return json.dump();
}

}  // namespace

TEST_CASE("the manifest accounts for the women under each set") {
  const auto people = nlohmann::json::parse(manifest_of(DrawnStudy()))["people"];
  REQUIRE(people.size() == 2);
  for (const auto& [set, ledger] : people.items()) {
    CHECK(ledger["reached"].get<int>() + ledger["beyond"].get<int>() +
              ledger["no_service"].get<int>() + ledger["cut_off"].get<int>() +
              ledger["off_network"].get<int>() ==
          ledger["total"].get<int>());
  }
  CHECK(people["plan"]["reached"] == 180);
}

TEST_CASE("the manifest lists inputs, files and rows as they were") {
  DrawnStudy drawn;
  drawn.study.dataset.inputs = {{"roads.geojson", std::string(64, 'c')}};
  RowLedger ledger;
  ledger.layer = "roads";
  ledger.n_read = 5;
  ledger.n_used = 4;
  ledger.left_out["no geometry"] = 1;
  drawn.study.dataset.ledgers = {ledger};
  const auto json = nlohmann::json::parse(manifest_of(drawn));
  CHECK(json["format"] == 1);
  CHECK(json["working_crs"] == "EPSG:32645");
  REQUIRE(json["inputs"].size() == 2);
  CHECK(json["inputs"][0]["path"] == "roads.geojson");
  CHECK(json["inputs"][1]["path"] == "data/defaults/profiles.toml");
  CHECK(json["inputs"][1]["sha256"].get<std::string>().size() == 64);
  CHECK(json["rows"][0]["used"] == 4);
  CHECK(json["rows"][0]["left_out"]["no geometry"] == 1);
  CHECK(json["files"][0]["rows"] == 3);
  CHECK(json["files"][1]["rows"].is_null());
}

TEST_CASE("the manifest names no time and no machine: the same run has the same bytes") {
  CHECK(manifest_of(DrawnStudy()) == manifest_of(DrawnStudy()));
}

TEST_CASE("a manifest is read back with its scenario") {
  DrawnStudy drawn;
  drawn.study.scenario.dataset = source_file("tests/data/tiny");
  drawn.study.scenario.seed = 7;
  const TempDir run;
  run.write(kManifestName, manifest_of(drawn));
  const Manifest manifest = read_manifest(run.path());
  CHECK(manifest.scenario.sets == drawn.study.scenario.sets);
  CHECK(manifest.scenario.travel == drawn.study.scenario.travel);
  CHECK(manifest.scenario.seed == 7);
  CHECK(manifest.scenario.max_minutes == 1);
  CHECK(manifest.working_crs == "EPSG:32645");
  REQUIRE(manifest.files.size() == 2);
  CHECK(manifest.files[0].name == "a.csv");
  CHECK(manifest.files[0].sha256 == std::string(64, 'a'));
  CHECK(manifest.inputs.size() == 1);
}

TEST_CASE("a public run that was interrupted is known again by its rough sites") {
  DrawnStudy drawn;
  Scenario& scenario = drawn.study.scenario;
  scenario.privacy.is_public = true;
  scenario.what_if.move = {{"C1", "", {85.123456, 25.456789}}};
  const TempDir run;
  auto json = nlohmann::json::parse(manifest_of(drawn));
  CHECK_THAT(json["configuration"].get<std::string>(),
             Contains("lon = 85.135066, lat = 25.462739") && !Contains("85.123456"));
  json["partial"] = true;
  run.write(kManifestName, json.dump());
  CHECK(is_partial_run_of(scenario, run.path()));
  scenario.what_if.move[0].at = {85.3, 25.5};
  CHECK_FALSE(is_partial_run_of(scenario, run.path()));
  scenario.what_if.move[0].at = {85.123456, 25.456789};
  json["working_crs"] = "none";
  run.write(kManifestName, json.dump());
  CHECK_FALSE(is_partial_run_of(scenario, run.path()));
}

TEST_CASE("a folder without a manifest holds no run") {
  const TempDir empty;
  CHECK_THROWS_WITH(read_manifest(empty.path()),
                    Contains("it has no manifest.json") && Contains(empty.path().string()));
  CHECK_THROWS_AS(read_manifest(empty.path() / "nowhere"), DataError);
}

TEST_CASE("a manifest that is a link or a pipe is none") {
  const TempDir run, elsewhere, pipe;
  elsewhere.write(kManifestName, manifest_with("partial", true));
  const Scenario scenario = DrawnStudy().study.scenario;
  REQUIRE(is_partial_run_of(scenario, elsewhere.path()));
  std::filesystem::create_symlink(elsewhere.path() / kManifestName, run.path() / kManifestName);
  REQUIRE(::mkfifo((pipe.path() / kManifestName).c_str(), 0600) == 0);
  for (const auto& folder : {run.path(), pipe.path()}) {
    CHECK_THROWS_WITH(read_manifest(folder), Contains("it has no manifest.json of its own"));
    CHECK_FALSE(is_partial_run_of(scenario, folder));
  }
}

TEST_CASE("a manifest that is damaged, of another program or of a later version is refused") {
  CHECK_THAT(manifest_error_of("{\"format\":"), Contains("manifest.json is damaged"));
  CHECK_THAT(manifest_error_of("[1, 2]"), Contains("is not one of this program"));
  CHECK_THAT(manifest_error_of("{\"name\": \"x\"}"), Contains("is not one of this program"));
  CHECK_THAT(manifest_error_of(manifest_with("format", 2)), Contains("made by a later version"));
  CHECK_THAT(manifest_error_of(manifest_with("files", "none")),
             Contains("is not one of this program"));
  CHECK_THAT(manifest_error_of(manifest_with("working_crs", 5)),
             Contains("is not one of this program"));
}

TEST_CASE("a manifest whose scenario is wrong says which key") {
  CHECK_THAT(manifest_error_of(manifest_with("configuration", "[travel]\nseasn = 'dry'\n")),
             Contains("unknown key 'seasn'") && Contains("manifest.json"));
}

TEST_CASE("a file of a run is known by its checksum") {
  const TempDir run;
  run.write("a.csv", "abc");
  const std::string sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK_NOTHROW(check_run_file(run.path(), {"a.csv", sha}));
  run.write("a.csv", "abd");
  CHECK_THROWS_WITH(check_run_file(run.path(), {"a.csv", sha}),
                    Contains("the file 'a.csv' was changed since the run"));
  CHECK_THROWS_WITH(check_run_file(run.path(), {"b.csv", sha}),
                    Contains("the file 'b.csv' of the run is missing"));
}

TEST_CASE("a link, a pipe or a folder is no file of a run, nor is what lies behind a link") {
  const TempDir run, elsewhere;
  const std::string sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  elsewhere.write("a.csv", "abc");
  std::filesystem::create_symlink(elsewhere.path() / "a.csv", run.path() / "a.csv");
  CHECK_THROWS_WITH(check_run_file(run.path(), {"a.csv", sha}),
                    Contains("'a.csv' of the run is a link"));
  std::filesystem::create_directory_symlink(elsewhere.path(), run.path() / "plots");
  CHECK_THROWS_WITH(check_run_file(run.path(), {"plots/a.csv", sha}), Contains("lies behind one"));
  REQUIRE(::mkfifo((run.path() / "p.csv").c_str(), 0600) == 0);
  std::filesystem::create_directory(run.path() / "d.csv");
  for (const char* name : {"p.csv", "d.csv"}) {
    CHECK_THROWS_WITH(check_run_file(run.path(), {name, sha}),
                      Contains("a folder, a pipe or a device"));
  }
}

TEST_CASE("a manifest that names files outside its folder is refused") {
  for (const char* name : {"../a.csv", "/etc/hostname", "plots/../../a.csv", ".."}) {
    CAPTURE(name);
    const nlohmann::json files = {{{"name", name}, {"sha256", std::string(64, 'a')}}};
    CHECK_THAT(manifest_error_of(manifest_with("files", files)),
               Contains("no file of the run") && Contains(name));
  }
  const nlohmann::json files = {{{"name", "plots/a..b.svg"}, {"sha256", std::string(64, 'a')}}};
  CHECK(manifest_error_of(manifest_with("files", files)).empty());
}
