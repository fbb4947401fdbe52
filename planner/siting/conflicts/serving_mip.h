/// \file
/// The choices that are an answer at all, whatever it is worth, as a programme: they keep the
/// rules, and everybody is served as the objective asks. What is least among them is the smallest
/// change that makes a problem possible.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "planner/siting/capacitated_mip.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_problem.h"

namespace pahunch {

struct ServingMip {
  MipModel mip;
  std::vector<int> open;  ///< by column
  /// Programme column, site: what the site takes beyond its capacity.
  std::vector<std::pair<int, SiteIdx>> excess = {};
};

/// `opening`: what opening costs, by column; `excess`: see capacitated_mip.h, without capacities
/// nothing. None: somebody can be served by no choice, or the programme would be too large to be
/// solved by the way.
std::optional<ServingMip> make_serving_mip(const SitingProblem& problem, const ChoiceRules& choice,
                                           const SitingObjective& objective,
                                           const std::vector<double>& opening,
                                           Excess excess = Excess::kNone);

}  // namespace pahunch
