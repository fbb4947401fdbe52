/// \file
/// What is asked, changed in one respect so that there is an answer.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Weight that a site is to take beyond its capacity.
using MoreRoom = std::vector<std::pair<SiteIdx, std::int64_t>>;

struct Relaxation {
  std::string words;
  SitingRules rules;
  SitingObjective objective;
  MoreRoom more_room = {};
  bool is_same_room = false;  ///< so much at each site
  /// Less of the same does not do; else it is enough, and whether less is was not settled.
  bool is_smallest = true;
};

/// The problem with more room.
SitingProblem with_more_room(SitingProblem problem, const MoreRoom& more);

/// One change each of the number of sites, the budget, the groups and exclusions, the limit, the
/// target, how places are given, and the room: the smallest of its kind with which an answer was
/// really found. What is not found within the time, or some seconds each, is left out, and so are
/// kinds that do not help by themselves. The words are for people and name options.
///
/// Precondition: there is no answer to the problem as it is.
std::vector<Relaxation> find_relaxations(const SitingProblem& problem, const SitingRules& rules,
                                         const SitingObjective& objective,
                                         const StopSignal& signal);

}  // namespace pahunch
