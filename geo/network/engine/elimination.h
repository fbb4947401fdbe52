/// \file
/// What eliminating nodes in a given order does to a graph, before any weight is known: the
/// supergraph of a customisable contraction hierarchy, whole or in part.
///
/// Nodes get ranks. Those of rank below `n_eliminated` are eliminated in order of rank: each joins
/// all its neighbours of higher rank. The rest is the core. With everything eliminated this is the
/// chordal supergraph of a customisable contraction hierarchy (Dibbelt, Strasser, Wagner:
/// Customizable contraction hierarchies, 2016); with a core it is the elimination of the cheap part
/// only, and something else must solve the core.
///
/// A *slot* is an undirected pair (v, u) of nodes joined by arcs, v of lower rank; a metric has two
/// weights a slot: up (v to u) and down (u to v).
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/engine/order/find_order.h"
#include "geo/network/engine/road_graph.h"

namespace pahunch::engine {

struct Elimination {
  std::uint32_t n_eliminated = 0;
  std::vector<std::uint32_t> rank_of, node_of;

  /// Slots of v, by rank: first_up[v] .. first_up[v+1], and the higher end of each; ascending.
  std::vector<std::uint32_t> first_up, up_head;
  /// The same slots by their higher end, for eliminated lower ends only; ascending lower end.
  std::vector<std::uint32_t> first_down, down_tail, down_slot;

  /// Arcs of the graph in the order of their slots; loops are left out.
  std::vector<std::uint32_t> arc_in_order;
  /// Where each of those goes: its slot, times two, plus one where the arc leads down.
  std::vector<std::uint32_t> place_in_order;

  [[nodiscard]] std::uint32_t n_nodes() const { return static_cast<std::uint32_t>(rank_of.size()); }
  [[nodiscard]] std::uint32_t n_slots() const { return static_cast<std::uint32_t>(up_head.size()); }
  /// The first of the higher ends: every node that v reaches upward lies on this chain.
  [[nodiscard]] std::uint32_t parent(std::uint32_t v) const {
    return first_up[v] == first_up[v + 1] ? kNone : up_head[first_up[v]];
  }
};

enum class Extent : std::uint8_t { kAll, kLowDegreeOnly };

/// Ranks follow `order` in what they eliminate, but are renumbered so that the nodes below one
/// parent are neighbours in memory. Cost: linear in the slots, with a logarithm for sorting.
Elimination eliminate(const RoadGraph& graph, const EliminationOrder& order, Extent extent);

}  // namespace pahunch::engine
