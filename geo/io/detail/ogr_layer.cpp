#include "geo/io/detail/ogr_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/csv_structure.h"
#include "geo/io/detail/gdal_errors.h"
#include "geo/io/detail/geopackage_guard.h"
#include "geo/io/gdal_session.h"
#include "geo/io/shapefile_parts.h"

namespace pahunch {

namespace {

// Formats that hold plain features in files. Others can name further files (SQLite, MapInfo), reach
// over a network, run queries of their own or are not vector data.
constexpr std::array<const char*, 12> kFileDrivers = {
    "GPKG", "ESRI Shapefile", "GeoJSON", "GeoJSONSeq",  "TopoJSON", "CSV", "FlatGeobuf",
    "GML",  "LIBKML",         "KML",     "OpenFileGDB", nullptr};
constexpr std::array<const char*, 2> kDatabaseDrivers = {"PostgreSQL", nullptr};

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

CPLStringList make_open_options(const std::string& driver, const LayerSpec& spec) {
  CPLStringList options;
  if (driver == "CSV") {
    options.SetNameValue("AUTODETECT_TYPE", "NO");  // codes keep their leading zeros
    options.SetNameValue("HEADERS", "YES");
  } else if (driver == "ESRI Shapefile" && !spec.encoding.empty()) {
    options.SetNameValue("ENCODING", spec.encoding.c_str());
  } else if (driver == "GML") {
    options.SetNameValue("WRITE_GFS", "NO");
    options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
  }
  return options;
}

std::string find_driver(const SourcePath& path, const std::string& place) {
  const GdalErrors errors;
  const auto* drivers = path.database ? kDatabaseDrivers.data() : kFileDrivers.data();
  auto* driver = GDALIdentifyDriverEx(path.gdal_path.c_str(), GDAL_OF_VECTOR, drivers, nullptr);
  if (driver != nullptr) return GDALGetDriverShortName(driver);
  throw DataError(
      {.what = fmt::format("'{}' is of no format that is understood, or is damaged", path.shown),
       .where = place,
       .why = errors.failed() && !path.database ? errors.first()
                                                : "a layer of the dataset cannot be read",
       .hint = "GeoPackage, Shapefile, GeoJSON, FlatGeobuf, GML, KML and CSV are; convert the file "
               "with ogr2ogr"});
}

[[noreturn]] void refuse_database(const SourcePath& path, const std::string& place) {
  throw DataError({.what = fmt::format("'{}' cannot be opened", path.shown),
                   .where = place,
                   .why = "the database does not answer, or refuses the connection; its words are "
                          "not repeated, as they may hold the password",
                   .hint = "try the same connection with ogrinfo or psql"});
}

DatasetPtr open_dataset(const SourcePath& path, const std::string& driver, const LayerSpec& spec) {
  const GdalErrors errors;
  const std::array<const char*, 2> only = {driver.c_str(), nullptr};
  DatasetPtr dataset(GDALDataset::Open(
      path.gdal_path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
      only.data(), make_open_options(driver, spec).List(), nullptr));
  if (dataset && !errors.failed()) return dataset;
  if (path.database) refuse_database(path, spec.place);
  throw DataError(
      {.what = fmt::format("'{}' cannot be opened: the file is damaged or cut off", path.shown),
       .where = spec.place,
       .why = errors.first(),
       .hint = "fetch or export the file again, and open it in QGIS to look at it"});
}

std::vector<std::string> get_layer_names(GDALDataset& dataset) {
  std::vector<std::string> names;
  for (auto* layer : dataset.GetLayers()) names.emplace_back(layer->GetName());
  return names;
}

OGRLayer& find_layer(GDALDataset& dataset, const LayerSpec& spec, const SourcePath& path) {
  const auto names = get_layer_names(dataset);
  if (spec.layer.empty()) {
    if (names.size() == 1) return *dataset.GetLayer(0);
    throw DataError(
        {.what = fmt::format("'{}' has {} layers, and none is chosen", path.shown, names.size()),
         .where = spec.place,
         .hint = fmt::format("add layer = \"...\"; there are: {}", join_names(names))});
  }
  const auto at = std::find(names.begin(), names.end(), spec.layer);
  if (at != names.end()) return *dataset.GetLayer(static_cast<int>(at - names.begin()));
  throw DataError({.what = fmt::format("'{}' has no layer '{}'", path.shown, spec.layer),
                   .where = spec.place,
                   .hint = suggest(spec.layer, names)});
}

void set_filter(OGRLayer& layer, const LayerSpec& spec) {
  if (spec.filter.empty()) return;
  const GdalErrors errors;
  if (layer.SetAttributeFilter(spec.filter.c_str()) == OGRERR_NONE) return;
  throw DataError({.what = fmt::format("the filter \"{}\" is not understood", spec.filter),
                   .where = spec.place,
                   .why = errors.first(),
                   .hint = "write it as in SQL after WHERE, with columns of the layer"});
}

}  // namespace

std::string suggest(const std::string& name, const std::vector<std::string>& names) {
  const auto nearest = find_nearest_name(name, names);
  if (nearest) return fmt::format("did you mean '{}'? There are: {}", *nearest, join_names(names));
  return fmt::format("there are: {}", names.empty() ? "none" : join_names(names));
}

int OpenLayer::find_field(const std::string& column) const {
  const auto at = std::find(columns.begin(), columns.end(), column);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

OpenLayer open_layer(const LayerSpec& spec, const SourceHome& home) {
  prepare_gdal();
  OpenLayer open;
  open.path = resolve_source(spec.source, home, spec.place);
  const auto driver = find_driver(open.path, spec.place);
  open.csv = driver == "CSV";
  if (open.csv) open.lines = read_csv_lines(open.path.gdal_path, open.path.shown);
  if (driver == "ESRI Shapefile") check_shapefile_parts(open.path.gdal_path, open.path.shown);
  open.dataset = open_dataset(open.path, driver, spec);
  if (driver == "GPKG") check_geopackage(*open.dataset, spec, open.path.shown);
  open.layer = &find_layer(*open.dataset, spec, open.path);
  open.where = fmt::format("{}, layer {}", open.path.shown, open.layer->GetName());
  auto* definition = open.layer->GetLayerDefn();
  for (int i = 0; i < definition->GetFieldCount(); ++i) {
    open.columns.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
  }
  set_filter(*open.layer, spec);
  return open;
}

}  // namespace pahunch
