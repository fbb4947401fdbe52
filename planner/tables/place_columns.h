/// \file
/// Where a row of a table lies, as two columns.
#pragma once

#include <memory>
#include <vector>

#include "geo/io/projection.h"
#include "planner/tables/table_spec.h"

namespace pahunch {

/// Adds `lon` and `lat` on WGS 84. `points`: in the working CRS, by the value of the row's index;
/// it must outlive the spec.
template <class Row>
void add_place(TableSpec<Row>& spec, const std::vector<Xy>& points,
               const std::shared_ptr<Projection>& projection) {
  Column lon = real_column("lon", "degree", "longitude on WGS 84");
  Column lat = real_column("lat", "degree", "latitude on WGS 84");
  lon.decimals = lat.decimals = 6;
  const auto place = [&points, projection](Row at) {
    return projection->to_lon_lat(points[at.value()]);
  };
  spec.add(lon, [place](Row at) { return Cell(place(at).lon); });
  spec.add(lat, [place](Row at) { return Cell(place(at).lat); });
}

}  // namespace pahunch
