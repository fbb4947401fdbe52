/// \file
/// The table in which QGIS looks for a GeoPackage layer's default style.
#pragma once

#include <span>

#include "geo/io/write_table.h"

class GDALDataset;

namespace pahunch {

inline constexpr const char* kLayerStylesTable = "layer_styles";
inline constexpr const char* kGeometryColumn = "geom";

/// Adds `layer_styles` with one default style a layer that has one; nothing where none has.
/// Catalogue and schema are empty strings, as QGIS 3.22 passes over NULL.
void add_layer_styles(GDALDataset& geopackage, std::span<const StyledTable> layers);

}  // namespace pahunch
