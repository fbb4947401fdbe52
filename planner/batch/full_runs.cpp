#include "planner/batch/full_runs.h"

#include "planner/run/manifest.h"
#include "planner/run/run_pipeline.h"

namespace pahunch {
namespace {

bool is_whole_run(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / kManifestName);
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
    const auto folder = store.folder() / one.key.substr(0, 16);
    const Scenario& scenario = *plan[at].scenario;
    const bool partial = is_partial_run_of(scenario, folder);
    if (partial || !is_whole_run(folder)) {
      const auto if_exists = partial ? RunFolder::IfExists::kReplace : RunFolder::IfExists::kRefuse;
      run_pipeline(scenario, {folder, if_exists}, inner, [](const RunReport& /*report*/) {});
    }
    one.run = (store.folder().filename() / folder.filename()).string();
  }
}

}  // namespace pahunch
