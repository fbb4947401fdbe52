/// \file
/// A table as a layer of an open OGR dataset.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "geo/io/output_geometry.h"
#include "geo/io/table.h"

class GDALDataset;

namespace pahunch {

/// Closes the dataset, which finishes its file.
struct GdalDatasetDeleter {
  void operator()(GDALDataset* dataset) const;
};
using OgrDataset = std::unique_ptr<GDALDataset, GdalDatasetDeleter>;

/// A new dataset; throws DataError where the installed GDAL lacks the driver.
OgrDataset create_ogr_dataset(const char* driver, const std::string& name);

/// How a table becomes a layer.
struct LayerOptions {
  std::vector<std::string> creation = {};  ///< of the driver: "RFC7946=YES"
  bool only_geojson_columns = false;
};

/// Adds `table` as a layer in EPSG:4326, all rows in order; numbers rounded to their columns'
/// decimals, text cleaned. Failures of the driver go to the `GdalSession` that is open.
void add_layer(GDALDataset& dataset, const Table& table, const LayerOptions& options,
               OutputGeometry& geometry);

}  // namespace pahunch
