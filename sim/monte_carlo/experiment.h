/// \file
/// The outer level: parameter draws side by side, each with its own replicate years.
///
/// Draws are points of a Latin hypercube over all uncertain inputs. The work is done in parcels
/// (parcel.h), round by round, and results are folded in the order of the parcels, so that threads,
/// and where the work was cut short before, change no bit.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "geo/base/progress.h"
#include "sim/monte_carlo/experiment_result.h"
#include "sim/monte_carlo/parameter_space.h"
#include "sim/monte_carlo/parcel.h"
#include "sim/monte_carlo/world.h"

namespace pahunch {

/// Parcels that the store has are not simulated again; the others are kept there as they end. What
/// `progress` throws ends the work. Throws ConfigError as `list_rounds` does.
ExperimentResult run_experiment(const World& world, const ParameterSpace& space,
                                const ExperimentPlan& plan, ParcelStore& store, Progress& progress);

/// The work of an experiment in stages: parcels up to each look, or all of them where there is
/// none. Throws ConfigError as `list_rounds` does.
std::vector<std::vector<Parcel>> list_stages(const ExperimentPlan& plan);

/// Simulates parcels side by side into the store. `next` gives the number of the next one, until it
/// gives one beyond the last; it is asked from several threads, and so may share the parcels out
/// among programs. What `progress` throws ends the work.
struct ParcelJob {
  const World& world;
  const ParameterSpace& space;
  const ExperimentPlan& plan;
  const std::vector<Parcel>& parcels;
  std::function<std::uint64_t()> next;
};
void simulate_parcels(const ParcelJob& job, ParcelStore& store, Progress& progress);

/// Does the experiment end here, as its interval is narrow enough at a look?
bool is_narrow_enough(const ExperimentPlan& plan, const ExperimentResult& so_far);

/// Of an experiment that was cut short: what can be told from the parcels in the store. Whole
/// rounds, or of the first round the draws up to the first that is not there; none where that is
/// fewer than two draws.
std::optional<ExperimentResult> gather_finished(const World& world, const ParameterSpace& space,
                                                const ExperimentPlan& plan, ParcelStore& store);

}  // namespace pahunch
