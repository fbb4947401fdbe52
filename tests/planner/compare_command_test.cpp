// `compare` over two runs of the tiny dataset that differ in one thing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// Runs "a" on the dataset as it is, and "b" with more arguments. Neither is compared by its
/// isochrones: both draw coarse ones, which takes less time.
struct TwoRuns {
  explicit TwoRuns(const std::vector<std::string>& more) {
    make("a", {});
    make("b", more);
  }
  void make(const std::string& name, const std::vector<std::string>& more) const {
    std::vector<std::string> args = {"run", "--data", "d",     "-o",
                                     name,  "-q",     "--set", "isochrones.cell_m=400"};
    args.insert(args.end(), more.begin(), more.end());
    REQUIRE(data.run(args).exit_code == 0);
  }
  [[nodiscard]] nlohmann::json compare(std::vector<std::string> more = {}) const {
    std::vector<std::string> args = {"compare", "a", "b", "--json"};
    args.insert(args.end(), more.begin(), more.end());
    return nlohmann::json::parse(data.run(args).out);
  }
  TinyDataset data;
};

const std::vector<std::string> kOnFoot = {"--profile", "walk"};

}  // namespace

TEST_CASE("on foot nobody is faster, and fewer women are within each limit") {
  const TwoRuns runs(kOnFoot);
  const auto json = runs.compare();
  CHECK(json["settlements"]["faster"] == 0);
  CHECK(json["settlements"]["slower"].get<int>() > 0);
  REQUIRE(json["limits"].size() == 4);
  for (const auto& limit : json["limits"]) {
    CHECK(limit["women_after"].get<int>() <= limit["women_before"].get<int>());
    CHECK(limit["rural_women_after"].get<int>() <= limit["women_after"].get<int>());
  }
}

TEST_CASE("each settlement has one change, and they are all of them") {
  const TwoRuns runs(kOnFoot);
  const auto json = runs.compare();
  int n = 0;
  for (const auto& count : json["settlements"]) n += count.get<int>();
  CHECK(n == 9);
}

TEST_CASE("the words of compare have a sign where something changes") {
  const TwoRuns runs(kOnFoot);
  const ProgramResult result = runs.data.run({"compare", "b", "a"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("rural women") && Contains("within 60 min") && Contains(" +") &&
                             Contains("faster"));
  CHECK_THAT(runs.data.run({"compare", "a", "b"}).out, Contains(" -") && Contains("slower"));
}

TEST_CASE("settlements of one run only are told") {
  TwoRuns runs({});
  runs.data.change("settlements.csv", "S9,Tapu,85.34,25.571,200,200",
                   "S10,Naya,85.11,25.45,200,200");
  runs.make("c", {});
  const auto json = nlohmann::json::parse(runs.data.run({"compare", "a", "c", "--json"}).out);
  CHECK(json["settlements"]["only in the first run"] == 1);
  CHECK(json["settlements"]["only in the second run"] == 1);
  CHECK(json["settlements"]["same"] == 8);
}

TEST_CASE("the sets of a run are compared with each other by name") {
  const TwoRuns runs({});
  const auto json = runs.compare({"--first-set", "baseline", "--second-set", "plan"});
  CHECK(json["settlements"]["slower"] == 0);
  CHECK(json["settlements"]["faster"].get<int>() > 0);
  const auto back = runs.compare({"--first-set", "plan", "--second-set", "baseline"});
  CHECK(back["settlements"]["slower"] == json["settlements"]["faster"]);
}

TEST_CASE("the changes are written in each format, and only once") {
  const TwoRuns runs(kOnFoot);
  for (const std::string name : {"c.csv", "c.geojson", "c.gpkg"}) {
    INFO(name);
    const ProgramResult result = runs.data.run({"compare", "a", "b", "-o", name});
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("wrote " + name));
    CHECK(std::filesystem::file_size(runs.data.path() / name) > 0);
    CHECK(runs.data.run({"compare", "a", "b", "-o", name}).exit_code == 1);
  }
  CHECK_THAT(read_text(runs.data.path() / "c.csv"),
             Catch::StartsWith("id,name,district,block,change,reason,women,min_before,min_after,"
                               "centre_before,centre_after\n"));
}

TEST_CASE("a table that was changed since the run is refused, and nothing is written") {
  TwoRuns runs({});
  runs.data.write("b/settlements.csv", "id\n");
  const auto before = runs.data.files();
  const ProgramResult result = runs.data.run({"compare", "a", "b", "-o", "c.csv"});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("the file 'settlements.csv' was changed since the run"));
  CHECK(result.out.empty());
  CHECK(runs.data.files() == before);
}

TEST_CASE("an ending that cannot be written is wrong usage, told before the runs are read") {
  const ProgramResult result = TinyDataset().run({"compare", "no", "no", "-o", "c.shp"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err,
             Contains("'c.shp' has none of the endings") && Contains(".csv, .geojson or .gpkg"));
}

TEST_CASE("a comparison's folder holds the changes as tables, a map, a project and in words") {
  const TwoRuns runs({"--set", "centres.close=['C4']"});
  const ProgramResult result = runs.data.run({"compare", "a", "b", "-o", "c", "--json"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  for (const char* name : {"changes.csv", "changes.geojson", "changes.qml", "centre_changes.csv",
                           "centre_changes.geojson", "centre_changes.qml", "district_changes.csv",
                           "block_changes.csv", "fields.csv", "pahunch.gpkg", "pahunch.qgz",
                           "compare.html", "compare.md", "compare.json", "manifest.json"}) {
    INFO(name);
    CHECK(std::filesystem::exists(runs.data.path() / "c" / name));
  }
  CHECK(read_text(runs.data.path() / "c/compare.json") == result.out);
  CHECK_THAT(read_text(runs.data.path() / "c/centre_changes.csv"),
             Contains("C4,Harnaut OSC,closed,") && Contains("C1,Paschim OSC,as before,"));
  CHECK_THAT(read_text(runs.data.path() / "c/compare.md"),
             Contains("All of this is made up.") && Contains("a closed centre") &&
                 Contains("centres.close") && Contains("| closed | C4 |"));
  CHECK(runs.data.run({"compare", "a", "b", "-o", "c"}).exit_code == 1);
  CHECK(runs.data.run({"compare", "a", "b", "-o", "c", "--overwrite"}).exit_code == 0);
}

TEST_CASE("a comparison has one page with its data inside, listed and without text of the data") {
  TwoRuns runs({});
  runs.data.change("settlements.csv", "Gaon Do", "</script><script>alert(1)</script><b a='1'>&");
  runs.make("c", kOnFoot);
  const ProgramResult result = runs.data.run({"compare", "a", "c", "-o", "page"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const std::string page = read_text(runs.data.path() / "page/compare.html");
  CHECK_THAT(page,
             !Contains("{{data}}") && !Contains("alert(1)") && Contains("default-src 'none'"));
  const auto manifest = nlohmann::json::parse(read_text(runs.data.path() / "page/manifest.json"));
  const auto& files = manifest["files"];
  const auto listed =
      std::ranges::find_if(files, [](const auto& file) { return file["name"] == "compare.html"; });
  REQUIRE(listed != files.end());
  CHECK((*listed)["bytes"] == page.size());
}

TEST_CASE("the words and the figures of a comparison say who gains and who loses") {
  const TwoRuns runs(kOnFoot);
  const auto json = runs.compare({"-o", "c"});
  for (const auto& limit : json["limits"]) {
    CHECK(limit["rural_women_after"].get<int>() - limit["rural_women_before"].get<int>() ==
          limit["rural_women_gained"].get<int>() - limit["rural_women_lost"].get<int>());
  }
  CHECK_THAT(read_text(runs.data.path() / "c/compare.md"),
             Contains("0 rural women come within 60 minutes of a centre, and ") &&
                 Contains(" no longer are within them."));
}

TEST_CASE("each settlement that changed has one reason, and areas add up to the whole") {
  const TwoRuns runs({"--set", "centres.close=['C4']", "--season", "monsoon"});
  const auto json = runs.compare();
  int n_changed = 0, n_reasons = 0;
  for (const auto& [change, count] : json["settlements"].items()) {
    if (change != "same") n_changed += count.get<int>();
  }
  for (const auto& entry : json["reasons"]) {
    n_reasons += entry["settlements"].get<int>();
    CHECK_FALSE(entry["reason"].get<std::string>().empty());
  }
  CHECK(n_changed > 0);
  CHECK(n_reasons == n_changed);
  for (std::size_t i = 0; i < json["limits"].size(); ++i) {
    for (const char* areas : {"districts", "blocks"}) {
      int women = 0;
      for (const auto& area : json[areas]) women += area["limits"][i]["women_after"].get<int>();
      CHECK(women == json["limits"][i]["women_after"]);
    }
  }
  std::vector<std::string> keys;
  for (const auto& setting : json["settings"]) keys.push_back(setting["key"]);
  CHECK(keys == std::vector<std::string>{"centres.close", "travel.season"});
  REQUIRE(json["centres"].size() == 1);
  CHECK(json["centres"][0]["change"] == "closed");
}

TEST_CASE("runs that are the same have nothing that changed, and a folder that says so") {
  const TwoRuns runs({});
  const ProgramResult result = runs.data.run({"compare", "a", "b", "-o", "c"});
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("No setting differs."));
  CHECK_THAT(read_text(runs.data.path() / "c/compare.md"), Contains("The same in both runs."));
}

TEST_CASE("an input that was changed between the runs is named") {
  TwoRuns runs({});
  runs.data.change("settlements.csv", "S9,Tapu,85.34,25.571,200,200",
                   "S9,Tapu,85.34,25.571,300,200");
  runs.make("c", {});
  CHECK_THAT(runs.data.run({"compare", "a", "c"}).out,
             Contains("Input files that differ") && Contains("settlements.csv") &&
                 Contains("other content") && Contains("can have changed by: "));
}

TEST_CASE("the women within a limit are those that each run's own summary counts") {
  const TwoRuns runs(kOnFoot);
  const auto json = runs.compare();
  const auto summary = [&](const std::string& run) {
    const auto parsed = nlohmann::json::parse(read_text(runs.data.path() / run / "summary.json"));
    return parsed["headline"]["sets"].back()["within"];
  };
  const auto before = summary("a"), after = summary("b");
  for (std::size_t i = 0; i < json["limits"].size(); ++i) {
    CHECK(json["limits"][i]["rural_women_before"] == before[i]["rural_women"]);
    CHECK(json["limits"][i]["women_after"] == after[i]["women"]);
  }
}

TEST_CASE("what can have changed the times to the same centres is named") {
  const TwoRuns runs({"--season", "monsoon"});
  CHECK_THAT(runs.data.run({"compare", "a", "b", "-o", "c"}).out,
             Contains("Times to centres of both runs can have changed by: travel.season\n"));
  CHECK_THAT(read_text(runs.data.path() / "c/compare.md"),
             Contains("the way of travelling: travel.season."));
  CHECK_THAT(runs.data.run({"compare", "a", "a"}).out, !Contains("can have changed by"));
}

TEST_CASE("a moved centre is moved and not another one") {
  const TwoRuns runs({"--set", "centres.move=[{id='C4',lon=85.2,lat=25.45}]"});
  const auto json = runs.compare();
  REQUIRE(json["centres"].size() == 1);
  CHECK(json["centres"][0]["change"] == "moved");
  CHECK(json["centres"][0]["moved_m"].get<double>() > 9000);
  CHECK_FALSE(json["reasons"].empty());
  for (const auto& entry : json["reasons"]) CHECK(entry["reason"] == "a moved centre");
}
