#include "geo/io/count_rows.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

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

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& reason) {
  throw DataError({.what = "cannot read back " + file.filename().string() + ": " + reason,
                   .where = file.string()});
}

/// Line ends outside quotes, without that of the header.
std::int64_t count_csv_rows(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(file, "it cannot be opened");
  std::int64_t n_lines = 0;
  bool quoted = false;
  char last = '\0';
  for (std::istreambuf_iterator<char> at(in), end; at != end; ++at) {
    last = *at;
    if (last == '"') quoted = !quoted;
    if (last == '\n' && !quoted) ++n_lines;
  }
  if (quoted || last != '\n') fail(file, "it ends in the middle of a row");
  return n_lines - 1;
}

std::int64_t count_ogr_rows(const std::filesystem::path& file) {
  const GdalSession session;
  const OgrDataset dataset(
      GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
  std::int64_t n = 0;
  if (dataset) {
    for (OGRLayer* layer : dataset->GetLayers()) {
      if (std::string_view(layer->GetName()) != kLayerStylesTable) n += count_features(*layer);
    }
  }
  session.require_no_errors(file, "read back");
  return n;
}

}  // namespace

bool has_rows(std::string_view file_name) {
  return std::ranges::any_of(kExtensions,
                             [&](auto extension) { return file_name.ends_with(extension); });
}

std::int64_t count_rows(const std::filesystem::path& file) {
  return file.extension() == ".csv" ? count_csv_rows(file) : count_ogr_rows(file);
}

}  // namespace pahunch
