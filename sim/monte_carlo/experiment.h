/// \file
/// The outer level: parameter draws side by side, each with its own replicate years.
///
/// Draws are points of a Latin hypercube over all uncertain inputs. Results are folded in the order
/// of the draws, so that threads change no bit. Memory: 8 bytes a settlement, set and draw, and the
/// scratch of a draw for each thread; flat in the years.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/base/progress.h"
#include "sim/monte_carlo/parameter_space.h"
#include "sim/monte_carlo/simulate_draw.h"

namespace pahunch {

struct ExperimentSize {
  std::uint64_t n_draws = 25;           ///< of the parameters, at least 2
  std::uint64_t n_years_per_draw = 40;  ///< replicate years of each, at least 2
};

/// One parameter draw, without what is kept by settlement.
struct DrawSummary {
  std::vector<double> places;   ///< of the parameters, in their order
  std::vector<SetResult> sets;  ///< `p_served` is empty
  std::vector<PairMoments> served_by_first_and;
};

struct ExperimentResult {
  ExperimentSize size;
  std::vector<DrawSummary> draws = {};
  /// Mean over the years of each draw: [set][draw], by settlement.
  std::vector<std::vector<IdxVector<SettlementIdx, double>>> p_served = {};
  /// Squared standard error of such a mean, on average over the draws: [set], by settlement.
  std::vector<IdxVector<SettlementIdx, double>> noise = {};
  std::uint64_t n_states = 0, n_events = 0;

  /// Adds the draws that follow these; sums of `noise` are taken in their order.
  void merge(const ExperimentResult& later);
};

/// Throws ConfigError for a size that is too small.
ExperimentResult run_experiment(const World& world, const ParameterSpace& space,
                                const ExperimentSize& size, Progress& progress);

}  // namespace pahunch
