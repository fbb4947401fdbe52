#include "geo/io/count_rows.h"

#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "geo/io/gdal_session.h"
#include "geo/io/layer_styles.h"
#include "geo/io/ogr_table.h"

namespace pahunch {
namespace {

constexpr std::array<std::string_view, 3> kExtensions = {".csv", ".geojson", ".gpkg"};

/// Reads every feature, as the number in a file's header may be wrong.
std::int64_t count_features(OGRLayer& layer) {
  std::int64_t n = 0;
  while (OGRFeature* feature = layer.GetNextFeature()) {
    OGRFeature::DestroyFeature(feature);
    ++n;
  }
  return n;
}

OgrDataset open_to_read(const std::filesystem::path& file) {
  CPLStringList options;
  if (file.extension() == ".csv") {
    options.AddString("HEADERS=YES");
    options.AddString("KEEP_GEOM_COLUMNS=NO");
  }
  return OgrDataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                      options.List(), nullptr));
}

}  // namespace

bool has_rows(std::string_view file_name) {
  return std::ranges::any_of(kExtensions,
                             [&](auto extension) { return file_name.ends_with(extension); });
}

std::int64_t count_rows(const std::filesystem::path& file) {
  const GdalSession session;
  std::int64_t n = 0;
  const OgrDataset dataset = open_to_read(file);
  if (dataset) {
    for (OGRLayer* layer : dataset->GetLayers()) {
      if (std::string_view(layer->GetName()) != kLayerStylesTable) n += count_features(*layer);
    }
  }
  session.require_no_errors(file, "read back");
  return n;
}

}  // namespace pahunch
