/// \file
/// The road network: a graph of junctions and the links between them, built once, immutable.
///
/// A link is a chain of road pieces between two junctions with the same attributes; its geometry is
/// kept. It is stored once with a flag for each direction of travel. Struct of parallel arrays.
#pragma once

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

  [[nodiscard]] std::size_t n_nodes() const { return node_at.size(); }
  [[nodiscard]] std::size_t n_links() const { return from.size(); }
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
