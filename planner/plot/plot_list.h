/// \file
/// The plots that a run's tables and summaries can tell, in the order in which they are shown.
#pragma once

#include <string>
#include <vector>

#include "planner/plot/plot.h"
#include "planner/plot/run_data.h"

namespace pahunch {

/// Of a run: coverage_curve, bands, lorenz, districts, worst_blocks; with a simulation waits,
/// sensitivity, cases_check, floods_check. Of chosen sites besides: curve, pareto, rule_lists,
/// opening_order. Throws DataError where a file is not one of this version.
std::vector<Plot> make_plots(const RunData& run);

/// Each adds those for which the run has the numbers.
void add_coverage_plots(const RunData& run, std::vector<Plot>& plots);
void add_area_plots(const RunData& run, std::vector<Plot>& plots);
void add_simulation_plots(const RunData& run, std::vector<Plot>& plots);
void add_check_plots(const RunData& run, std::vector<Plot>& plots);
void add_siting_plots(const RunData& run, std::vector<Plot>& plots);

}  // namespace pahunch
