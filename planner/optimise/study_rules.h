/// \file
/// Rules of a choice that follow from where the sites of a study lie.
#pragma once

#include "planner/optimise/optimise_options.h"
#include "planner/optimise/study_problem.h"
#include "planner/siting/equity/fairness.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

/// The sites of each area of a level, in the order of the areas; an area may have none. Sites that
/// lie in no area are in no group.
std::vector<SiteGroup> group_sites(const Study& study, const StudyProblem& made, AreaLevel level);

/// The demand of each area of a level, in the order of the areas. Settlements that lie in none are
/// in none of these.
std::vector<DemandArea> group_demand(const Study& study, const StudyProblem& made, AreaLevel level);

/// Pairs of candidates nearer to each other than this, by the straight line on the ground.
std::vector<std::pair<SiteIdx, SiteIdx>> find_close_pairs(const Study& study,
                                                          const StudyProblem& made, double km);

/// Forbids the candidates that are nearer than this to a locked site; how many.
std::size_t forbid_near_locked(const Study& study, StudyProblem& made, double km);

}  // namespace pahunch
