/// \file
/// Choices with capacities: the median, and covering, with points given whole, in parts or to the
/// nearest open site (siting_objective.h).
///
/// Without capacities nothing is worse, which gives a first bound and first sites. A better bound,
/// and more sites to try, come from a knapsack a site (capacitated_bound.h). What is left is the
/// textbook programme, as long as it is not too large. Every choice is given out on the points
/// themselves, so that it costs what is said. Of more than a thousand points that are given whole
/// the best sites in parts are taken, and nothing is found where they do not fit there as a whole.
#pragma once

#include <vector>

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct CapacitatedSolution {
  Solution solution;
  std::vector<GivenShare> shares;  ///< by demand point, then by site
  bool is_whole = false;
  std::size_t n_rows = 0;
};

CapacitatedSolution solve_capacitated(const SitingProblem& problem, const ChoiceRules& rules,
                                      const SitingObjective& objective, const SolveGoal& goal,
                                      const StopSignal& signal);

/// What the locked sites alone cover; nothing where that is no choice, as a site is overfull. Of
/// points given whole it may be less where they are too many, or the signal stops it.
/// Precondition: room-cover.
double cover_with_locked(const SitingProblem& problem, const SitingObjective& objective,
                         const StopSignal& signal);

}  // namespace pahunch
