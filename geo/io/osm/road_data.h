/// \file
/// The roads of an OpenStreetMap file, interpreted, in compact form: about 13 bytes a node and 110
/// a way.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/io/osm/barrier_node.h"
#include "geo/io/osm/points.h"
#include "geo/io/osm/position.h"
#include "geo/io/osm/tags.h"
#include "geo/io/osm/turn_restrictions.h"
#include "geo/io/osm/way_rules.h"

namespace pahunch::osm {

struct Way {
  std::int64_t id = 0;
  WayRules rules;
  std::uint32_t name = 0;  ///< into `RoadData::names`
  std::uint32_t n_nodes = 0;
  std::uint64_t first_node = 0;  ///< into `RoadData::way_nodes`
};

struct ReadCounts {
  std::uint64_t n_nodes_read = 0;     ///< in the file
  std::uint64_t n_ways_read = 0;      ///< in the file
  std::uint64_t n_missing_nodes = 0;  ///< of roads, and not in the file
  std::uint64_t n_moved_nodes = 0;    ///< by 1e-7 degrees, away from another node's place
  std::uint64_t n_barriers = 0;       ///< nodes of roads that not everybody passes
  std::uint64_t n_fords = 0;          ///< nodes of roads
};

struct RoadData {
  std::vector<Position> nodes;           ///< of roads, by ascending id; invalid where missing
  std::vector<std::uint32_t> way_nodes;  ///< indices into `nodes`
  std::vector<Way> ways;                 ///< in the order of the file
  std::vector<std::string> names;        ///< names[0] is ""
  std::unordered_map<std::uint32_t, NodeRule> node_rules;  ///< of nodes that matter

  std::vector<Point> points;
  std::vector<Restriction> restrictions;                      ///< in the order of the file
  std::unordered_map<std::int64_t, std::uint32_t> via_nodes;  ///< of restrictions: id -> node
  TagReport tags;
  ReadCounts counts;

  [[nodiscard]] std::span<const std::uint32_t> nodes_of(const Way& way) const {
    return std::span(way_nodes).subspan(way.first_node, way.n_nodes);
  }
};

}  // namespace pahunch::osm
