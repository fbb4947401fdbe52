/// \file
/// The part of the independent check (check_answer.h) that is about who is given to which site.
#pragma once

#include <string>

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"

namespace pahunch {

/// Throws InvariantError, with what is wrong, where it does not hold.
void require_in_check(bool holds, const std::string& what);

/// The objective with capacities; infinity, of covering its negative, where a pair is none.
double sum_given(const SitingProblem& problem, const SitingObjective& objective,
                 const SitingAnswer& answer);

/// Everybody is given to open sites, as the objective asks, and no site is overfull.
void check_given(const SitingProblem& problem, const SitingObjective& objective,
                 const SitingAnswer& answer);

}  // namespace pahunch
