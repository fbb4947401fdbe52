/// \file
/// Where a row of a table lies, as two columns.
#pragma once

#include <memory>
#include <vector>

#include "geo/io/projection.h"
#include "planner/tables/table_spec.h"

namespace pahunch {

/// Adds `lon` and `lat` on WGS 84. `points`: in the working CRS, by the value of the row's index.
template <class Row>
void add_place(TableSpec<Row>& spec, const std::vector<Xy>& points,
               const std::shared_ptr<Projection>& projection) {
  const auto places = std::make_shared<std::vector<LonLat>>();
  for (const Xy point : points) places->push_back(projection->to_lon_lat(point));
  Column lon = real_column("lon", "degree", "longitude on WGS 84");
  Column lat = real_column("lat", "degree", "latitude on WGS 84");
  lon.decimals = lat.decimals = 6;
  spec.add(lon, [places](Row at) { return Cell((*places)[at.value()].lon); });
  spec.add(lat, [places](Row at) { return Cell((*places)[at.value()].lat); });
}

}  // namespace pahunch
