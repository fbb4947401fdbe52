#include "planner/batch/sweep.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "geo/base/error.h"
#include "planner/batch/design.h"
#include "planner/batch/shard.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

ScenarioSweep read(const std::string& text) {
  const TempDir folder;
  return read_sweep(folder.write("s.toml", text));
}

/// The k-th parameter of each point, as a number.
std::vector<double> numbers(const std::vector<std::vector<Parameter>>& points, std::size_t k) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(std::stod(point.at(k).value));
  return values;
}

}  // namespace

TEST_CASE("a sweep says what it varies, in TOML's own words") {
  const ScenarioSweep sweep = read(R"(
base = "/b.toml"
set = ["simulation.in_run=false"]
[grid]
"travel.season" = ["dry", "monsoon"]
"centres.close" = [["C1"], []]
[[list]]
name = "on-foot"
"travel.profile" = "walk"
[sample]
points = 8
method = "latin-hypercube"
[sample.ranges]
"underserved.min_probability" = [0.5, 0.9]
"simulation.seed" = [1, 4]
[one_site]
out = "existing"
in = ["candidate", "C9"]
)");
  CHECK(sweep.set == std::vector<std::string>{"simulation.in_run=false"});
  REQUIRE(sweep.grid.size() == 2);
  CHECK(sweep.grid[0].key == "centres.close");
  CHECK(sweep.grid[0].values == std::vector<std::string>{"[ \"C1\" ]", "[]"});
  CHECK(sweep.grid[1].values == std::vector<std::string>{"\"dry\"", "\"monsoon\""});
  REQUIRE(sweep.list.size() == 1);
  CHECK(sweep.list[0].parameters == std::vector<Parameter>{{"travel.profile", "\"walk\""}});
  REQUIRE(sweep.sample);
  CHECK(sweep.sample->method == SampleMethod::kLatinHypercube);
  CHECK(sweep.sample->ranges[0].whole);
  CHECK_FALSE(sweep.sample->ranges[1].whole);
  CHECK(sweep.one_site.in.size() == 2);
}

TEST_CASE("what is wrong with a sweep is said with its place") {
  CHECK_THROWS_WITH(read("grids = 1\n[grid]\n"), Contains("did you mean 'grid'?"));
  CHECK_THROWS_WITH(read("[grid]\n\"a.b\" = 3\n"), Contains("a list is expected"));
  CHECK_THROWS_WITH(read("[grid]\n\"a.b\" = []\n"), Contains("no value to try"));
  CHECK_THROWS_WITH(read("[sample]\npoints = 0\n"), Contains("not from 1 to"));
  CHECK_THROWS_WITH(read("[sample]\npoints = 9\nmethod = \"x\"\n"), Contains("not a method"));
  CHECK_THROWS_WITH(read("[sample]\npoints = 9\n[sample.ranges]\n\"a\" = [2, 1]\n"),
                    Contains("not a low and a higher end"));
  CHECK_THROWS_WITH(read("[sample]\npoints = 9\n[sample.ranges]\n"), Contains("no range"));
  CHECK_THROWS_AS(parse_grid_axis("travel.season"), UsageError);
  CHECK_THROWS_AS(parse_grid_axis("a=dry"), ConfigError);
  std::string large = "[grid]\n";
  for (const char key : {'a', 'b', 'c'}) {
    large += std::string("\"") + key + "\" = [";
    for (int i = 0; i < 60; ++i) large += std::to_string(i) + ",";
    large += "]\n";
  }
  CHECK_THROWS_WITH(read(large), Contains("more than 100000 combinations"));
}

TEST_CASE("a key of a scenario that is not in quotes is refused with how to write it") {
  const auto hint = Contains("write the key in quotes, as \"travel.season\"");
  CHECK_THROWS_WITH(read("[grid]\ntravel.season = [\"dry\"]\n"),
                    Contains("'travel' is a table") && Contains("line 2, grid.travel") && hint);
  CHECK_THROWS_WITH(read("[[list]]\nname = \"x\"\ntravel.season = \"dry\"\n"),
                    Contains("line 3") && hint);
  CHECK_THROWS_WITH(read("[sample]\npoints = 9\n[sample.ranges]\nhazard.a.b = [1, 2]\n"),
                    Contains("write the key in quotes, as \"hazard.a.b\""));
}

TEST_CASE("a file with a key that only sweeps have is a sweep, also where another is mistyped") {
  const auto holds_sweep = [](const std::string& text) {
    const TempDir folder;
    return is_sweep(folder.write("s.toml", text));
  };
  CHECK(holds_sweep("base = \"mine.toml\"\n[gird]\n"));
  CHECK(holds_sweep("set = [\"travel.season=dry\"]\n"));
  CHECK_FALSE(holds_sweep("name = \"x\"\n[travel]\nseason = \"dry\"\n"));
  CHECK_THROWS_WITH(read("base = \"/b.toml\"\n[gird]\n\"travel.season\" = [\"dry\"]\n"),
                    Contains("a sweep has no key 'gird'") && Contains("line 2") &&
                        Contains("did you mean 'grid'?"));
  CHECK_THROWS_WITH(read("[travel]\nseason = \"dry\"\n[grid]\n\"a\" = [1]\n"),
                    Contains("a sweep has no key 'travel'") && Contains("are in its base"));
}

TEST_CASE("a grid is every combination, each once") {
  CHECK(list_combinations({}).empty());
  const auto rows = list_combinations({{"a", {"1", "2"}}, {"b", {"x", "y", "z"}}});
  REQUIRE(rows.size() == 6);
  CHECK(rows[0] == std::vector<Parameter>{{"a", "1"}, {"b", "x"}});
  CHECK(rows[1] == std::vector<Parameter>{{"a", "1"}, {"b", "y"}});
  std::set<std::string> seen;
  for (const auto& row : rows) seen.insert(row[0].value + row[1].value);
  CHECK(seen.size() == 6);
}

TEST_CASE("a Latin hypercube has one point in each layer of each range") {
  constexpr std::size_t kN = 40;
  const Sample sample{.method = SampleMethod::kLatinHypercube,
                      .n_points = kN,
                      .seed = 5,
                      .ranges = {{"a", 10, 50}, {"b", -1, 1}}};
  const auto points = draw_points(sample);
  REQUIRE(points.size() == kN);
  for (const std::size_t k : {0U, 1U}) {
    const SampledRange& range = sample.ranges[k];
    std::set<int> layers;
    for (const double value : numbers(points, k)) {
      CHECK((value >= range.low && value <= range.high));
      layers.insert(static_cast<int>((value - range.low) / (range.high - range.low) * kN));
    }
    CHECK(layers.size() == kN);
  }
  CHECK(draw_points(sample) == points);
}

TEST_CASE("whole numbers come up equally often, both ends among them") {
  const Sample sample{.method = SampleMethod::kSobol,
                      .n_points = 64,
                      .seed = 1,
                      .ranges = {{.key = "n", .low = 3, .high = 6, .whole = true}}};
  std::map<double, int> counts;
  for (const double value : numbers(draw_points(sample), 0)) ++counts[value];
  CHECK(counts == std::map<double, int>{{3, 16}, {4, 16}, {5, 16}, {6, 16}});
}

TEST_CASE("shards share out all scenarios, each once, evenly") {
  for (const std::size_t n : {0U, 1U, 7U, 200U}) {
    for (const std::size_t count : {1U, 2U, 3U, 8U, 300U}) {
      std::size_t next = 0;
      for (std::size_t index = 1; index <= count; ++index) {
        const Shard shard{index, count};
        CHECK(shard.first(n) == next);
        next = shard.last(n);
        CHECK(next - shard.first(n) <= n / count + 1);
      }
      CHECK(next == n);
    }
  }
  CHECK(parse_shard("2/8").name() == "shard-2-of-8");
  for (const char* wrong : {"", "2", "0/3", "4/3", "1/0", "a/b", "-1/3", "1/3x", "1/ 3"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_shard(wrong), UsageError);
  }
}
