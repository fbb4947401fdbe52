/// \file
/// What an experiment comes to. Memory: 8 bytes a settlement, set, draw and limit; flat in the
/// years.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/monte_carlo/draw_result.h"
#include "sim/monte_carlo/experiment_plan.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

/// One parameter draw, without what is kept by settlement.
struct DrawSummary {
  std::vector<double> places;   ///< of the parameters, in their order
  std::vector<SetResult> sets;  ///< without what is kept by settlement
  std::vector<PairMoments> served_by_first_and;
};

/// Chances by settlement of one set.
struct ServedByDraw {
  /// Mean over the years of each draw.
  std::vector<IdxVector<SettlementIdx, double>> p_served = {};
  /// Squared standard error of such a mean, on average over the draws.
  IdxVector<SettlementIdx, double> noise = {};
};

struct ExperimentResult {
  ExperimentSize size;  ///< of what was simulated
  std::vector<DrawSummary> draws = {};
  /// Mean over the years of each draw: [set][draw], by settlement.
  std::vector<std::vector<IdxVector<SettlementIdx, double>>> p_served = {};
  /// Squared standard error of such a mean, on average over the draws: [set], by settlement.
  std::vector<IdxVector<SettlementIdx, double>> noise = {};
  std::uint64_t n_states = 0, n_events = 0;
  /// The same within the other limits of the rules: [limit][set].
  std::vector<std::vector<ServedByDraw>> within = {};
  /// Over the years of all draws: [set].
  std::vector<WeekBook> weeks = {};
};

/// Rural women whom a set serves more than the first, on average over a year, with the error of
/// chance alone: years within each draw, on the same floods and cases under both sets.
Estimate estimate_more_served(const ExperimentResult& result, std::size_t set,
                              double level = kUsualLevel);

/// Rural women served under a set, with the error of chance alone.
Estimate estimate_served(const ExperimentResult& result, std::size_t set,
                         double level = kUsualLevel);

/// How many times the years the difference of a set and the first would need for the same error on
/// draws of their own; 1 where common draws bring nothing. Infinite where all differences within a
/// draw are equal.
double variance_reduction(const ExperimentResult& result, std::size_t set);

}  // namespace pahunch
