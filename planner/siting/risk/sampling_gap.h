/// \file
/// How far a choice of sites that was made on a sample of draws may be from the best for all draws
/// that there could be: the gap estimate of Mak, Morton and Wood (1999, Operations Research Letters
/// 24, 47-56) for expected cover.
///
/// On each of at least 20 independent batches of draws, the most that any choice covers on the
/// batch less what the choice covers on the same draws. The best of a batch is on the mean no worse
/// than the best of all (it is chosen with the batch in sight), so the mean gap is on the mean no
/// smaller than the true one. Where the solver was stopped early the bound of the batch stands for
/// its best, so that stopping makes the gap larger and never smaller. The upper bound is one-sided
/// Student's over the batches, and holds at its level where the mean of the batches is near normal.
///
/// Three gaps are kept apart and are never added in silence: of the solver, of the sample, and of
/// the model of hazard and travel against the world.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "planner/siting/risk/draw_cover.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

constexpr std::size_t kLeastGapBatches = 20;

struct GapCandidate {
  std::vector<SiteIdx> sites;  ///< open ones, the locked among them
  double solver_gap = 0;       ///< a draw; of the solve that chose them (ExpectedCover, answer.gap)
};

struct GapSamples {
  std::size_t n_batches = 30;
  /// The draws of a batch, each asked for once and in order; all of one size, independent of each
  /// other, of the draws that the choice was made on and of the fresh ones.
  std::function<ReachDraws(std::size_t batch)> batch;
  ReachDraws fresh;  ///< at least 2 draws, for what the choice covers
};

struct GapOptions {
  double level = 0.95;
  /// The t with P(T <= t) = p for so many degrees of freedom.
  std::function<double(double p, double dof)> student_quantile;
  SolveLimits batch_limits = {};  ///< of each batch; a stop also ends the batches
};

/// A mean over independent units with a two-sided interval.
struct SampleMean {
  std::size_t n = 0;
  double mean = 0;
  double standard_error = 0;
  double low = 0, high = 0;
};

struct SamplingGap {
  std::size_t n_batches = 0;   ///< that were solved; fewer than asked for where it was stopped
  std::size_t n_unproven = 0;  ///< of them, those that stopped early: their bounds were taken
  double mean = 0;             ///< estimate of the gap, not below 0
  double standard_error = 0;
  std::optional<double> upper = {};  ///< one-sided; none: fewer than 20 batches were solved
  double upper_level = 0;
  double mean_batch_bound = 0;  ///< of it: no choice is expected to cover more, but for chance
};

/// All in weight a draw.
struct GapReport {
  double solver_gap = 0;                 ///< on the draws that the choice was made on
  SamplingGap sampling;                  ///< of those draws against all
  std::optional<double> model_gap = {};  ///< left to the caller
  SampleMean value;                      ///< what the choice covers, on fresh draws
};

/// Throws UsageError for fewer than 20 batches, batches of unlike sizes, a level not within 0 .. 1,
/// fewer than 2 fresh draws, and a choice that does not keep the rules; refuses what check_draws
/// refuses. Deterministic as solve_siting is.
GapReport estimate_sampling_gap(const SitingProblem& problem, const SitingRules& rules,
                                const GapCandidate& candidate, const GapSamples& samples,
                                const GapOptions& options);

}  // namespace pahunch
