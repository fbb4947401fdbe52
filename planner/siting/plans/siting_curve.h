/// \file
/// Diminishing returns: the best answer for each number of new sites.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "planner/siting/solve_siting.h"

namespace pahunch {

struct CurvePoint {
  std::size_t n_new = 0;
  AnswerStatus status = AnswerStatus::kNothingFound;
  std::vector<SiteIdx>
      sites;  ///< open ones, the locked among them, by id; empty: there is no answer
  double objective = 0, bound = 0, gap = 0;

  [[nodiscard]] bool has_answer() const {
    return status != AnswerStatus::kInfeasible && status != AnswerStatus::kNothingFound;
  }
};

struct SitingCurve {
  std::vector<CurvePoint> points;  ///< by number of new sites, from none
  /// All that were asked for; else it was stopped, or there are no more candidates.
  bool is_complete = true;
};

/// For 0 to `n_most` new sites; the rules' own number is not looked at. `limits`: of all solves
/// together. With no other rule than the number a point is never worse than the one before, also
/// where a gap was allowed: then that one's sites are kept and one is added. `on_point` is told of
/// each point when it is found.
///
/// Cost: that of the solves, each for itself; they share no work, as reducing the model is a small
/// part of it.
SitingCurve trace_curve(const SitingProblem& problem, SitingRules rules,
                        const SitingObjective& objective, std::size_t n_most,
                        const SolveLimits& limits,
                        const std::function<void(const CurvePoint&)>& on_point = {});

}  // namespace pahunch
