#include "geo/network/detail/pieces.h"

#include <map>
#include <tuple>

namespace pahunch::detail {
namespace {

IdxVector<VertexIdx, bool> find_nodes(const NodedRoads& noded, const RoadLayer& roads) {
  IdxVector<VertexIdx, bool> passed(noded.at.size());
  IdxVector<VertexIdx, bool> is_node(noded.at.size());
  for (const NodedLine& line : noded.lines) {
    for (const VertexIdx vertex : line.vertices) {
      if (passed[vertex]) is_node[vertex] = true;
      passed[vertex] = true;
    }
    is_node[line.vertices.front()] = true;
    is_node[line.vertices.back()] = true;
  }
  for (const TurnRestriction& turn : roads.turns) {
    is_node[find_vertex(noded, turn.from)] = true;
    is_node[find_vertex(noded, turn.to)] = true;
  }
  return is_node;
}

/// Kinds sorted by class, surface and speed, so that their numbers do not depend on the roads'
/// order.
class KindTable {
 public:
  explicit KindTable(const RoadLayer& roads) {
    for (const Road& road : roads.roads) by_kind_[key(road)];
    for (auto& [kind, idx] : by_kind_) {
      const auto& [road_class, surface, speed_km_h, limit_km_h, access, exempt, closed] = kind;
      idx = kinds_.push_back({road_class, surface, speed_km_h, limit_km_h, access, exempt, closed});
    }
  }
  [[nodiscard]] KindIdx get(const Road& road) const { return by_kind_.at(key(road)); }
  [[nodiscard]] const IdxVector<KindIdx, LinkKind>& kinds() const { return kinds_; }

 private:
  using Key = std::tuple<std::string, std::string, std::optional<double>, std::optional<double>,
                         VehicleSet, VehicleSet, bool>;
  static Key key(const Road& road) {
    return {road.road_class, road.surface,        road.speed_km_h,       road.speed_limit_km_h,
            road.access,     road.one_way_exempt, road.closed_in_monsoon};
  }
  std::map<Key, KindIdx> by_kind_;
  IdxVector<KindIdx, LinkKind> kinds_;
};

}  // namespace

VertexIdx find_vertex(const NodedRoads& noded, const TurnArm& arm) {
  const NodedLine& line = noded.lines[arm.road];
  return line.vertices[line.place_of[arm.vertex]];
}

Pieces cut_into_pieces(const NodedRoads& noded, const RoadLayer& roads) {
  const auto is_node = find_nodes(noded, roads);
  const KindTable kinds(roads);
  Pieces result{{}, kinds.kinds()};
  for (const RoadIdx at : indices(roads.roads)) {
    const Road& road = roads.roads[at];
    const auto& vertices = noded.lines[at].vertices;
    Piece piece{.road = at, .from = vertices.front(), .kind = kinds.get(road)};
    piece.forward_open = road.one_way != OneWay::kBackward;
    piece.backward_open = road.one_way != OneWay::kForward;
    piece.bridge = road.bridge;
    for (std::uint32_t v = 1; v < vertices.size(); ++v) {
      if (!is_node[vertices[v]]) continue;
      piece.last = v;
      piece.to = vertices[v];
      result.pieces.push_back(piece);
      ++piece.ordinal;
      piece.first = v;
      piece.from = vertices[v];
    }
  }
  return result;
}

}  // namespace pahunch::detail
