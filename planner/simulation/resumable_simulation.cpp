#include "planner/simulation/resumable_simulation.h"

#include "planner/interrupt.h"
#include "planner/simulation/sensitivity_text.h"

namespace pahunch {

SimulationReport ResumableSimulation::simulate(const Study& study, Session& session) {
  const std::string key = simulation_key(study);
  checkpoint_.emplace(checkpoint_of(folder_), key, session.console);
  for (const auto& file : list_rank_checkpoints(folder_)) {
    checkpoint_->take_over(file, key, session.console);
  }
  const std::string notice = sensitivity_notice(study.scenario.simulation.sensitivity);
  if (!notice.empty()) session.console.note(notice);
  try {
    SimulationReport report = simulate_study(study, *checkpoint_, session.progress);
    ending_ = report.ending;
    return report;
  } catch (const Interrupted&) {
    if (checkpoint_->n_years() > 0) {
      throw Interrupted("interrupted; the years simulated until then are kept in " +
                        checkpoint_of(folder_).string() +
                        "\n  what to try: the same command again goes on from there");
    }
    checkpoint_->remove_at_end();
    throw;
  } catch (...) {
    if (checkpoint_->n_years() == 0) checkpoint_->remove_at_end();
    throw;
  }
}

void ResumableSimulation::note_committed() {
  if (checkpoint_ && ending_ != Ending::kInterrupted) checkpoint_->remove_at_end();
  checkpoint_.reset();
}

void ResumableSimulation::tell_interrupted() const {
  if (ending_ != Ending::kInterrupted) return;
  throw Interrupted("interrupted; what was simulated until then is in " + folder_.string() +
                    ", marked as partial\n  what to try: the same command again goes on from "
                    "there");
}

}  // namespace pahunch
