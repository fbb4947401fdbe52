/// \file
/// A simulation that a command writes into a folder: what is simulated is kept beside it until the
/// folder is whole.
#pragma once

#include <filesystem>
#include <optional>

#include "planner/console.h"
#include "planner/simulation/checkpoint.h"
#include "planner/simulation/simulate_study.h"

namespace pahunch {

class ResumableSimulation {
 public:
  explicit ResumableSimulation(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Throws as `Checkpoint` and `simulate_study` do.
  SimulationReport simulate(const Study& study, Session& session);
  /// The folder is in place. What was interrupted keeps its checkpoint.
  void note_committed();
  /// Throws Interrupted, with what to do, where the simulation was interrupted.
  void tell_interrupted() const;

 private:
  std::filesystem::path folder_;
  std::optional<Checkpoint> checkpoint_;
  Ending ending_ = Ending::kComplete;
};

}  // namespace pahunch
