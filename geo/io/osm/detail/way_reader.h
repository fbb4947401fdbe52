/// \file
/// First pass over a file: the roads, the outlines of facilities, the turn restrictions.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include "geo/io/osm/id_ranks.h"
#include "geo/io/osm/road_data.h"

namespace pahunch::osm::detail {

/// Copies the tags of an object into a list that is used again and again. Throws runtime_error for
/// texts with zero bytes in them.
class TagBuffer {
 public:
  Tags read(const osmium::TagList& list);

 private:
  std::vector<Tag> tags_;
};

/// A facility drawn as a closed way.
struct Outline {
  Point point;
  std::vector<std::int64_t> node_ids;
};

class WayReader {
 public:
  explicit WayReader(RoadData& data) : data_(data) {}

  void read(const osmium::Way& way);
  void read(const osmium::Relation& relation);

  /// Ids to indices: fills `way_nodes` and gives back the set of the nodes of roads and outlines.
  /// Throws DataError for more nodes than 32 bits can count.
  IdRanks take_ranks();
  [[nodiscard]] const std::vector<Outline>& outlines() const { return outlines_; }

 private:
  void add_road(const osmium::Way& way, const Tags& tags);
  void add_outline(const osmium::Way& way, const Tags& tags);
  void insert(std::int64_t node_id);
  std::uint32_t find_name(std::string_view name);

  RoadData& data_;
  TagBuffer buffer_;
  IdRanks ranks_;
  std::vector<std::int64_t> node_ids_;
  std::vector<Outline> outlines_;
  std::unordered_map<std::string, std::uint32_t> name_index_;
};

}  // namespace pahunch::osm::detail
