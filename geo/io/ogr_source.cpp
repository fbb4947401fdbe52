#include "geo/io/ogr_source.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/io/detail/gdal_errors.h"
#include "geo/io/detail/ogr_layer.h"
#include "geo/io/detail/ogr_shape.h"
#include "geo/io/parse_value.h"

namespace pahunch {

namespace {

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
    case GeometryNeed::kLineOrPolygon:
      return "lines or polygons";
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
  OpenLayer open;
  std::vector<int> slots;          ///< slot -> OGR field
  int x_field = -1, y_field = -1;  ///< of a CSV with coordinates
  ToDegrees to_degrees;

  void open_geometry();
  void open_coordinates();
  void check_kind() const;
  [[nodiscard]] ToDegrees make_transformation() const;
  [[nodiscard]] std::optional<std::string> get_text(const OGRFeature& feature, int field) const;
  [[nodiscard]] std::string get_row_name(const OGRFeature& feature) const;
  /// Throws when GDAL complained while it read; `feature` is the row, null where there is none.
  void check_whole(const GdalErrors& errors, const OGRFeature* feature) const;
  void read_shape(OGRFeature& feature, SourceRow& row) const;
  void read_coordinates(const OGRFeature& feature, SourceRow& row) const;
};

void OgrSource::Impl::open_geometry() {
  if (need == GeometryNeed::kNone) return;
  if (open.csv && open.layer->GetGeomType() == wkbNone) open_coordinates();
  check_kind();
  to_degrees = make_transformation();
}

void OgrSource::Impl::open_coordinates() {
  x_field = open.find_field(spec.x);
  y_field = open.find_field(spec.y);
  for (const auto& [field, column] : {std::pair(x_field, spec.x), std::pair(y_field, spec.y)}) {
    if (field >= 0) continue;
    throw DataError(
        {.what = fmt::format("there is no column '{}' with coordinates", column),
         .where = open.where,
         .why = "rows of a CSV are placed by two columns, lon and lat unless x and y name others",
         .hint = suggest(column, open.columns)});
  }
}

void OgrSource::Impl::check_kind() const {
  auto kind = x_field >= 0 ? GeometryNeed::kPoint : get_kind(open.layer->GetGeomType());
  if (open.layer->GetGeomType() == wkbNone && x_field < 0) kind = GeometryNeed::kNone;
  const bool unknown = open.layer->GetGeomType() != wkbNone && kind == GeometryNeed::kNone;
  const bool point_in_polygon = need == GeometryNeed::kPoint && kind == GeometryNeed::kPolygon;
  const bool either = need == GeometryNeed::kLineOrPolygon &&
                      (kind == GeometryNeed::kLine || kind == GeometryNeed::kPolygon);
  if (unknown || kind == need || point_in_polygon || either) return;
  throw DataError({.what = fmt::format("'{}' needs {}, and the source has {}", spec.name,
                                       to_string(need), to_string(kind)),
                   .where = open.where,
                   .why = "the layer would be empty",
                   .hint = "name another source or layer; perhaps two layers are exchanged"});
}

ToDegrees OgrSource::Impl::make_transformation() const {
  const GdalErrors errors;  // PROJ says in its own words what is said below
  const auto* own = open.layer->GetSpatialRef();
  const bool has_own = !is_undefined(own);
  if (has_own && spec.crs.empty()) return {*own, open.where};
  OGRSpatialReference given;
  given.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::string text = !spec.crs.empty()                 ? spec.crs
                           : open.csv && means_degrees(spec) ? "EPSG:4326"
                                                             : "";
  if (text.empty()) {
    throw DataError(
        {.what = "the coordinates have no CRS",
         .where = open.where,
         .why = "nobody knows where on the earth they are",
         .hint = "add crs = \"EPSG:4326\" (degrees) or the CRS of the file to the layer"});
  }
  // A file or an address in place of a CRS is not opened.
  const auto limits = OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get();
  if (given.SetFromUserInput(text.c_str(), limits) != OGRERR_NONE) {
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
  return {has_own ? *own : given, open.where};
}

std::optional<std::string> OgrSource::Impl::get_text(const OGRFeature& feature, int field) const {
  if (!feature.IsFieldSetAndNotNull(field)) return std::nullopt;
  std::string text = const_cast<OGRFeature&>(feature).GetFieldAsString(field);
  if (open.csv && !spec.encoding.empty()) {
    char* recoded = CPLRecode(text.c_str(), spec.encoding.c_str(), CPL_ENC_UTF8);
    text = recoded;
    CPLFree(recoded);
  }
  if (CPLIsUTF8(text.data(), static_cast<int>(text.size())) == 0) {
    throw DataError(
        {.what =
             fmt::format("column '{}' is not UTF-8", open.columns[static_cast<std::size_t>(field)]),
         .where = fmt::format("{}, {}", open.where, get_row_name(feature)),
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

/// "line 17" of a CSV, else "feature 17".
std::string OgrSource::Impl::get_row_name(const OGRFeature& feature) const {
  const auto number = static_cast<std::size_t>(feature.GetFID());
  if (!open.csv || number < 1 || number > open.lines.size()) {
    return fmt::format("feature {}", feature.GetFID());
  }
  return fmt::format("line {}", open.lines[number - 1]);
}

void OgrSource::Impl::check_whole(const GdalErrors& errors, const OGRFeature* feature) const {
  if (!errors.failed()) return;
  throw DataError(
      {.what = fmt::format("'{}' cannot be read to its end: the file is damaged or cut off",
                           open.path.shown),
       .where = feature != nullptr ? fmt::format("{}, {}", open.where, get_row_name(*feature))
                                   : open.where,
       .why = errors.first(),
       .hint = "fetch or export the file again"});
}

OgrSource::OgrSource(const LayerSpec& spec, const SourceHome& home, GeometryNeed need)
    : impl_(std::make_unique<Impl>()) {
  impl_->spec = spec;
  impl_->need = need;
  impl_->open = open_layer(spec, home);
  impl_->open_geometry();
}

OgrSource::~OgrSource() = default;

const std::vector<std::string>& OgrSource::columns() const { return impl_->open.columns; }
const std::string& OgrSource::where() const { return impl_->open.where; }
const SourcePath& OgrSource::path() const { return impl_->open.path; }

std::optional<std::size_t> OgrSource::find_slot(const std::string& column) {
  const int field = impl_->open.find_field(column);
  if (field < 0) return std::nullopt;
  const auto at = std::find(impl_->slots.begin(), impl_->slots.end(), field);
  const auto slot = static_cast<std::size_t>(at - impl_->slots.begin());
  if (at == impl_->slots.end()) impl_->slots.push_back(field);
  return slot;
}

std::size_t OgrSource::read_slot(const std::string& column) {
  if (const auto slot = find_slot(column)) return *slot;
  throw DataError({.what = fmt::format("there is no column '{}'", column),
                   .where = impl_->open.where,
                   .why = fmt::format("the layer '{}' of the dataset needs it", impl_->spec.name),
                   .hint = suggest(column, impl_->open.columns)});
}

std::uint64_t OgrSource::n_rows() const {
  const GdalErrors errors;
  const auto n = impl_->open.layer->GetFeatureCount(TRUE);
  impl_->check_whole(errors, nullptr);
  return n < 0 ? 0 : static_cast<std::uint64_t>(n);
}

namespace {

void add_line(const LonLatLine& line, std::string& text) {
  for (const LonLat& at : line) text += fmt::format("{},{} ", at.lon, at.lat);
  text += ';';
}

/// All of the row that anything is made from, after those before it.
void note_row(const SourceRow& row, std::string& sha256) {
  std::string text = sha256;
  for (const auto& value : row.values) text += value ? '"' + *value + '"' : "-";
  add_line(row.shape.points, text);
  for (const LonLatLine& line : row.shape.lines) add_line(line, text);
  for (const auto& rings : row.shape.polygons) {
    for (const LonLatLine& ring : rings) add_line(ring, text);
    text += '|';
  }
  sha256 = get_sha256_of_text(text + row.bad_coordinate);
}

}  // namespace

bool OgrSource::read_next(SourceRow& row) {
  const GdalErrors errors;
  const std::unique_ptr<OGRFeature> feature(impl_->open.layer->GetNextFeature());
  impl_->check_whole(errors, feature.get());
  if (!feature) return false;
  row.name = impl_->get_row_name(*feature);
  row.values.clear();
  for (const int field : impl_->slots) row.values.push_back(impl_->get_text(*feature, field));
  row.shape = {};
  row.bad_coordinate.clear();
  impl_->read_shape(*feature, row);
  const auto& path = impl_->open.path;
  if (path.rows_sha256) note_row(row, *path.rows_sha256);
  return true;
}

}  // namespace pahunch
