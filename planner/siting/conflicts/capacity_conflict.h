/// \file
/// Why demand does not fit into capacities.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/conflicts/infeasibility.h"

namespace pahunch {

/// Weight that locked sites and the n roomiest columns can take together, by n.
std::vector<std::int64_t> room_by_number(const SitingProblem& problem, const ChoiceRules& choice);

/// The demand is more than all sites, or as many as may be chosen, can take.
std::optional<Infeasibility> find_capacity_conflict(const SitingProblem& problem,
                                                    const SitingRules& rules,
                                                    const ChoiceRules& choice);

/// With all sites open, and in parts, some demand finds no room at the sites that it reaches: the
/// points and sites of the cut (Hall's condition) and the room that they lack. Precondition: every
/// point reaches a site.
std::optional<Infeasibility> find_crowd(const SitingProblem& problem, const ChoiceRules& choice,
                                        const SitingObjective& objective);

}  // namespace pahunch
