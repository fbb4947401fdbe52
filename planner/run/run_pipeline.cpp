#include "planner/run/run_pipeline.h"

#include <fmt/format.h>

#include "planner/isochrone/isochrones_text.h"
#include "planner/run/manifest.h"
#include "planner/run/run_timing.h"
#include "planner/run/write_run.h"
#include "planner/simulation/resumable_simulation.h"
#include "planner/simulation/study_world.h"
#include "planner/summary/run_summary.h"
#include "sim/permutation_streams.h"

namespace pahunch {
namespace {

void note_rows(const Dataset& dataset, Console& console) {
  for (const RowLedger& ledger : dataset.ledgers) {
    for (const auto& [reason, count] : ledger.repaired) {
      console.note(fmt::format("{}: {} rows kept, {}", ledger.layer, count, reason));
    }
    for (const auto& [reason, count] : ledger.left_out) {
      console.note(fmt::format("{}: {} rows left out, {}", ledger.layer, count, reason));
    }
  }
}

std::optional<SimulationReport> simulate_where_possible(const Study& study,
                                                        ResumableSimulation& simulation,
                                                        Session& session) {
  if (const auto obstacle = find_obstacle(study)) {
    session.console.note("no simulation: " + *obstacle);
    return std::nullopt;
  }
  return simulation.simulate(study, session);
}

}  // namespace

RunFolder::IfExists if_exists_for(const Scenario& scenario, const std::filesystem::path& folder,
                                  const OutputOptions& output) {
  return is_partial_run_of(scenario, folder) ? RunFolder::IfExists::kReplace : output.if_exists();
}

CoverageOptions coverage_options(const Scenario& scenario) {
  CoverageOptions options;
  options.bands_min = scenario.travel.bands_min;
  options.limit_min = scenario.max_minutes;
  options.assignment = scenario.travel.assignment;
  options.population = scenario.population;
  options.hot_spots.n_permutations = scenario.permutations;
  options.hot_spots.random = make_permutation_source(scenario.seed);
  return options;
}

void run_pipeline(const Scenario& scenario, const RunTarget& target, Session& session,
                  const std::function<void(const RunReport&)>& tell) {
  RunFolder folder(target.folder, target.if_exists);
  ResumableSimulation simulation(target.folder);
  RunTiming timing;
  const Study study = load_study(scenario, session.progress);
  note_rows(study.dataset, session.console);
  note_closures(study, session.console);
  timing.end_step("load");
  const auto model = make_model(study, scenario_choice(scenario), session.progress);
  const CoverageResult coverage = run_coverage({study.dataset, *model, study.sets},
                                               coverage_options(scenario), session.progress);
  timing.end_step("coverage");
  const CentreChecks checks = shown_checks(scenario.privacy, check_centres(*model));
  const auto variants = compute_variants(study, *model, session.progress);
  timing.end_step("variants");
  const auto worst = find_worst_areas(coverage, coverage.sets.back(), study.dataset, kWorstBlocks);
  RunSummary summary{study, coverage, checks, make_headline(coverage), variants, worst, {}, {}};
  if (scenario.isochrones.in_run) {
    warn_of_any_district(scenario, session.console);
    summary.isochrones =
        draw_isochrones({study, *model}, scenario.travel.bands_min, session.progress);
    session.console.note("isochrones: " +
                         wrong_side_text(summary.isochrones, summary.headline.total.all));
    timing.end_step("isochrones");
  }
  if (scenario.simulation.in_run) {
    summary.simulation = simulate_where_possible(study, simulation, session);
    timing.end_step("simulation");
  }
  write_run(summary, {}, folder, session);
  timing.end_step("write");
  folder.write_text("timing.json", timing.to_json());
  session.progress.begin("reading the files back", 0);
  folder.commit();
  simulation.note_committed();
  tell({summary_text(summary, session.console.style()), summary_json(summary)});
  simulation.tell_interrupted();
}

}  // namespace pahunch
