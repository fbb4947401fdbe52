/// \file
/// Changes that are enough where a problem with capacities is too large for the smallest one to be
/// found: tried on the sites with most room.
#pragma once

#include <optional>

#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

struct EnoughSites {
  std::size_t n_new = 0;
  bool is_smallest = false;  ///< fewer are no more than asked for, or have too little room in all
};

/// A number of sites above the one asked for with which all fit. None: not seen in time, or no
/// capacities.
std::optional<EnoughSites> find_enough_sites(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal);

/// The same more room at each site that has a limit, within about a hundredth of the least that is
/// enough at the sites tried. Empty: not seen in time.
MoreRoom find_enough_room(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, const StopSignal& signal);

}  // namespace pahunch
