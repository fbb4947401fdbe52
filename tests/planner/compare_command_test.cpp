// `compare` over two runs of the tiny dataset that differ in one thing.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// Runs "a" on the dataset as it is, and "b" with more arguments.
struct TwoRuns {
  explicit TwoRuns(const std::vector<std::string>& more) {
    make("a", {});
    make("b", more);
  }
  void make(const std::string& name, const std::vector<std::string>& more) const {
    std::vector<std::string> args = {"run", "--data", "d", "-o", name, "-q"};
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
             Catch::StartsWith("id,name,district,block,change,women,min_before,min_after\n"));
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
