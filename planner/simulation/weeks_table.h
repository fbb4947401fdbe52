/// \file
/// The weekly review of the corporation as tables: what to expect of each week of the year, and
/// what was observed.
///
/// A week of the simulation is seven days counted from 1 January; an ISO week of the same number
/// begins up to three days earlier or later. What a year's cases leave over at its end stands at
/// its beginning, as if the year before had been like it (week_tally.h).
#pragma once

#include "planner/privacy/privacy_settings.h"
#include "planner/simulation/simulation_tables.h"

namespace pahunch {

/// "weeks": a row for each set, area (all centres, a district by its centres, a centre) and week,
/// with the mean over all replicate years and the 5% and 95% points of single years.
Table make_weeks_table(const SimulatedStudy& simulated);

/// "observed_weeks": the weeks that the dataset's table of cases holds, of all centres, of
/// districts whose existing centres all have the week, and of centres. What the rows of all centres
/// or of a district leave out is the sum of their centres; a mean wait is weighted by the cases.
/// Small counts are hidden as the settings say, row by row (privacy/suppress_counts.h); then what
/// is open, and the means, are hidden everywhere, as small counts could be worked back from the
/// weeks before and after.
Table make_observed_weeks_table(const Dataset& dataset, const PrivacySettings& privacy = {});

}  // namespace pahunch
