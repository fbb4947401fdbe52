/// \file
/// From the words of a scenario to sets of open centres, with its what-ifs applied.
#pragma once

#include <vector>

#include "geo/coverage/run_coverage.h"
#include "geo/io/projection.h"
#include "geo/model/dataset.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// Suffix of the id of a centre that a scenario moves: the first set keeps it where it is.
inline constexpr const char* kMovedSuffix = "@moved";

/// A candidate that a set or `add` names joins `dataset.centres`. New and moved sites join
/// `dataset.centres` as candidates with the provenance "scenario"; a moved centre keeps its name.
/// Centres are sorted by id again. Failure: ConfigError for a member that is neither status nor id,
/// an id that is already taken, a site outside all districts, and a change that changes nothing.
std::vector<CentreSet> make_centre_sets(const Scenario& scenario, const Projection& projection,
                                        Dataset& dataset);

}  // namespace pahunch
