/// \file
/// Where sweeps away from the sites go onto links and come off them.
///
/// A sweep for trips to the sites goes against the direction of travel, so that it comes onto a
/// link where travel along it ends. At its very end a place is at the junction, whatever turns are
/// restricted there: it is come to from all nodes of the junction, and left to all of them.
#pragma once

#include "geo/network/components.h"
#include "geo/network/sweep.h"

namespace pahunch {

/// Where a sweep in this heading (as `sweep_ways` has it) goes onto a link, and where off it.
inline NodeIdx get_sweep_tail(const Network& network, LinkIdx link, Heading heading, Sense sense) {
  return sense == Sense::kFromSites ? network.tail(link, heading)
                                    : network.head(link, turn_round(heading));
}
inline NodeIdx get_sweep_head(const Network& network, LinkIdx link, Heading heading, Sense sense) {
  return sense == Sense::kFromSites ? network.head(link, heading)
                                    : network.tail(link, turn_round(heading));
}

/// A position on a link, for a sweep.
struct SweptPlace {
  const Network& network;
  const Metric& metric;
  Sense sense;
  LinkIdx link;
  double frac = 0;
};

/// Calls `use(node, end_frac)` for the nodes from which a sweep comes along the link to the place.
template <class Use>
void for_each_way_in(const SweptPlace& place, const Use& use) {
  const auto& [network, metric, sense, link, frac] = place;
  const OpenWays ways = sweep_ways(metric.ways[link], sense);
  if (frac == 0.0) {
    network.for_each_node_at(network.from[link], [&](NodeIdx node) { use(node, 0.0); });
  } else if (ways.forward) {
    use(get_sweep_tail(network, link, Heading::kForward, sense), 0.0);
  }
  if (frac == 1.0) {
    network.for_each_node_at(network.to[link], [&](NodeIdx node) { use(node, 1.0); });
  } else if (ways.backward) {
    use(get_sweep_tail(network, link, Heading::kBackward, sense), 1.0);
  }
}

/// Calls `use(node, end_frac)` for the nodes to which a sweep goes along the link from the place.
template <class Use>
void for_each_way_out(const SweptPlace& place, const Use& use) {
  const auto& [network, metric, sense, link, frac] = place;
  const OpenWays ways = sweep_ways(metric.ways[link], sense);
  if (frac == 0.0) {
    network.for_each_node_at(network.from[link], [&](NodeIdx node) { use(node, 0.0); });
  } else if (ways.backward) {
    use(get_sweep_head(network, link, Heading::kBackward, sense), 0.0);
  }
  if (frac == 1.0) {
    network.for_each_node_at(network.to[link], [&](NodeIdx node) { use(node, 1.0); });
  } else if (ways.forward) {
    use(get_sweep_head(network, link, Heading::kForward, sense), 1.0);
  }
}

/// Calls `use(from, to, link)` for the open ways along all links, as a sweep takes them.
template <class Use>
void for_each_open_arc(const Network& network, const Metric& metric, Sense sense, const Use& use) {
  for (const LinkIdx link : indices(metric.link_time)) {
    if (!metric.link_time[link].reachable()) continue;
    const OpenWays ways = sweep_ways(metric.ways[link], sense);
    for (const Heading heading : {Heading::kForward, Heading::kBackward}) {
      if (!is_open(ways, heading)) continue;
      use(get_sweep_tail(network, link, heading, sense),
          get_sweep_head(network, link, heading, sense), link);
    }
  }
}

/// Calls `use(from, to)` for the turns that are open, as a sweep takes them.
template <class Use>
void for_each_open_turn(const Network& network, const Metric& metric, Sense sense, const Use& use) {
  for (const TurnIdx turn : indices(metric.turn_open)) {
    if (!metric.turn_open[turn]) continue;
    const bool outwards = sense == Sense::kFromSites;
    use(outwards ? network.turn_from[turn] : network.turn_to[turn],
        outwards ? network.turn_to[turn] : network.turn_from[turn]);
  }
}

}  // namespace pahunch
