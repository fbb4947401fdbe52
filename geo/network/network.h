/// \file
/// The road network: a graph of junctions and the links between them, built once, immutable.
///
/// A link is a chain of road pieces between two junctions with the same attributes; its geometry is
/// kept. It is stored once with a flag for each direction of travel. Struct of parallel arrays.
///
/// Where a turn is forbidden, a junction has copies: further nodes at the same place. Links arrive
/// at and depart from the copies as `head` and `tail` say; turns, which take no time, lead from a
/// copy to another for those who may turn so. Whoever ignores the restrictions (on foot) may take
/// every turn, and so goes from any link to any other: one graph serves all. `from` and `to` of a
/// link always name the junction itself, which is the first of its nodes.
#pragma once

#include <algorithm>
#include <array>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/id.h"
#include "geo/base/point.h"
#include "geo/model/road.h"

namespace pahunch {

using NodeIdx = Idx<struct NodeTag>;
using LinkIdx = Idx<struct LinkTag>;
using ComponentIdx = Idx<struct ComponentTag>;
using TurnIdx = Idx<struct TurnTag>;

/// The nodes where a link begins and ends, by the heading in which it is travelled.
struct LinkNodes {
  std::array<NodeIdx, 2> tail, head;
  friend bool operator==(const LinkNodes&, const LinkNodes&) = default;
};

/// What a speed and a right of way depend on. Links of one kind share it.
struct LinkKind {
  std::string road_class;
  std::string surface;
  std::optional<double> speed_km_h;
  std::optional<double> speed_limit_km_h = {};  ///< nobody is faster
  VehicleSet access = VehicleSet::all();        ///< who may use it at all
  VehicleSet one_way_exempt = {};               ///< who may go against a one-way
  bool closed_in_monsoon = false;
  friend bool operator==(const LinkKind&, const LinkKind&) = default;
};
using KindIdx = Idx<struct KindTag>;

struct Network {
  IdxVector<NodeIdx, Xy> node_at;

  IdxVector<LinkIdx, NodeIdx> from, to;  ///< in the order of the geometry
  IdxVector<LinkIdx, double> length_m;   ///< geodesic
  IdxVector<LinkIdx, KindIdx> kind;
  IdxVector<LinkIdx, bool> forward_open, backward_open;  ///< one-way streets have one of them
  IdxVector<LinkIdx, bool> bridge;
  IdxVector<LinkIdx, RoadIdx> road;           ///< the first source feature of the chain
  IdxVector<LinkIdx, std::uint32_t> ordinal;  ///< of the link within that feature
  IdxVector<KindIdx, LinkKind> kinds;

  /// Geometry of link l: points[first_point[l] .. first_point[l+1]), with the distance along the
  /// link of each point, in geodesic metres (0 at the first, length_m at the last).
  std::vector<std::uint32_t> first_point;
  std::vector<Xy> points;
  std::vector<double> along_m;

  /// Of the copies, which are the last nodes: the junction that each is a copy of, ascending.
  std::vector<NodeIdx> copy_of;
  IdxVector<LinkIdx, LinkNodes> link_nodes;  ///< empty where there are no copies
  IdxVector<TurnIdx, NodeIdx> turn_from, turn_to;
  IdxVector<TurnIdx, VehicleSet> turn_open_to;

  [[nodiscard]] std::size_t n_nodes() const { return node_at.size(); }
  [[nodiscard]] std::size_t n_junctions() const { return node_at.size() - copy_of.size(); }
  [[nodiscard]] std::size_t n_turns() const { return turn_from.size(); }
  [[nodiscard]] std::size_t n_links() const { return from.size(); }
  /// Where travel along a link begins and where it ends.
  [[nodiscard]] NodeIdx tail(LinkIdx link, Heading heading) const {
    if (!link_nodes.empty()) return link_nodes[link].tail[static_cast<std::size_t>(heading)];
    return heading == Heading::kForward ? from[link] : to[link];
  }
  [[nodiscard]] NodeIdx head(LinkIdx link, Heading heading) const {
    if (!link_nodes.empty()) return link_nodes[link].head[static_cast<std::size_t>(heading)];
    return heading == Heading::kForward ? to[link] : from[link];
  }
  /// Calls `use` with the junction and then with each of its copies.
  template <class Use>
  void for_each_node_at(NodeIdx junction, const Use& use) const {
    use(junction);
    if (copy_of.empty()) return;
    const auto [first, last] = std::equal_range(copy_of.begin(), copy_of.end(), junction);
    for (auto copy = first; copy != last; ++copy) {
      use(NodeIdx(n_junctions() + static_cast<std::size_t>(copy - copy_of.begin())));
    }
  }

  [[nodiscard]] std::span<const Xy> geometry(LinkIdx link) const {
    return std::span(points).subspan(first_point[link.value()],
                                     first_point[link.value() + 1] - first_point[link.value()]);
  }
  [[nodiscard]] std::span<const double> along(LinkIdx link) const {
    return std::span(along_m).subspan(first_point[link.value()],
                                      first_point[link.value() + 1] - first_point[link.value()]);
  }
};

}  // namespace pahunch
