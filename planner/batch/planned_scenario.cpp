#include "planner/batch/planned_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "geo/base/error.h"
#include "planner/batch/design.h"
#include "planner/batch/one_site.h"
#include "planner/compare/run_differences.h"
#include "planner/scenario/read_scenario.h"

namespace pahunch {
namespace {

using Overrides = std::vector<std::string>;

void read_into(PlannedScenario& planned, const std::optional<std::filesystem::path>& file,
               const Overrides& overrides) {
  planned.scenario = read_scenario(read_scenario_text(file, overrides));
  planned.scenario->name = planned.name;
}

/// What is wrong with its settings is its failure.
void try_to_read_into(PlannedScenario& planned, const std::optional<std::filesystem::path>& file,
                      const Overrides& overrides) {
  try {
    read_into(planned, file, overrides);
  } catch (const ConfigError& error) {
    planned.failure = error.what();
  } catch (const UsageError& error) {
    planned.failure = error.what();
  }
}

void check_names(const BatchPlan& plan) {
  if (plan.size() > kMostScenarios) {
    throw ConfigError(
        {.what = fmt::format("{} scenarios are more than {}", plan.size(), kMostScenarios),
         .hint = "share them among several batches"});
  }
  std::set<std::string> names;
  for (const PlannedScenario& planned : plan) {
    if (planned.name.find('/') != std::string::npos) {
      throw ConfigError({.what = fmt::format("'{}' cannot name a scenario", planned.name),
                         .hint = "use letters and dashes, and no '/'"});
    }
    if (names.insert(planned.name).second) continue;
    throw ConfigError({.what = fmt::format("two scenarios are named '{}'", planned.name),
                       .why = "each needs a row of its own",
                       .hint = "rename one"});
  }
}

/// Adds scenarios that differ from a base by some keys.
class SweepPlanner {
 public:
  SweepPlanner(const ScenarioSweep& sweep, const Overrides& overrides)
      : sweep_(sweep), common_(sweep.set) {
    common_.insert(common_.end(), overrides.begin(), overrides.end());
    plan_.push_back({.name = "base", .origin = Origin::kBase});
    read_into(plan_[0], sweep.base, common_);
  }

  void add(const std::string& name, Origin origin, const std::vector<Parameter>& parameters) {
    PlannedScenario planned{.name = name, .origin = origin, .parameters = parameters};
    Overrides all = common_;
    for (const Parameter& one : parameters) all.push_back(one.key + "=" + one.value);
    try_to_read_into(planned, sweep_.base, all);
    plan_.push_back(std::move(planned));
  }
  /// "grid-007": as many digits as the last needs.
  void add_numbered(Origin origin, const std::vector<std::vector<Parameter>>& rows) {
    const std::size_t n_digits = std::to_string(rows.size()).size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      add(fmt::format("{}-{:0{}}", to_string(origin), i + 1, n_digits), origin, rows[i]);
    }
  }
  void append(BatchPlan more) {
    for (PlannedScenario& planned : more) plan_.push_back(std::move(planned));
  }
  [[nodiscard]] const Scenario& base() const { return *plan_.front().scenario; }
  [[nodiscard]] BatchPlan finish() && {
    check_names(plan_);
    return std::move(plan_);
  }

 private:
  const ScenarioSweep& sweep_;
  Overrides common_;
  BatchPlan plan_;
};

/// The files themselves, and the .toml files of folders.
std::vector<std::filesystem::path> list_files(const std::vector<std::filesystem::path>& given) {
  std::vector<std::filesystem::path> files;
  for (const auto& path : given) {
    if (!std::filesystem::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".toml") found.push_back(entry.path());
    }
    if (found.empty()) {
      throw ConfigError({.what = "there is no .toml file in this folder",
                         .where = path.string(),
                         .hint = "pahunch run --dump-config prints a scenario to begin with"});
    }
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

/// False of what is not to be read twice, such as a pipe, and of what is no TOML.
bool holds_sweep(const std::filesystem::path& file) {
  try {
    return std::filesystem::is_regular_file(file) && is_sweep(file);
  } catch (const ConfigError&) {
    return false;
  }
}

void require_no_sweep(const std::vector<std::filesystem::path>& files) {
  const auto sweep = std::ranges::find_if(files, holds_sweep);
  if (sweep == files.end()) return;
  throw UsageError(
      {.what = fmt::format("'{}' is a sweep, and a sweep stands alone", sweep->string()),
       .why = "it has a base of its own that its scenarios are compared with",
       .hint = "give this file by itself and no other; other scenarios can be rows of "
               "its [[list]]"});
}

/// The keys in which files differ from the first, as TOML; a key that is not set has no value
/// there.
void note_parameters(BatchPlan& plan) {
  const auto& base = plan.front().scenario;
  for (PlannedScenario& planned : plan) {
    if (!base || !planned.scenario) continue;
    for (const RunDifference& found : compare_settings(*base, *planned.scenario)) {
      if (found.what == "name") continue;
      planned.parameters.push_back({found.what, found.after.value_or("\"not set\"")});
    }
  }
}

}  // namespace

std::string_view to_string(Origin origin) {
  constexpr std::array<std::string_view, 7> kWords = {"base",   "file",     "list",   "grid",
                                                      "sample", "site out", "site in"};
  return kWords[static_cast<std::size_t>(origin)];
}

BatchPlan plan_sweep(const ScenarioSweep& sweep, const Overrides& overrides,
                     const LoadGround& load) {
  SweepPlanner planner(sweep, overrides);
  for (const ListedScenario& row : sweep.list) planner.add(row.name, Origin::kList, row.parameters);
  planner.add_numbered(Origin::kGrid, list_combinations(sweep.grid));
  if (sweep.sample) planner.add_numbered(Origin::kSample, draw_points(*sweep.sample));
  if (!sweep.one_site.out.empty() || !sweep.one_site.in.empty()) {
    planner.append(list_one_site(sweep.one_site, planner.base(), load(planner.base())));
  }
  return std::move(planner).finish();
}

BatchPlan plan_files(const std::vector<std::filesystem::path>& given, const Overrides& overrides) {
  const auto files = list_files(given);
  require_no_sweep(files);
  BatchPlan plan;
  for (const auto& file : files) {
    PlannedScenario planned{.name = file.stem().string(), .origin = Origin::kFile};
    const auto read = plan.empty() ? read_into : try_to_read_into;
    read(planned, file, overrides);
    plan.push_back(std::move(planned));
  }
  if (plan.empty()) {
    throw UsageError({.what = "there is no scenario",
                      .hint = "give files, a folder of them, a sweep file, or --grid, --one-out "
                              "and --one-in"});
  }
  check_names(plan);
  note_parameters(plan);
  return plan;
}

}  // namespace pahunch
