/// \file
/// Second pass over a file: where the nodes are, and which of them are barriers, places or
/// facilities.
#pragma once

#include <osmium/osm/node.hpp>

#include "geo/io/osm/detail/way_reader.h"
#include "geo/io/osm/id_ranks.h"
#include "geo/io/osm/road_data.h"

namespace pahunch::osm::detail {

class NodeReader {
 public:
  NodeReader(RoadData& data, const IdRanks& ranks);

  void read(const osmium::Node& node);

  /// Counts the missing nodes, moves nodes of one place apart (see read_osm.h), and adds the
  /// facilities that are drawn as outlines.
  void finish(const std::vector<Outline>& outlines);

 private:
  void read_tags(const osmium::Node& node, Position at, bool on_road);

  RoadData& data_;
  const IdRanks& ranks_;
  TagBuffer buffer_;
};

}  // namespace pahunch::osm::detail
