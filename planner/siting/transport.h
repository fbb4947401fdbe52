/// \file
/// Rows given to open sites at least cost, within their capacities and split where that helps:
/// the transportation problem (Hitchcock 1941), exactly, by successive shortest paths.
///
/// Rows come one after the other. One takes what its nearest sites have left; where they are
/// full, a chain of rows moves on to other sites, whichever costs least in all. Weights and
/// capacities are whole, and so are the parts. Sums are exact where costs are whole.
///
/// Complexity: a path for each row and each part of it, O(open sites^2) each, and for the sites
/// on the path a look at their rows.
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/capacitated_model.h"

namespace pahunch {

/// None: the open sites cannot take all. `open`: columns; locked slots are open too.
std::optional<CapacitatedChoice> transport_rows(const CapacitatedModel& model,
                                                const std::vector<SiteColumn>& open);

/// What each row pays, by the duals of the transportation problem: its cost at the best open slot,
/// where a full one asks for what a unit of room there would save. None: the open sites cannot take
/// all.
std::optional<std::vector<double>> find_row_duals(const CapacitatedModel& model,
                                                  const std::vector<SiteColumn>& open);

}  // namespace pahunch
