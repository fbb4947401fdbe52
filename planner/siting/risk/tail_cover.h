/// \file
/// Sites for the worst draws: the least mean of what the tail of the draws loses (CVaR;
/// Rockafellar, Uryasev 2000), exactly, over draws of closed roads.
///
///     const TailCover found = solve_tail_cover(problem, draws, rules, {.level = 0.95});
///     const TailEstimate figure =
///         estimate_tail(losses_by_draw(problem, fresh, found.choice.sites), 0.95, {});
///
/// A loss is the weight that no open site covers in a draw. Larger is worse; the tail is the draws
/// of the largest losses (tail_estimate.h). What was chosen on some draws looks better on them than
/// it is: the figure to quote is that of the fresh draws.
#pragma once

#include "planner/siting/risk/solve_tail.h"
#include "planner/siting/risk/tail_estimate.h"

namespace pahunch {

/// How such figures are to be headed.
constexpr const char* kTailLabel = "tail of the model";

struct TailOptions {
  double level = 0.95;
  SolveLimits limits = {};
};

struct TailCover {
  TailChoice choice;      ///< status, sites, and the loss in each draw
  double level = 0;       ///< as asked
  double level_held = 0;  ///< 1 - share of the draws that are in the tail; not below `level`
  std::size_t n_draws = 0;
  std::size_t n_tail = 0;    ///< draws in the tail
  double mean_loss = 0;      ///< of all draws
  double value_at_risk = 0;  ///< VaR
  double cvar = 0;           ///< mean loss of the tail, on the draws that it was chosen on
  double bound = 0;          ///< no choice has a lower CVaR on these draws
  double gap = 0;            ///< between them
};

/// Refuses what check_draws and count_tail refuse. Without a choice only its
/// status, the levels and the counts say anything.
TailCover solve_tail_cover(const SitingProblem& problem, const ReachDraws& draws,
                           const SitingRules& rules, const TailOptions& options);

/// What a choice loses in each draw, for draws that it was not made on.
std::vector<std::int64_t> losses_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                         std::span<const SiteIdx> sites);

}  // namespace pahunch
