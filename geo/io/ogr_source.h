/// \file
/// Rows of one layer of any source that OGR reads, as plain data.
///
/// Geometry comes out in degrees on WGS 84, longitude first, whatever the source's CRS and axis
/// order; heights and measures are dropped, curves are drawn as lines, collections are taken apart.
/// Text comes out as UTF-8 without blanks at its ends. A CSV row is a point when the columns that
/// the dataset names for x and y are there, a shape when there is a column WKT.
///
/// Failure: `DataError` for a source that is missing, of an unknown format, without the layer or a
/// column, without CRS, corrupt or cut off, not UTF-8. Reading never writes a file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/io/layer_spec.h"
#include "geo/io/source_path.h"

namespace pahunch {

using LonLatLine = std::vector<LonLat>;

struct SourceShape {
  std::vector<LonLat> points;
  std::vector<LonLatLine> lines;
  std::vector<std::vector<LonLatLine>> polygons;  ///< outer ring, then holes
  bool other = false;                             ///< a geometry of no kind above

  [[nodiscard]] bool empty() const {
    return points.empty() && lines.empty() && polygons.empty() && !other;
  }
};

struct SourceRow {
  std::string name;                                ///< "line 17" of a CSV, else "feature 17"
  std::vector<std::optional<std::string>> values;  ///< of the slots; none: null or blank
  SourceShape shape;
  std::string bad_coordinate;  ///< "lon = 'abc'" of a CSV; then there is no shape
};

enum class GeometryNeed : std::uint8_t { kNone, kPoint, kLine, kPolygon, kLineOrPolygon };

class OgrSource {
 public:
  OgrSource(const LayerSpec& spec, const SourceHome& home, GeometryNeed need);
  OgrSource(const OgrSource&) = delete;
  OgrSource& operator=(const OgrSource&) = delete;
  ~OgrSource();

  /// The names of all columns.
  [[nodiscard]] const std::vector<std::string>& columns() const;
  /// The place of a column in `SourceRow::values`; ask before the first row is read.
  [[nodiscard]] std::optional<std::size_t> find_slot(const std::string& column);
  [[nodiscard]] std::size_t read_slot(const std::string& column);  ///< throws when there is none

  [[nodiscard]] std::uint64_t n_rows() const;
  /// False at the end; then the source was read whole.
  bool read_next(SourceRow& row);

  /// "habitations.csv, layer habitations"
  [[nodiscard]] const std::string& where() const;
  [[nodiscard]] const SourcePath& path() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pahunch
