/// \file
/// Sites for the mean over moments of years with floods, or for the worst of them, and how sure
/// that is.
///
/// Three gaps stand apart: of the solver (on the draws that the sites were chosen on), of the
/// sample (those draws against all that there could be; sampling_gap.h), and of the model, for
/// which there is no figure: four years of floods were seen, and how roads fail is assumed. The gap
/// of the sample is known of means only; of a tail (tail_cover.h) the figure on fresh draws stands
/// beside that on the draws it was chosen on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planner/optimise/flood_reach.h"
#include "planner/siting/risk/expected_cover.h"
#include "planner/siting/risk/sampling_gap.h"
#include "planner/siting/risk/tail_cover.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

struct FloodSitingOptions {
  std::size_t n_draws = 0;     ///< to choose on, and as many fresh ones to measure on
  std::size_t n_batches = 20;  ///< of the sampling gap; 0: it is not estimated
  std::size_t n_batch_draws = 20;
  std::optional<double> tail_level = {};  ///< choose for the mean of the worst 1 - level of draws
  SolveLimits limits = {};
};

/// What a set covers on fresh draws, which none of the sets was chosen on.
struct FloodMeasure {
  std::string what;
  Estimate women;
  std::optional<TailEstimate> tail = {};  ///< of the women whom it does not cover
};

/// Chosen for the tail: what the draws that it was chosen on say of it.
struct FloodTail {
  TailCover cover;
  std::vector<SiteIdx> mean_sites;  ///< all open ones of the answer for the mean
  /// On fresh draws, how many more women in the tail are covered than by the sites chosen for dry
  /// roads, and for the mean.
  TailEstimate over_dry = {}, over_mean = {};
};

struct FloodSiting {
  FloodSitingOptions options;
  ReachDrawsSize size;  ///< of the draws that the sites were chosen on
  std::optional<FloodTail> tail = {};
  std::optional<GapReport> gap = {};
  std::vector<FloodMeasure> measures = {};  ///< none: interrupted before they were taken
  /// What the sites chosen for floods cover more than those chosen for dry roads, on the same fresh
  /// draws.
  Estimate over_dry = {};
};

/// The answer for the mean over the draws, or over their tail: its objective, bound, gap and values
/// are women a draw. One for the tail has `tail`; it has none where it was stopped before there was
/// one.
struct FloodAnswer {
  SitingAnswer answer;
  ReachDrawsSize size;
  std::optional<FloodTail> tail = {};
};
FloodAnswer choose_for_floods(const FloodReach& reach, const SitingProblem& problem,
                              const SitingRules& rules, const FloodSitingOptions& options,
                              Progress& progress);

/// Measures that answer and `dry`, the sites chosen for dry roads; `sites` of both are all open
/// ones. `found` has options, size and tail, and is filled in as far as it comes.
void measure_for_floods(const FloodReach& reach, const SitingProblem& problem,
                        const SitingRules& rules, const SitingAnswer& chosen,
                        const std::vector<SiteIdx>& dry, FloodSiting& found, Progress& progress);

}  // namespace pahunch
