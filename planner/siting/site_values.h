/// \file
/// Each open site's part in an answer.
#pragma once

#include <vector>

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"

namespace pahunch {

/// By position in `sites`, which are open. Marginal: what the objective gets worse by when it
/// closes and all others stay; infinity where a point would be left without a site, no number (NaN)
/// for capacitated, whose points would have to be given out anew. For set covering it is the weight
/// that would no longer be covered.
std::vector<SiteValue> value_sites(const SitingProblem& problem, const SitingObjective& objective,
                                   const std::vector<SiteIdx>& sites);

}  // namespace pahunch
