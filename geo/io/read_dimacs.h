/// \file
/// Graphs of the 9th DIMACS implementation challenge (shortest paths), plain or gzipped.
///
/// A `.gr` file has comments `c …`, one line `p sp NODES ARCS`, and ARCS lines `a TAIL HEAD WEIGHT`
/// with nodes from 1. A `.co` file has `p aux sp co NODES` and a line `v NODE LON LAT` a node, in
/// millionths of a degree.
#pragma once

#include <filesystem>
#include <optional>

#include "geo/model/arc_list.h"

namespace pahunch {

/// Throws DataError with file and line: not a DIMACS file, a node out of range, a weight that is
/// negative or above 2^31 - 1, nodes by the million that no arc joins, fewer or more arcs or points
/// than promised, a file cut short.
ArcList read_dimacs(const std::filesystem::path& graph_file,
                    const std::optional<std::filesystem::path>& coordinate_file);

}  // namespace pahunch
