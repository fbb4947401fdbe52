/// \file
/// The core that an elimination leaves: a directed graph among its ranks, from which the weights of
/// slots are reached.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/engine/elimination.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch::engine {

/// Core nodes are numbered 0, 1, … by rank. Of each core slot there are two arcs, one each way.
struct CoreGraph {
  std::uint32_t first_rank = 0;  ///< that of core node 0
  std::vector<std::uint32_t> first_arc = {0};
  std::vector<std::uint32_t> head;   ///< core number
  std::vector<std::uint32_t> place;  ///< slot times two, plus one where the arc leads down

  [[nodiscard]] std::uint32_t n_nodes() const {
    return static_cast<std::uint32_t>(first_arc.size() - 1);
  }
};

/// Arcs of a node ascend by head.
CoreGraph make_core_graph(const Elimination& elimination);

}  // namespace pahunch::engine
