/// \file
/// A directed graph as benchmark files hold it: arcs with integer weights, perhaps coordinates.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

/// Nodes are 0 .. n_nodes-1 (one less than in the file).
struct ArcList {
  std::uint32_t n_nodes = 0;
  std::vector<std::uint32_t> tail, head, weight;  ///< by arc; weight in the file's own unit
  std::vector<LonLat> node_at;                    ///< one a node, or empty
};

}  // namespace pahunch
