/// \file
/// The capacitated p-median: each point is given whole to one open site, and no site is given more
/// weight than its capacity (Mulvey and Beck 1984).
#pragma once

#include <vector>

#include "planner/siting/siting_objective.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct CapacitatedSolution {
  Solution solution;
  std::vector<SiteIdx> assigned;  ///< by demand point; invalid for points of no weight
  bool is_whole = false;
};

CapacitatedSolution solve_capacitated(const SitingProblem& problem, const ChoiceRules& rules,
                                      const SitingObjective& objective, const SolveGoal& goal,
                                      const StopSignal& signal);

}  // namespace pahunch
