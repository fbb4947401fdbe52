#include "planner/options/batch_options.h"

#include <fmt/format.h>

#include <set>
#include <system_error>

#include "geo/base/error.h"
#include "planner/scenario/toml_text.h"

namespace pahunch {
namespace {

constexpr const char* kBatchGroup = "Scenarios";

CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& what) {
  return app.add_option(name, values, what)
      ->type_size(1)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)
      ->group(kBatchGroup);
}

/// Of a key that is varied twice, one value would be computed and another be shown.
void require_once(const std::vector<GridAxis>& grid) {
  std::set<std::string> keys;
  for (const GridAxis& axis : grid) {
    if (keys.insert(axis.key).second) continue;
    throw UsageError({.what = fmt::format("the grid varies '{}' twice", axis.key),
                      .hint = "give all its values in one list"});
  }
}

void require_there(const std::vector<std::filesystem::path>& files) {
  for (const auto& file : files) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) continue;
    throw UsageError({.what = fmt::format("there is no file or folder '{}'", file.string()),
                      .hint =
                          "give scenario files, folders of them, or one sweep file; pahunch run "
                          "--dump-config prints a scenario to begin with"});
  }
}

}  // namespace

void BatchPlanOptions::add_to(CLI::App& app) {
  app.add_option("FILES", files_,
                 "Scenario files (TOML), folders of them, or one sweep file; the first scenario is "
                 "the base that all are compared with")
      ->type_name("FILE")
      ->group(kBatchGroup);
  app.add_option("--data", data_, "Dataset of all scenarios: a folder with a dataset.toml")
      ->type_name("DIR")
      ->group(kBatchGroup);
  add_repeated(app, "--set", set_, "Override a key of all scenarios, e.g. travel.season=monsoon")
      ->type_name("KEY=VALUE");
  add_repeated(app, "--grid", grid_, "Try each value of a key; several keys: every combination")
      ->type_name("KEY=[A,B]");
  add_repeated(app, "--one-out", out_, "Close each centre of a status, or this one, in turn")
      ->type_name("WHICH");
  add_repeated(app, "--one-in", in_, "Add each centre of a status, or this one, in turn")
      ->type_name("WHICH");
  app.add_flag("--public", public_,
               "For anyone to see: small observed counts are hidden, centres only roughly placed")
      ->group(kBatchGroup);
  app.add_option("--suppress-below", suppress_below_,
                 "Hide observed counts from 1 to below N, and what would give them away")
      ->type_name("N")
      ->group(kBatchGroup);
  trust_.add_to(app);
  app.add_flag("--no-simulation", no_simulation_, "Coverage alone: simulation.in_run=false")
      ->group(kBatchGroup);
}

std::vector<std::string> BatchPlanOptions::overrides() const {
  std::vector<std::string> overrides = set_;
  if (!data_.empty()) {
    overrides.push_back("dataset=" + toml_text(std::filesystem::absolute(data_).string()));
  }
  if (no_simulation_) overrides.emplace_back("simulation.in_run=false");
  if (suppress_below_) {
    overrides.push_back(fmt::format("privacy.suppress_below={}", *suppress_below_));
  }
  if (public_) overrides.emplace_back("privacy.public=true");
  return overrides;
}

bool BatchPlanOptions::asks_sweep() const {
  return !grid_.empty() || !out_.empty() || !in_.empty();
}

ScenarioSweep BatchPlanOptions::read_sweep_asked() const {
  ScenarioSweep sweep;
  const bool has_file = !files_.empty();
  if (has_file && is_sweep(files_.front())) {
    sweep = read_sweep(files_.front());
  } else if (has_file) {
    sweep.base = files_.front();
  }
  for (const std::string& axis : grid_) sweep.grid.push_back(parse_grid_axis(axis));
  require_once(sweep.grid);
  sweep.one_site.out.insert(sweep.one_site.out.end(), out_.begin(), out_.end());
  sweep.one_site.in.insert(sweep.one_site.in.end(), in_.begin(), in_.end());
  return sweep;
}

/// A scenario of a sweep would win over what is given for all of them.
void BatchPlanOptions::require_privacy_of_all(const BatchPlan& plan) const {
  if (!public_ && !suppress_below_) return;
  for (const PlannedScenario& planned : plan) {
    if (planned.origin == Origin::kFile) continue;
    for (const Parameter& one : planned.parameters) {
      if (!one.key.starts_with("privacy")) continue;
      throw UsageError({.what = fmt::format("'{}' sets '{}' for itself", planned.name, one.key),
                        .why = "--public and --suppress-below hold for all scenarios of a batch",
                        .hint = "leave out these, or that"});
    }
  }
}

BatchPlan BatchPlanOptions::read(LastGround& grounds, Progress& progress) const {
  BatchPlan plan = read_plan(grounds, progress);
  require_privacy_of_all(plan);
  for (PlannedScenario& planned : plan) {
    if (planned.scenario) planned.scenario->sources = trust_.rules;
  }
  return plan;
}

BatchPlan BatchPlanOptions::read_plan(LastGround& grounds, Progress& progress) const {
  std::vector<std::filesystem::path> files(files_.begin(), files_.end());
  require_there(files);
  const bool one_file = files.size() == 1 && std::filesystem::is_regular_file(files.front());
  const bool sweeps = asks_sweep() || (one_file && is_sweep(files.front()));
  if (!sweeps) return plan_files(files, overrides());
  if (files.size() > 1 || (!files.empty() && !one_file)) {
    throw UsageError({.what = "a sweep has one base scenario, and here are several files",
                      .hint = "give one scenario or one sweep file with --grid, --one-out and "
                              "--one-in"});
  }
  return plan_sweep(read_sweep_asked(), overrides(), [&](Scenario base) -> const Study& {
    base.sources = trust_.rules;
    return grounds.open(base, progress).study();
  });
}

std::string BatchPlanOptions::name() const {
  if (files_.size() != 1) return "batch";
  const std::filesystem::path path(files_.front());
  const std::string stem = (path.has_filename() ? path : path.parent_path()).stem().string();
  return stem.empty() || stem == "." || stem == ".." ? "batch" : stem;
}

}  // namespace pahunch
