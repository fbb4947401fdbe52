/// \file
/// Opening the source of a layer with OGR: which drivers may, which layer of the source is meant.
#pragma once

#include <ogrsf_frmts.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/io/layer_spec.h"
#include "geo/io/source_path.h"

namespace pahunch {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

/// A layer, open for reading, with the filter of the dataset file set.
struct OpenLayer {
  SourcePath path;
  DatasetPtr dataset;
  OGRLayer* layer = nullptr;
  std::string where;                 ///< "habitations.csv, layer habitations"
  std::vector<std::string> columns;  ///< by OGR field
  bool csv = false;
  std::vector<std::uint32_t> lines;  ///< of a CSV, by feature number

  /// The OGR field of a column, -1 where there is none.
  [[nodiscard]] int find_field(const std::string& column) const;
};

/// Throws DataError as described in ogr_source.h.
OpenLayer open_layer(const LayerSpec& spec, const SourceHome& home);

/// "did you mean 'x'? There are: …", or all names where none is near.
std::string suggest(const std::string& name, const std::vector<std::string>& names);

}  // namespace pahunch
