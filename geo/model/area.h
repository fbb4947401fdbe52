/// \file
/// Administrative areas at three levels: district, sub-division, block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geo/base/id.h"
#include "geo/model/shape.h"

namespace pahunch {

enum class AreaLevel : std::uint8_t { kDistrict, kSubdivision, kBlock };

/// "district", "subdivision", "block": also the names of the layers.
std::string_view to_string(AreaLevel level);

using AreaIdx = Idx<struct AreaTag>;  ///< within one level

struct Area {
  std::string id;
  std::string name;
  AreaIdx parent;  ///< in the next level up that the dataset has; invalid for the topmost
  MultiPolygon shape;
  double area_km2 = 0;  ///< of the shape, on the ground
};

/// The areas of one level, sorted by id. May be empty: only one level is obligatory in a dataset.
struct AreaLayer {
  AreaLevel level = AreaLevel::kDistrict;
  bool modelled = false;
  IdxVector<AreaIdx, Area> areas;
};

}  // namespace pahunch
