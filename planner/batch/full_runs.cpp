#include "planner/batch/full_runs.h"

#include "geo/base/error.h"
#include "planner/batch/attempt.h"
#include "planner/batch/scenario_key.h"
#include "planner/run/manifest.h"
#include "planner/run/run_pipeline.h"

namespace pahunch {
namespace {

/// Is there a run of this content in the folder, and all of it?
bool is_whole_run(const Scenario& scenario, const std::string& key,
                  const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / kManifestName)) return false;
  try {
    const Manifest manifest = read_manifest(folder);
    return !manifest.is_partial && scenario_key(scenario, manifest.inputs) == key;
  } catch (const DataError&) {
    return false;
  }
}

void write_full_run(const Scenario& scenario, const std::string& key,
                    const std::filesystem::path& folder, Session& session) {
  if (is_whole_run(scenario, key, folder)) return;
  run_pipeline(scenario, {folder, RunFolder::IfExists::kReplace}, session,
               [](const RunReport& /*report*/) {});
  if (is_whole_run(scenario, key, folder)) return;
  throw DataError({.what = "an input was written to meanwhile",
                   .where = folder.string(),
                   .why = "the run is not of what the figures are of",
                   .hint = "the same command again computes both"});
}

}  // namespace

void write_full_runs(const BatchPlan& plan, const FigureStore& store, BatchOutcome& outcome,
                     Session& session) {
  // Each run's own notes would be those of the batch again.
  Console quiet(session.console.out(), session.console.err());
  quiet.set_verbosity(Verbosity::kQuiet);
  Session inner{quiet, session.progress};
  for (std::size_t at = 0; at < plan.size(); ++at) {
    ScenarioOutcome& one = outcome.scenarios[at];
    if (!one.figures) continue;
    // Named by its content: what the scenario is called today is no part of it.
    const std::string name = one.key.substr(0, 16);
    Scenario scenario = *plan[at].scenario;
    scenario.name = name;
    one.run_failure =
        attempt([&] { write_full_run(scenario, one.key, store.folder() / name, inner); });
    if (one.run_failure.empty()) one.run = (store.folder().filename() / name).string();
  }
}

}  // namespace pahunch
