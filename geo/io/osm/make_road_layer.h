/// \file
/// From an interpreted OpenStreetMap file to the roads of a dataset.
#pragma once

#include <functional>

#include "geo/io/osm/area_mask.h"
#include "geo/io/osm/road_data.h"
#include "geo/io/osm/road_pieces.h"
#include "geo/io/projection.h"
#include "geo/model/road.h"

namespace pahunch::osm {

/// Of each node, whether it lies in the area.
std::vector<bool> find_inside(const RoadData& data, const AreaMask& area);

/// A road as it is written: what its way says, and the piece.
struct RoadView {
  const Way& way;
  const RoadPiece& piece;
  std::string_view name;
  std::optional<double> speed_km_h;  ///< of a ferry with a duration
};

/// Calls `work` for every piece of every way, in the order of the file.
void for_each_road(const RoadData& data, const std::vector<bool>& inside,
                   const std::function<void(const RoadView&)>& work);

/// All roads in the CRS of `projection`, with geodesic lengths. Roads meet where they share nodes,
/// so the noding has no tolerance.
RoadLayer make_road_layer(const RoadData& data, const std::vector<bool>& inside,
                          const Projection& projection);

}  // namespace pahunch::osm
