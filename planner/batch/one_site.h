/// \file
/// One-site families: each centre closed in turn, and each candidate added in turn.
#pragma once

#include "planner/batch/planned_scenario.h"

namespace pahunch {

/// "without-ID" and "with-ID", in the order of the ids. `ground` is the base's. Throws
/// ConfigError for a word that is neither a status nor an id, a centre to close that is not open
/// under the last set, one to add that is, and where the base has only one set.
BatchPlan list_one_site(const OneSite& one_site, const Scenario& base, const Study& ground);

}  // namespace pahunch
