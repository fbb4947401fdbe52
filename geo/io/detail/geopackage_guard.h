/// \file
/// What a GeoPackage may not ask of SQLite: its tables can stand for other files (a virtual table,
/// such as SpatiaLite's VirtualText), and a filter can hold queries of its own.
#pragma once

#include <gdal_priv.h>

#include <string>

#include "geo/io/layer_spec.h"

namespace pahunch {

/// Throws DataError where the file has a virtual table other than an index of shapes (rtree) or of
/// words (fts), or where its list of tables cannot be read; ConfigError where the filter of the
/// layer has the word SELECT, quoted or not. Opens none of the tables.
void check_geopackage(GDALDataset& dataset, const LayerSpec& spec, const std::string& shown);

}  // namespace pahunch
