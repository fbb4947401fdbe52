#include "geo/io/ogr_source.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/csv_structure.h"
#include "geo/io/detail/gdal_errors.h"
#include "geo/io/detail/ogr_shape.h"
#include "geo/io/parse_value.h"

namespace pahunch {

namespace {

// Formats that hold plain features in files, and PostGIS. Others can reach over a network, run
// queries of their own or are not vector data.
constexpr const char* kDrivers[] = {
    "GPKG",   "ESRI Shapefile", "GeoJSON",     "GeoJSONSeq", "TopoJSON",
    "CSV",    "FlatGeobuf",     "GML",         "LIBKML",     "KML",
    "SQLite", "MapInfo File",   "OpenFileGDB", "PostgreSQL", nullptr};

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] { GDALAllRegister(); });
}

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// "did you mean 'x'?", or all names where none is near.
std::string suggest(const std::string& name, const std::vector<std::string>& names) {
  const auto nearest = find_nearest_name(name, names);
  if (nearest) return fmt::format("did you mean '{}'? There are: {}", *nearest, join_names(names));
  return fmt::format("there are: {}", names.empty() ? "none" : join_names(names));
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

std::string find_driver(const SourcePath& path, const GdalErrors& errors,
                        const std::string& place) {
  auto* driver = GDALIdentifyDriverEx(path.gdal_path.c_str(), GDAL_OF_VECTOR, kDrivers, nullptr);
  if (driver != nullptr) return GDALGetDriverShortName(driver);
  throw DataError(
      {.what = fmt::format("'{}' is of no format that is understood, or is damaged", path.shown),
       .where = place,
       .why = errors.failed() ? errors.first() : "a layer of the dataset cannot be read",
       .hint = "GeoPackage, Shapefile, GeoJSON, FlatGeobuf, GML, KML and CSV are; convert the file "
               "with ogr2ogr"});
}

DatasetPtr open_dataset(const SourcePath& path, const std::string& driver, const LayerSpec& spec) {
  const GdalErrors errors;
  const char* const only[] = {driver.c_str(), nullptr};
  DatasetPtr dataset(GDALDataset::Open(path.gdal_path.c_str(),
                                       GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                       only, make_open_options(driver, spec).List(), nullptr));
  if (dataset && !errors.failed()) return dataset;
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

GeometryNeed get_kind(OGRwkbGeometryType type) {
  switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryNeed::kPoint;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
      return GeometryNeed::kLine;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
      return GeometryNeed::kPolygon;
    default:
      return GeometryNeed::kNone;
  }
}

std::string_view to_string(GeometryNeed kind) {
  switch (kind) {
    case GeometryNeed::kPoint:
      return "points";
    case GeometryNeed::kLine:
      return "lines";
    case GeometryNeed::kPolygon:
      return "polygons";
    case GeometryNeed::kNone:
      return "no geometry";
  }
  return "";
}

bool is_undefined(const OGRSpatialReference* crs) {
  if (crs == nullptr || crs->IsEmpty() || crs->IsLocal() != 0) return true;
  const std::string name = crs->GetName() != nullptr ? crs->GetName() : "";
  return name.starts_with("Undefined");
}

bool means_degrees(const LayerSpec& spec) {
  const auto one_of = [](const std::string& word, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  return one_of(spec.x, {"lon", "lng", "long", "longitude"}) && one_of(spec.y, {"lat", "latitude"});
}

}  // namespace

struct OgrSource::Impl {
  LayerSpec spec;
  GeometryNeed need;
  SourcePath path;
  DatasetPtr dataset;
  OGRLayer* layer = nullptr;
  std::string where;
  std::vector<std::string> columns;
  std::vector<int> slots;  ///< slot -> OGR field
  bool csv = false;
  std::vector<std::uint32_t> lines;  ///< of a CSV, by feature number
  int x_field = -1, y_field = -1;    ///< of a CSV with coordinates
  ToDegrees to_degrees;

  void open(const std::filesystem::path& folder);
  void open_geometry();
  void open_coordinates();
  void check_kind() const;
  [[nodiscard]] ToDegrees make_transformation() const;
  [[nodiscard]] int find_field(const std::string& column) const;
  [[nodiscard]] std::optional<std::string> get_text(const OGRFeature& feature, int field) const;
  void read_shape(OGRFeature& feature, SourceRow& row) const;
  void read_coordinates(const OGRFeature& feature, SourceRow& row) const;
};

void OgrSource::Impl::open(const std::filesystem::path& folder) {
  register_drivers();
  path = resolve_source(spec.source, folder, spec.place);
  const auto driver = [&] {
    const GdalErrors errors;
    return find_driver(path, errors, spec.place);
  }();
  csv = driver == "CSV";
  if (csv) lines = read_csv_lines(path.gdal_path, path.shown);
  dataset = open_dataset(path, driver, spec);
  layer = &find_layer(*dataset, spec, path);
  where = fmt::format("{}, layer {}", path.shown, layer->GetName());
  auto* definition = layer->GetLayerDefn();
  for (int i = 0; i < definition->GetFieldCount(); ++i) {
    columns.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
  }
  const GdalErrors errors;
  if (!spec.filter.empty() && layer->SetAttributeFilter(spec.filter.c_str()) != OGRERR_NONE) {
    throw DataError({.what = fmt::format("the filter \"{}\" is not understood", spec.filter),
                     .where = spec.place,
                     .why = errors.first(),
                     .hint = "write it as in SQL after WHERE, with columns of the layer"});
  }
}

int OgrSource::Impl::find_field(const std::string& column) const {
  const auto at = std::find(columns.begin(), columns.end(), column);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

void OgrSource::Impl::open_geometry() {
  if (need == GeometryNeed::kNone) return;
  if (csv && layer->GetGeomType() == wkbNone) open_coordinates();
  check_kind();
  to_degrees = make_transformation();
}

void OgrSource::Impl::open_coordinates() {
  x_field = find_field(spec.x);
  y_field = find_field(spec.y);
  for (const auto& [field, column] : {std::pair(x_field, spec.x), std::pair(y_field, spec.y)}) {
    if (field >= 0) continue;
    throw DataError(
        {.what = fmt::format("there is no column '{}' with coordinates", column),
         .where = where,
         .why = "rows of a CSV are placed by two columns, lon and lat unless x and y name others",
         .hint = suggest(column, columns)});
  }
}

void OgrSource::Impl::check_kind() const {
  auto kind = x_field >= 0 ? GeometryNeed::kPoint : get_kind(layer->GetGeomType());
  if (layer->GetGeomType() == wkbNone && x_field < 0) kind = GeometryNeed::kNone;
  const bool open = layer->GetGeomType() != wkbNone && kind == GeometryNeed::kNone;
  const bool point_in_polygon = need == GeometryNeed::kPoint && kind == GeometryNeed::kPolygon;
  if (open || kind == need || point_in_polygon) return;
  throw DataError({.what = fmt::format("'{}' needs {}, and the source has {}", spec.name,
                                       to_string(need), to_string(kind)),
                   .where = where,
                   .why = "the layer would be empty",
                   .hint = "name another source or layer; perhaps two layers are exchanged"});
}

ToDegrees OgrSource::Impl::make_transformation() const {
  const GdalErrors errors;  // PROJ says in its own words what is said below
  const auto* own = layer->GetSpatialRef();
  const bool has_own = !is_undefined(own);
  if (has_own && spec.crs.empty()) return {*own, where};
  OGRSpatialReference given;
  given.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::string text = !spec.crs.empty()            ? spec.crs
                           : csv && means_degrees(spec) ? "EPSG:4326"
                                                        : "";
  if (text.empty()) {
    throw DataError(
        {.what = "the coordinates have no CRS",
         .where = where,
         .why = "nobody knows where on the earth they are",
         .hint = "add crs = \"EPSG:4326\" (degrees) or the CRS of the file to the layer"});
  }
  if (given.SetFromUserInput(text.c_str()) != OGRERR_NONE) {
    throw ConfigError({.what = fmt::format("the CRS '{}' is not known", text),
                       .where = spec.place,
                       .hint = "write it as \"EPSG:4326\""});
  }
  if (has_own && own->IsSame(&given) == 0) {
    throw ConfigError({.what = fmt::format("crs = \"{}\" contradicts the CRS of the file, {}", text,
                                           own->GetName()),
                       .where = spec.place,
                       .why = "crs is for sources that have none",
                       .hint = "remove crs, or correct the file"});
  }
  return {has_own ? *own : given, where};
}

std::optional<std::string> OgrSource::Impl::get_text(const OGRFeature& feature, int field) const {
  if (!feature.IsFieldSetAndNotNull(field)) return std::nullopt;
  std::string text = const_cast<OGRFeature&>(feature).GetFieldAsString(field);
  if (csv && !spec.encoding.empty()) {
    char* recoded = CPLRecode(text.c_str(), spec.encoding.c_str(), CPL_ENC_UTF8);
    text = recoded;
    CPLFree(recoded);
  }
  if (CPLIsUTF8(text.data(), static_cast<int>(text.size())) == 0) {
    throw DataError(
        {.what = fmt::format("column '{}' is not UTF-8", columns[static_cast<std::size_t>(field)]),
         .where = fmt::format("{}, feature {}", where, feature.GetFID()),
         .why = "names would be garbled",
         .hint = "add encoding = \"ISO-8859-1\" (or what the file is in) to the layer"});
  }
  const auto trimmed = trim(text);
  if (trimmed.empty()) return std::nullopt;
  return std::string(trimmed);
}

void OgrSource::Impl::read_coordinates(const OGRFeature& feature, SourceRow& row) const {
  const auto x = get_text(feature, x_field), y = get_text(feature, y_field);
  if (!x && !y) return;
  const auto x_value = x ? find_number(*x) : std::nullopt,
             y_value = y ? find_number(*y) : std::nullopt;
  if (!x_value) {
    row.bad_coordinate = fmt::format("{} = '{}'", spec.x, x.value_or(""));
  } else if (!y_value) {
    row.bad_coordinate = fmt::format("{} = '{}'", spec.y, y.value_or(""));
  } else {
    std::vector<LonLat> points{{*x_value, *y_value}};
    to_degrees.apply(points);
    row.shape.points.push_back(points.front());
  }
}

void OgrSource::Impl::read_shape(OGRFeature& feature, SourceRow& row) const {
  if (need == GeometryNeed::kNone) return;
  if (x_field >= 0) return read_coordinates(feature, row);
  if (const auto* geometry = feature.GetGeometryRef(); geometry != nullptr) {
    row.shape = make_source_shape(*geometry, to_degrees);
  }
}

OgrSource::OgrSource(const LayerSpec& spec, const std::filesystem::path& folder, GeometryNeed need)
    : impl_(std::make_unique<Impl>()) {
  impl_->spec = spec;
  impl_->need = need;
  impl_->open(folder);
  impl_->open_geometry();
}

OgrSource::~OgrSource() = default;

const std::vector<std::string>& OgrSource::columns() const { return impl_->columns; }
const std::string& OgrSource::where() const { return impl_->where; }
const SourcePath& OgrSource::path() const { return impl_->path; }

std::optional<std::size_t> OgrSource::find_slot(const std::string& column) {
  const int field = impl_->find_field(column);
  if (field < 0) return std::nullopt;
  const auto at = std::find(impl_->slots.begin(), impl_->slots.end(), field);
  const auto slot = static_cast<std::size_t>(at - impl_->slots.begin());
  if (at == impl_->slots.end()) impl_->slots.push_back(field);
  return slot;
}

std::size_t OgrSource::read_slot(const std::string& column) {
  if (const auto slot = find_slot(column)) return *slot;
  throw DataError({.what = fmt::format("there is no column '{}'", column),
                   .where = impl_->where,
                   .why = fmt::format("the layer '{}' of the dataset needs it", impl_->spec.name),
                   .hint = suggest(column, impl_->columns)});
}

std::uint64_t OgrSource::n_rows() const {
  const GdalErrors errors;
  const auto n = impl_->layer->GetFeatureCount(TRUE);
  return n < 0 ? 0 : static_cast<std::uint64_t>(n);
}

bool OgrSource::read_next(SourceRow& row) {
  const GdalErrors errors;
  const std::unique_ptr<OGRFeature> feature(impl_->layer->GetNextFeature());
  if (errors.failed()) {
    throw DataError(
        {.what = fmt::format("'{}' cannot be read to its end: the file is damaged or cut off",
                             impl_->path.shown),
         .where = feature ? fmt::format("{}, feature {}", impl_->where, feature->GetFID())
                          : impl_->where,
         .why = errors.first(),
         .hint = "fetch or export the file again"});
  }
  if (!feature) return false;
  const auto number = static_cast<std::size_t>(feature->GetFID());
  row.name = impl_->csv && number >= 1 && number <= impl_->lines.size()
                 ? fmt::format("line {}", impl_->lines[number - 1])
                 : fmt::format("feature {}", feature->GetFID());
  row.values.clear();
  for (const int field : impl_->slots) row.values.push_back(impl_->get_text(*feature, field));
  row.shape = {};
  row.bad_coordinate.clear();
  impl_->read_shape(*feature, row);
  return true;
}

}  // namespace pahunch
