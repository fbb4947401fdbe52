/// \file
/// A table on its way out: named, typed columns with units and meanings, rows, and optionally a
/// geometry a row. Written as CSV, GeoJSON or a GeoPackage layer by the writers of this layer.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geo/model/shape.h"

namespace pahunch {

enum class ColumnType : std::uint8_t { kText, kInteger, kReal };

struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
  int decimals = 2;          ///< of a real column, fixed in every format
  std::string unit = {};     ///< "min", "women", "" for none
  std::string meaning = {};  ///< one sentence, for fields.csv
  bool in_geojson = true;    ///< at most 12 columns of a table go into its GeoJSON
};

/// `std::monostate`: no value (empty in CSV, null elsewhere).
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

using Geometry = std::variant<std::monostate, Xy, Polyline, MultiPolygon>;

enum class GeometryType : std::uint8_t { kNone, kPoint, kLine, kPolygon };

struct Table {
  std::string name;  ///< of the file and the layer: "settlements"
  std::vector<Column> columns = {};
  std::vector<std::vector<Cell>> rows = {};  ///< each as long as `columns`
  GeometryType geometry_type = GeometryType::kNone;
  std::vector<Geometry> geometry = {};  ///< as long as `rows`, or empty without geometry
};

/// Throws InvariantError naming table, row and column where a row is not as long as `columns`, a
/// cell is not of its column's type, a geometry is not of the table's type or invalid, a name is
/// empty, repeated or reserved ("fid", "geom"), or more than 12 columns are meant for GeoJSON.
void require_sound(const Table& table);

}  // namespace pahunch
