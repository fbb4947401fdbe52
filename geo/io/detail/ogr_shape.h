/// \file
/// From OGR geometry to plain shapes in degrees on WGS 84, longitude first.
#pragma once

#include <ogrsf_frmts.h>

#include <memory>
#include <string>

#include "geo/io/ogr_source.h"

namespace pahunch {

/// Turns coordinates of one CRS into degrees. Empty: they already are.
class ToDegrees {
 public:
  ToDegrees() = default;
  /// Throws DataError at `where` when PROJ knows no way.
  ToDegrees(const OGRSpatialReference& source, const std::string& where);

  /// Invalid where the CRS does not reach.
  void apply(std::vector<LonLat>& points) const;

 private:
  std::shared_ptr<OGRCoordinateTransformation> transformation_;
};

/// Parts of the geometry by kind; empty parts are left out.
SourceShape make_source_shape(const OGRGeometry& geometry, const ToDegrees& to_degrees);

}  // namespace pahunch
