/// \file
/// Swaps that hardly matter: one chosen site for one that is not, with next to nothing lost.
///
///     const SolvedPlan plan = make_solved_plan({problem, rules, objective, answer}, signal);
///     const NearTies found = find_near_ties(plan, {.share = 0.005, .n_solved = 20}, signal);
///
/// Every swap of two that keeps the rules is evaluated exactly, the others staying. Those that lose
/// least are then solved again with the swap forced: the best plan of all that has the one site
/// and not the other, which may differ from the answer in more than the two. Where a swap was not
/// solved again, its own loss stands for an upper limit of what forcing it loses.
///
/// Where losses are not whole a loss is exact to round-off (1e-9 of the objective), and a swap at
/// the very limit counts as within it.
/// Complexity: O(pairs of the model + columns x open ones), and a small solve for each of n_solved.
#pragma once

#include "planner/siting/plans/forced_plan.h"

namespace pahunch {

struct NearTieOptions {
  double share = 0.005;       ///< most that a swap may lose, inclusive; 0 .. 1, 1 left out
  std::size_t n_solved = 20;  ///< so many of the smallest are solved again
};

struct NearTie {
  SiteColumn out = kNoColumn, in = kNoColumn;
  SiteIdx site_out, site_in;
  double loss = 0;                      ///< of the swap alone, against the answer
  double loss_share = 0;                ///< of it
  std::optional<ForcedPlan> best = {};  ///< with the swap forced; none: not solved again
};

struct NearTies {
  std::vector<NearTie> ties;  ///< by loss, then by the ids of out and in
  std::size_t n_solved = 0;   ///< of them, from the first
  /// Not stopped: all swaps were tried, and so many solved to the end as was asked for.
  bool is_complete = true;

  [[nodiscard]] std::size_t n_not_solved() const { return ties.size() - n_solved; }
};

/// Throws UsageError for a share out of range. When the signal stops it, what was found by then.
NearTies find_near_ties(const SolvedPlan& plan, const NearTieOptions& options,
                        const StopSignal& signal);

/// All swaps that lose this choice no more than so much, none of them solved again; in the order of
/// `NearTies`.
std::vector<NearTie> find_swaps(const SolvedPlan& plan, const std::vector<SiteColumn>& open,
                                double most, const StopSignal& signal);

/// The choice after a swap, ascending.
std::vector<SiteColumn> swap_columns(std::vector<SiteColumn> open, SiteColumn out, SiteColumn in);

}  // namespace pahunch
