#include "geo/io/osm/make_road_layer.h"

#include <string>

namespace pahunch::osm {
namespace {

constexpr double kKmHPerMS = 3.6;

/// The whole way takes its duration, so each piece goes at the same speed.
std::optional<double> find_own_speed_km_h(const RoadData& data, const Way& way) {
  if (!way.rules.duration_s) return std::nullopt;
  std::vector<Position> line;
  for (const auto node : data.nodes_of(way)) {
    if (data.nodes[node].valid()) line.push_back(data.nodes[node]);
  }
  const double length_m = get_length_m(line);
  if (length_m <= 0) return std::nullopt;
  return length_m / *way.rules.duration_s * kKmHPerMS;
}

Road make_road(const RoadView& view, const Projection& projection) {
  Road road;
  const WayRules& rules = view.way.rules;
  road.id = std::to_string(view.way.id);
  road.name = view.name;
  road.road_class = rules.road_class;
  road.surface = rules.surface;
  road.speed_km_h = view.speed_km_h;
  road.one_way = rules.one_way;
  road.bridge = rules.bridge;
  road.speed_limit_km_h = rules.speed_limit_km_h;
  road.access = view.piece.access;
  road.one_way_exempt = rules.one_way_exempt;
  road.closed_in_monsoon = view.piece.closed_in_monsoon;
  std::vector<LonLat> line;
  line.reserve(view.piece.line.size());
  for (const Position at : view.piece.line) line.push_back(at.lon_lat());
  road.line = projection.to_xy(line);
  road.segment_m = get_segment_lengths_m(line);
  return road;
}

}  // namespace

std::vector<bool> find_inside(const RoadData& data, const AreaMask& area) {
  std::vector<bool> inside(data.nodes.size());
  for (std::size_t i = 0; i < inside.size(); ++i) {
    inside[i] = data.nodes[i].valid() && area.contains(data.nodes[i].lon_lat());
  }
  return inside;
}

void for_each_road(const RoadData& data, const std::vector<bool>& inside,
                   const std::function<void(const RoadView&)>& work) {
  PieceMaker maker(data, inside);
  for (const Way& way : data.ways) {
    const auto& pieces = maker.make(way);
    if (pieces.empty()) continue;
    const auto speed_km_h = find_own_speed_km_h(data, way);
    for (const RoadPiece& piece : pieces) {
      work({way, piece, data.names[way.name], speed_km_h});
    }
  }
}

RoadLayer make_road_layer(const RoadData& data, const std::vector<bool>& inside,
                          const Projection& projection) {
  RoadLayer layer;
  layer.noding.end_tolerance_m = 0;
  for_each_road(data, inside,
                [&](const RoadView& view) { layer.roads.push_back(make_road(view, projection)); });
  return layer;
}

}  // namespace pahunch::osm
