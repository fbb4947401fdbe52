/// \file
/// The choice whose worst draws lose least: the solver behind the tail and the worst case.
///
/// Least sum of the n largest of the losses by draw, as a linear programme with whole columns: a
/// level eta, and for each draw what its loss exceeds the level by (Rockafellar, Uryasev 2000):
/// n x eta + sum of the excesses. With n = 1 there is no excess and eta is the largest loss.
///
/// A choice is there before the programme is asked: the one of the best expected cover, bettered by
/// interchange. Its bound is a first bound too, as the mean of the n largest losses is no less than
/// the mean of all.
#pragma once

#include <optional>
#include <string>

#include "planner/siting/risk/draw_cover.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct TailGoal {
  std::size_t n_tail = 1;  ///< draws whose losses are summed, 1 .. draws
  /// The gap that is asked for is a share of the weight covered, not of that lost.
  bool of_covered = false;
};

struct TailChoice {
  AnswerStatus status = AnswerStatus::kNothingFound;
  std::vector<SiteIdx> sites;        ///< open ones, the locked among them, by id
  std::vector<std::int64_t> losses;  ///< by draw, counted again from the draws
  std::int64_t loss_sum = 0;         ///< of the n_tail largest
  std::int64_t bound_sum = 0;        ///< no choice has less
  std::optional<Infeasibility> infeasible = {};
  ModelSize size = {};

  [[nodiscard]] bool has_sites() const {
    return status != AnswerStatus::kInfeasible && status != AnswerStatus::kNothingFound;
  }
};

/// Refuses what check_draws refuses; throws InvariantError when a recount of the draws disagrees.
/// Proven where the gap is 0, or where CBC says that nothing is better and what is left is the
/// allowance for its tolerances (round_off.h). Deterministic unless the limits end it.
TailChoice solve_tail(const SitingProblem& problem, const ReachDraws& draws,
                      const SitingRules& rules, const TailGoal& goal, const SolveLimits& limits);

}  // namespace pahunch
