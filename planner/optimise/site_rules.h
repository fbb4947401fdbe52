/// \file
/// The rules of a choice out of the command line's options and the tables that they name.
#pragma once

#include "planner/console.h"
#include "planner/optimise/optimise_options.h"
#include "planner/optimise/site_tables.h"

namespace pahunch {

/// Statuses, costs and capacities of the sites are set; what the rules ask is given back. `sites`:
/// the ids in the order of the problem's sites; `factor`: of the problem's weights. Rows of unknown
/// sites are left out and told. DataError and UsageError as the readers of tables say.
SitingRules read_site_rules(const OptimiseOptions& options, const NameIndex& sites, double factor,
                            SitingProblem& problem, Console& console);

/// Where the cost of sites is added to weights times costs, it must be in the unit of these: costs
/// and budget are multiplied.
void scale_costs(double factor, SitingProblem& problem, SitingRules& rules);

/// "3 rows of --costs are left out: they are of no site"; nothing where n is 0.
void warn_left_out(Console& console, std::size_t n, const char* what, const char* why);

}  // namespace pahunch
