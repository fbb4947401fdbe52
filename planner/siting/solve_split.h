/// \file
/// The capacitated median whose points may be split: sites are whole, and what each is given is a
/// transportation problem (capacitated facility location; Balinski 1965). This is the optimum of a
/// system that sends everybody where she is best served in all.
///
/// The choice of the median without capacities is a first choice, and what it proves a first bound,
/// as capacities only cost more. The rest is the strong textbook programme, whose choices are given
/// out anew and exactly (transport.h).
#pragma once

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct SplitSolution {
  Solution solution;
  std::vector<GivenShare> shares;
  bool is_whole = false;
};

SplitSolution solve_split(const SitingProblem& problem, const ChoiceRules& rules,
                          const SitingObjective& objective, const SolveGoal& goal,
                          const StopSignal& signal);

}  // namespace pahunch
