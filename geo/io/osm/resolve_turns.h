/// \file
/// Turn restrictions of an OpenStreetMap file as rows of the table that `read_turns` reads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/io/osm/road_data.h"

namespace pahunch::osm {

struct TurnRow {
  std::int64_t from_way = 0, to_way = 0;
  Position at;
  std::string kind;
  VehicleSet vehicles;
};

struct ResolvedTurns {
  std::vector<TurnRow> rows;  ///< in the order of the file
  std::uint64_t n_honoured = 0;
  std::map<std::string, std::uint64_t> refused;  ///< by reason

  [[nodiscard]] std::uint64_t n_refused() const;
};

/// Of the roads that `for_each_road` gives for the same `inside`. A restriction is honoured whole
/// or not at all. Cost: that of making the pieces of the ways that are named.
ResolvedTurns resolve_turns(const RoadData& data, const std::vector<bool>& inside);

}  // namespace pahunch::osm
