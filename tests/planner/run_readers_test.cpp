// The commands that read a run: explain, compare, export.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "geo/base/error.h"
#include "planner/run/split_geojson.h"
#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// A folder with a run of the tiny dataset in "r".
struct ReadableRun {
  ReadableRun() {
    const ProgramResult result =
        run({"run", "--data", source_file("tests/data/tiny").string(), "-o", "r", "--quiet"});
    REQUIRE(result.exit_code == 0);
  }
  [[nodiscard]] ProgramResult run(const std::vector<std::string>& args) const {
    return run_program_in(folder.path(), args);
  }
  /// The manifest without a file of this name.
  void unlist(const std::string& name) const {
    auto json = nlohmann::json::parse(read_text(folder.path() / "r/manifest.json"));
    std::erase_if(json["files"].get_ref<nlohmann::json::array_t&>(),
                  [&](const auto& file) { return file["name"] == name; });
    folder.write("r/manifest.json", json.dump());
  }
  TempDir folder;
};

}  // namespace

TEST_CASE("explain shows legs that add up to the time of the table") {
  const ReadableRun tiny;
  const ProgramResult result = tiny.run({"explain", "r", "--settlement", "S5", "--json"});
  REQUIRE(result.exit_code == 0);
  const auto legs = nlohmann::json::parse(result.out)["trips"][0]["legs"];
  const double sum = legs["waiting_min"].get<double>() + legs["access_min"].get<double>() +
                     legs["road_min"].get<double>() + legs["egress_min"].get<double>();
  CHECK(sum == Approx(legs["total_min"].get<double>()).margin(1e-5));
  CHECK(legs["total_min"].get<double>() > 0);
}

TEST_CASE("explain tells why a settlement has no way") {
  const ReadableRun tiny;
  CHECK_THAT(tiny.run({"explain", "r", "--settlement", "S9"}).out,
             Contains("off the network") && Contains("no usable road"));
}

TEST_CASE("explain writes the route as lines") {
  const ReadableRun tiny;
  REQUIRE(tiny.run({"explain", "r", "--settlement", "S5", "-o", "route.geojson"}).exit_code == 0);
  const auto json = nlohmann::json::parse(read_text(tiny.folder.path() / "route.geojson"));
  CHECK(json["features"].size() > 3);
  CHECK(json["features"][0]["geometry"]["type"] == "LineString");
}

TEST_CASE("explain names the nearest id of an unknown settlement") {
  const ReadableRun tiny;
  const ProgramResult result = tiny.run({"explain", "r", "--settlement", "S55"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err,
             Contains("there is no settlement 'S55'") && Contains("did you mean 'S5'?"));
}

TEST_CASE("comparing a run with itself finds no change; its sets differ") {
  const ReadableRun tiny;
  const auto same = nlohmann::json::parse(tiny.run({"compare", "r", "r", "--json"}).out);
  CHECK(same["settlements"]["same"] == 9);
  const ProgramResult sets =
      tiny.run({"compare", "r", "r", "--first-set", "baseline", "-o", "changes.geojson"});
  CHECK(sets.exit_code == 0);
  CHECK_THAT(sets.out, Contains("faster"));
  CHECK(fs::exists(tiny.folder.path() / "changes.geojson"));
}

TEST_CASE("compare refuses a set the run has not, an ending it cannot write, and no run") {
  const ReadableRun tiny;
  CHECK_THAT(tiny.run({"compare", "r", "r", "--first-set", "x"}).err,
             Contains("the run has no set 'x'") && Contains("baseline, plan"));
  CHECK_THAT(tiny.run({"compare", "r", "r", "-o", "c.xls"}).err, Contains("none of the endings"));
  const ProgramResult none = tiny.run({"compare", "r", "nowhere"});
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("it has no manifest.json"));
}

TEST_CASE("compare reads no table that the run does not list") {
  const ReadableRun tiny;
  for (const std::string name : {"centres.csv", "settlements.csv"}) {
    tiny.unlist(name);
    const ProgramResult result = tiny.run({"compare", "r", "r"});
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("the run has no " + name));
  }
}

TEST_CASE("compare takes a folder of optimise as it takes a run") {
  const ReadableRun tiny;
  REQUIRE(tiny.run({"optimise", "--data", source_file("tests/data/tiny").string(), "--p", "1", "-o",
                    "s", "--quiet"})
              .exit_code == 0);
  const ProgramResult result = tiny.run({"compare", "r", "s"});
  CAPTURE(result.err);
  CHECK(result.exit_code == 0);
}

TEST_CASE("explain says which profiles and closures were changed since the run") {
  const ReadableRun tiny;
  const std::string profiles = read_text(source_file("tests/data/real/profiles.toml"));
  const std::string place =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
      R"({"type":"Polygon","coordinates":[[[85,25],[86,25],[86,26],[85,26],[85,25]]]}}]})";
  tiny.folder.write("mine.toml", profiles);
  tiny.folder.write("works.geojson", place);
  tiny.folder.write("s.toml", "dataset = '" + source_file("tests/data/tiny").string() +
                                  "'\n[travel]\nprofile = 'plain'\nprofiles = ['mine.toml']\n"
                                  "[[closures]]\nname = 'works'\nfile = 'works.geojson'\n"
                                  "probability = 0.5\n");
  const ProgramResult made = tiny.run({"run", "s.toml", "-o", "m", "--quiet"});
  CAPTURE(made.err);
  REQUIRE(made.exit_code == 0);
  const auto explain = [&] { return tiny.run({"explain", "m", "--settlement", "S1"}).err; };
  CHECK_THAT(explain(), !Contains("was changed since the run"));
  tiny.folder.write("mine.toml", profiles + "# a word\n");
  CHECK_THAT(explain(),
             Contains("mine.toml was changed since the run") && !Contains("works.geojson"));
  tiny.folder.write("works.geojson", place + "\n");
  CHECK_THAT(explain(), Contains("works.geojson was changed since the run"));
}

TEST_CASE("export copies the files of a format with their styles") {
  const ReadableRun tiny;
  REQUIRE(
      tiny.run({"export", "r", "--format", "geojson", "--layer", "blocks", "-o", "e"}).exit_code ==
      0);
  const fs::path folder = tiny.folder.path() / "e";
  CHECK(read_text(folder / "blocks.geojson") == read_text(tiny.folder.path() / "r/blocks.geojson"));
  CHECK(fs::exists(folder / "blocks.qml"));
  CHECK_FALSE(fs::exists(folder / "centres.geojson"));
}

TEST_CASE("export takes a layer apart by district, and every feature is in one part") {
  const ReadableRun tiny;
  REQUIRE(tiny.run({"export", "r", "--format", "geojson", "--layer", "settlements", "--split",
                    "district", "-o", "e"})
              .exit_code == 0);
  const auto whole = nlohmann::json::parse(read_text(tiny.folder.path() / "r/settlements.geojson"));
  std::vector<nlohmann::json> features;
  std::size_t n_parts = 0, n_styles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(tiny.folder.path() / "e")) {
    n_styles += entry.path().extension() == ".qml" ? 1U : 0U;
    if (entry.path().extension() != ".geojson") continue;
    ++n_parts;
    const auto part = nlohmann::json::parse(read_text(entry.path()));
    CHECK(part["type"] == "FeatureCollection");
    CHECK(part["name"] == "settlements");
    for (const auto& feature : part["features"]) {
      CHECK(feature["properties"]["district"] == part["features"][0]["properties"]["district"]);
      features.push_back(feature);
    }
  }
  CHECK(n_parts > 1);
  CHECK(n_styles == n_parts);
  const auto all = whole["features"].get<std::vector<nlohmann::json>>();
  CHECK(std::ranges::is_permutation(features, all));
  const auto refused = tiny.run({"export", "r", "--format", "geojson", "--split", "x", "-o", "f"});
  CHECK_THAT(refused.err, Contains("no layer has the property 'x'"));
  CHECK_FALSE(std::filesystem::exists(tiny.folder.path() / "f"));
  CHECK(tiny.run({"export", "r", "--format", "csv", "--split", "district", "-o", "f"}).exit_code ==
        2);
}

TEST_CASE("no link in the folder of a run brings a file of the reader's into an export") {
  const ReadableRun tiny;
  const fs::path style = tiny.folder.path() / "r/settlements.qml";
  fs::remove(style);
  fs::create_symlink(tiny.folder.write("secret", "a key"), style);
  const auto split = [&] {
    return tiny.run({"export", "r", "--format", "geojson", "--layer", "settlements", "--split",
                     "district", "-o", "e"});
  };
  const ProgramResult listed = split();
  CHECK(listed.exit_code == 1);
  CHECK_THAT(listed.err, Contains("'settlements.qml' of the run is a link"));
  CHECK_FALSE(fs::exists(tiny.folder.path() / "e"));
  tiny.unlist("settlements.qml");
  REQUIRE(split().exit_code == 0);
  for (const auto& entry : fs::directory_iterator(tiny.folder.path() / "e")) {
    CHECK(entry.path().extension() != ".qml");
  }
}

TEST_CASE("names of parts stay in their folder, and what is no collection is not taken apart") {
  CHECK(pahunch::file_word("West Champaran") == "West-Champaran");
  CHECK(pahunch::file_word("../../x") == "x");
  CHECK(pahunch::file_word("पटना") == "पटना");
  CHECK(pahunch::file_word("") == "none");
  CHECK(pahunch::file_word("/") == "none");
  const TempDir folder;
  for (const char* text : {"{\"features\": 1}", "[]", "{"}) {
    folder.write("a.geojson", text);
    CHECK_THROWS_AS(pahunch::split_geojson(folder.path() / "a.geojson", "district"),
                    pahunch::DataError);
  }
  folder.write("a.geojson", R"({"features": [{"properties": {"b": 1}}, {}]})");
  CHECK(pahunch::split_geojson(folder.path() / "a.geojson", "district").empty());
  const auto parts = pahunch::split_geojson(folder.path() / "a.geojson", "b");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].value.empty());
  CHECK(parts[1].value == "1");
  CHECK(parts[1].n_features == 1);
}

TEST_CASE("export refuses a file that was changed, a layer that is not there, and leaves nothing") {
  const ReadableRun tiny;
  tiny.folder.write("r/blocks.csv", "changed\n");
  const ProgramResult changed = tiny.run({"export", "r", "--format", "csv", "-o", "e"});
  CHECK(changed.exit_code == 1);
  CHECK_THAT(changed.err, Contains("'blocks.csv' was changed since the run"));
  CHECK_FALSE(fs::exists(tiny.folder.path() / "e"));
  CHECK_THAT(tiny.run({"export", "r", "--format", "csv", "--layer", "x", "-o", "e"}).err,
             Contains("the run has no layer 'x'"));
}

TEST_CASE("a damaged manifest is refused") {
  const ReadableRun tiny;
  tiny.folder.write("r/manifest.json", "{\"format\":");
  CHECK_THAT(tiny.run({"explain", "r", "--settlement", "S1"}).err,
             Contains("manifest.json is damaged"));
  tiny.folder.write("r/manifest.json", "{\"format\": 1}");
  CHECK_THAT(tiny.run({"explain", "r", "--settlement", "S1"}).err,
             Contains("is not one of this program"));
}
