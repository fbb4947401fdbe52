#include "planner/batch/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/toml_table.h"
#include "planner/bundled_data.h"

namespace pahunch {
namespace {

/// None of them is a key of a scenario.
constexpr std::array<const char*, 6> kSweepKeys = {"base",     "grid",   "list",
                                                   "one_site", "sample", "set"};

bool is_sweep_key(const std::string& key) {
  return std::ranges::find(kSweepKeys, key) != kSweepKeys.end();
}

void require_sweep_keys(const TomlTable& root) {
  const std::vector<std::string> known(kSweepKeys.begin(), kSweepKeys.end());
  for (const std::string& key : root.keys()) {
    if (is_sweep_key(key)) continue;
    const auto nearest = find_nearest_name(key, known);
    root.fail(key, fmt::format("a sweep has no key '{}'", key),
              (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") +
                  fmt::format("The keys of a sweep are: {}; settings of a scenario are in its base",
                              fmt::join(known, ", ")));
  }
}

/// "travel.season" of what TOML takes for a table in a table.
std::string join_keys(const TomlTable& table, const std::string& key) {
  if (table.kind(key) != TomlKind::kTable) return key;
  const TomlTable inner = table.read_table(key);
  const auto keys = inner.keys();
  return keys.empty() ? key : key + "." + join_keys(inner, keys.front());
}

/// A key that is set has a value, and is no table.
void require_quoted(const TomlTable& table, const std::string& key) {
  if (table.kind(key) != TomlKind::kTable) return;
  table.fail(key, fmt::format("'{}' is a table, and not a key of a scenario with its value", key),
             fmt::format("write the key in quotes, as \"{}\"", join_keys(table, key)));
}

std::vector<GridAxis> read_grid(const TomlTable& root) {
  std::vector<GridAxis> axes;
  const auto grid = root.find_table("grid");
  if (!grid) return axes;
  std::size_t n_scenarios = 1;
  for (const std::string& key : grid->keys()) {
    require_quoted(*grid, key);
    axes.push_back({key, grid->read_toml_list(key)});
    const std::size_t n = axes.back().values.size();
    if (n == 0) grid->fail(key, fmt::format("'{}' has no value to try", key));
    if (n > kMostScenarios / n_scenarios) {
      grid->fail(key, fmt::format("more than {} combinations", kMostScenarios),
                 "try fewer values, or a [sample] of the same keys");
    }
    n_scenarios *= n;
  }
  return axes;
}

std::vector<ListedScenario> read_list(const TomlTable& root) {
  std::vector<ListedScenario> list;
  for (const TomlTable& row : root.find_tables("list")) {
    ListedScenario scenario{row.read_string("name"), {}};
    for (const std::string& key : row.keys()) {
      require_quoted(row, key);
      if (key != "name") scenario.parameters.push_back({key, row.read_toml(key)});
    }
    list.push_back(std::move(scenario));
  }
  return list;
}

SampledRange read_range(const TomlTable& ranges, const std::string& key) {
  require_quoted(ranges, key);
  const auto ends = *ranges.find_numbers(key);
  if (ends.size() != 2 || !(ends[0] < ends[1])) {
    ranges.fail(key, fmt::format("'{}' is not a low and a higher end", key),
                "write for example [0.5, 0.9]");
  }
  const auto texts = ranges.read_toml_list(key);
  const bool whole = std::ranges::all_of(texts, [](const std::string& text) {
    return text.find_first_of(".eE") == std::string::npos;
  });
  return {key, ends[0], ends[1], whole};
}

SampleMethod read_method(const TomlTable& table) {
  const std::string word = table.find_string("method").value_or("sobol");
  if (word == "sobol") return SampleMethod::kSobol;
  if (word == "latin-hypercube") return SampleMethod::kLatinHypercube;
  table.fail("method", fmt::format("'{}' is not a method", word),
             "the choices are: sobol, latin-hypercube");
}

std::optional<Sample> read_sample(const TomlTable& root) {
  const auto table = root.find_table("sample");
  if (!table) return std::nullopt;
  Sample sample{.method = read_method(*table)};
  const std::int64_t n_points = table->read_integer("points");
  if (n_points < 1 || n_points > static_cast<std::int64_t>(kMostScenarios)) {
    table->fail("points", fmt::format("the number of points is not from 1 to {}", kMostScenarios));
  }
  sample.n_points = static_cast<std::size_t>(n_points);
  const std::int64_t seed = table->find_integer("seed").value_or(20260118);
  if (seed < 0) table->fail("seed", "'seed' is negative");
  sample.seed = static_cast<std::uint64_t>(seed);
  const TomlTable ranges = table->read_table("ranges");
  for (const std::string& key : ranges.keys()) sample.ranges.push_back(read_range(ranges, key));
  if (sample.ranges.empty()) table->fail("ranges", "there is no range to sample");
  return sample;
}

OneSite read_one_site(const TomlTable& root) {
  const auto table = root.find_table("one_site");
  if (!table) return {};
  return {table->find_strings("out").value_or(std::vector<std::string>{}),
          table->find_strings("in").value_or(std::vector<std::string>{})};
}

}  // namespace

bool is_sweep(const std::filesystem::path& file) {
  return std::ranges::any_of(read_toml_file(file).keys(), is_sweep_key);
}

ScenarioSweep read_sweep(const std::filesystem::path& file) {
  const TomlTable root = read_toml_file(file);
  require_sweep_keys(root);
  ScenarioSweep sweep;
  if (const auto base = root.find_string("base")) {
    sweep.base = resolve_path(*base, file.parent_path());
  }
  sweep.set = root.find_strings("set").value_or(std::vector<std::string>{});
  sweep.list = read_list(root);
  sweep.grid = read_grid(root);
  sweep.sample = read_sample(root);
  sweep.one_site = read_one_site(root);
  root.expect_no_more();
  return sweep;
}

GridAxis parse_grid_axis(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError({.what = fmt::format("--grid '{}' is not KEY=[A, B]", text),
                      .hint = "write for example --grid 'travel.season=[\"dry\", \"monsoon\"]'"});
  }
  const std::string key = text.substr(0, equals);
  const TomlTable table = parse_toml("values = " + text.substr(equals + 1), "--grid " + key);
  GridAxis axis{key, table.read_toml_list("values")};
  if (axis.values.empty()) table.fail("values", "there is no value to try");
  return axis;
}

}  // namespace pahunch
