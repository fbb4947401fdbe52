/// \file
/// The lines and polygons of any file that OGR reads, in the working CRS.
#pragma once

#include <filesystem>

#include "geo/io/projection.h"
#include "geo/model/shape.h"

namespace pahunch {

struct FileShapes {
  std::vector<Polyline> lines;
  MultiPolygon polygons;
};

/// Throws DataError where the file is missing or damaged, has no CRS, or a row that is neither line
/// nor polygon; and where it has no row at all.
FileShapes read_shapes(const std::filesystem::path& file, const Projection& projection);

}  // namespace pahunch
