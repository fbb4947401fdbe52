/// \file
/// Which parts of a network hang together.
///
/// A strong component is a largest set of nodes that can all be driven from each to each; a weak
/// one ignores one-ways. A place attached to a small strong component (a one-way island drawn
/// wrongly, a road that joins nothing) could leave or arrive nowhere, so places attach to the main
/// one.
///
/// Strong components by Tarjan's algorithm (Boost.Graph). Cost: O(nodes + links).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "geo/network/network.h"

namespace pahunch {

enum class Connection : std::uint8_t { kStrong, kWeak };

struct Component {
  NodeIdx lowest_node = {};
  std::uint64_t n_nodes = 0;
  std::uint64_t n_links = 0;  ///< with an open way whose ends lie in it
  double length_m = 0;        ///< of those links
};

struct Components {
  IdxVector<NodeIdx, ComponentIdx> of_node;
  IdxVector<ComponentIdx, Component> components;  ///< by lowest node
  ComponentIdx main;  ///< most length; ties by lowest node; invalid for an empty network

  IdxVector<LinkIdx, bool> link_in_main;  ///< an open way along it has both ends in `main`
};

/// May a traveller use the link in the direction of its geometry, and against it?
struct OpenWays {
  bool forward = true;
  bool backward = true;
};
inline bool is_open(const OpenWays& ways, Heading heading) {
  return heading == Heading::kForward ? ways.forward : ways.backward;
}

/// How a traveller may go through a network; unless said otherwise every turn is open.
struct TravelRule {
  std::function<OpenWays(LinkIdx)> ways;
  std::function<bool(TurnIdx)> may_turn = [](TurnIdx) { return true; };
};

/// The rule of a network's own one-way flags, and of the turns that are open to all.
TravelRule get_one_way_rule(const Network& network);

Components find_components(const Network& network, Connection connection, const TravelRule& rule);

/// Bridges with an end where no other link meets: most often a road not drawn, or a planned bridge.
/// Ascending.
std::vector<LinkIdx> find_dead_end_bridges(const Network& network);

}  // namespace pahunch
