/// \file
/// Who is given to which of the open sites, as the objective asks.
#pragma once

#include <optional>

#include "planner/siting/capacitated_model.h"
#include "planner/siting/siting_answer.h"

namespace pahunch {

/// At least cost in parts and to the nearest; given whole, quickly and well. None: they do not fit,
/// or, given whole, were not made to.
std::optional<CapacitatedChoice> give_rows(const CapacitatedModel& model,
                                           const std::vector<SiteColumn>& open);

/// The parts by demand point, then by the site's id: what rows are given is dealt to their points
/// in turn. Who is given to no site is left out.
std::vector<GivenShare> list_shares(const SitingProblem& problem, const CapacitatedModel& model,
                                    const CapacitatedChoice& choice);

}  // namespace pahunch
