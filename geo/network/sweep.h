/// \file
/// Shortest times from all sites at once over the nodes of the network (Dijkstra of Boost.Graph).
///
/// Labels are (time, site), compared in that order, so that of two sites equally near the smaller
/// number wins at every node, and so at every place. Sites sweep outwards: for trips to them the
/// network is walked against its direction of travel.
///
/// Cost: building O(n + m); a sweep O((n + m) log n), memory O(n) each.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geo/base/travel_time.h"
#include "geo/network/metric.h"
#include "geo/network/travel_model.h"

namespace pahunch {

/// The default is unreachable. Compares by time, then site.
struct SiteTime {
  TravelTime time = TravelTime::unreachable();
  SiteIdx site = {};
  friend auto operator<=>(const SiteTime&, const SiteTime&) = default;
};

/// Later by `more`; unreachable stays, and becomes, unreachable without a site.
inline SiteTime later_by(const SiteTime& label, TravelTime more) {
  const TravelTime sum = label.time + more;
  return sum.reachable() ? SiteTime{sum, label.site} : SiteTime{};
}

/// What finds shortest times: Dijkstra of Boost.Graph, or the engine. Both give the same.
enum class SearchWith : std::uint8_t { kBoost, kEngine };

/// Which way people travel.
enum class Sense : std::uint8_t { kToSites, kFromSites };

/// The ways of each link as a sweep away from the sites goes: turned round for trips to them.
inline OpenWays sweep_ways(const OpenWays& ways, Sense sense) {
  return sense == Sense::kFromSites ? ways : OpenWays{ways.backward, ways.forward};
}

/// Where a sweep begins: a node that is this far from a site.
struct Seed {
  NodeIdx node;
  SiteTime label;
};

using NodeLabels = IdxVector<NodeIdx, SiteTime>;

/// Labels with the node from which each was reached, and the link that leads from there: invalid
/// where it is a turn. Both are invalid at seeds and unreached nodes.
struct SweepTree {
  NodeLabels labels;
  IdxVector<NodeIdx, NodeIdx> parent;
  IdxVector<NodeIdx, LinkIdx> via;
};

class Sweep {
 public:
  Sweep(const Network& network, const Metric& metric, Sense sense);
  ~Sweep();

  [[nodiscard]] NodeLabels run(std::span<const Seed> seeds) const;
  [[nodiscard]] SweepTree run_tree(std::span<const Seed> seeds) const;

 private:
  struct Graph;
  std::unique_ptr<const Graph> graph_;
};

}  // namespace pahunch
