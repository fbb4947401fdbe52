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
  std::uint64_t n_links = 0;  ///< usable links with both ends in it
  double length_m = 0;        ///< of those links
};

struct Components {
  IdxVector<NodeIdx, ComponentIdx> of_node;
  IdxVector<ComponentIdx, Component> components;  ///< by lowest node
  ComponentIdx main;  ///< most length; ties by lowest node; invalid for an empty network

  /// True when both ends of the link lie in the main component.
  [[nodiscard]] bool in_main(const Network& network, LinkIdx link) const {
    return main.valid() && of_node[network.from[link]] == main && of_node[network.to[link]] == main;
  }
};

/// May a traveller use the link in the direction of its geometry, and against it?
struct OpenWays {
  bool forward = true;
  bool backward = true;
};
using LinkRule = std::function<OpenWays(LinkIdx)>;

/// The rule of a network's own one-way flags.
LinkRule get_one_way_rule(const Network& network);

Components find_components(const Network& network, Connection connection, const LinkRule& rule);

/// Bridges with an end where no other link meets: most often a road not drawn, or a planned bridge.
/// Ascending.
std::vector<LinkIdx> find_dead_end_bridges(const Network& network);

}  // namespace pahunch
