/// \file
/// From what a solver found of the minimum to an answer: sites, objective, bound, gap and status,
/// what each site adds, and the check.
#pragma once

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct SolvedOf {
  const SitingProblem& problem;
  const SitingRules& rules;
  const SitingObjective& objective;
  const ChoiceRules& choice;
  double total = 0;       ///< of a maximum: what nothing lost would come to
  bool is_whole = false;  ///< losses are, so that a gap is one unit at least
  double gap_frac = 0;    ///< a gap that was good enough
};

/// Fills in the answer, whose `locked_objective` and size are there. Throws as check_answer does.
/// Precondition: the solution has a choice.
void finish_answer(const SolvedOf& of, const Solution& solution, const StopSignal& signal,
                   SitingAnswer& answer);

/// Those of the columns and the locked sites, by id.
std::vector<SiteIdx> open_sites(const SitingProblem& problem, const ChoiceRules& choice,
                                const std::vector<SiteColumn>& open);

}  // namespace pahunch
