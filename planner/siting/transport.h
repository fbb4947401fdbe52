/// \file
/// Points given to open sites at least cost, within their capacities and split where that helps:
/// the transportation problem (Hitchcock 1941), exactly, by successive shortest paths.
///
/// Points come one after the other. One takes what its nearest sites have left; where they are
/// full, a chain of points moves on to other sites, whichever costs least in all. Weights and
/// capacities are whole, and so are the parts. Sums are exact where costs are whole.
///
/// Complexity: a path for each point and each part of it, O(open sites^2) each, and for the sites
/// on the path a look at their points.
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/capacitated_model.h"

namespace pahunch {

struct Transport {
  struct Part {
    std::size_t point = 0;  ///< of the model
    CapacitatedModel::Slot slot = 0;
    std::int64_t weight = 0;
  };
  std::vector<Part> parts;  ///< by point, then slot
  double cost = 0;
};

/// None: the open sites cannot take all. `open`: columns; locked slots are open too.
std::optional<Transport> transport_points(const CapacitatedModel& model,
                                          const std::vector<SiteColumn>& open);

}  // namespace pahunch
