#include "geo/io/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr std::ptrdiff_t kMaxGeojsonColumns = 12;

[[noreturn]] void fail(const Table& table, const std::string& what) {
  throw InvariantError({.what = what,
                        .where = "table " + table.name,
                        .why = "the table would not be written as it was meant"});
}

void check_names(const Table& table) {
  if (table.name.empty()) fail(table, "a table has no name");
  std::set<std::string_view> names{"fid", "geom"};  // a GeoPackage layer has these already
  for (const Column& column : table.columns) {
    if (column.name.empty()) fail(table, "a column has no name");
    if (!names.insert(column.name).second) {
      fail(table, "the column name " + column.name + " is repeated or reserved");
    }
  }
}

void check_geojson_columns(const Table& table) {
  if (table.geometry_type == GeometryType::kNone) return;
  const auto n = std::ranges::count_if(table.columns, &Column::in_geojson);
  if (n > kMaxGeojsonColumns) {
    fail(table, fmt::format("{} columns are meant for GeoJSON, which carries at most {}", n,
                            kMaxGeojsonColumns));
  }
}

bool fits(const Cell& cell, ColumnType type) {
  if (std::holds_alternative<std::monostate>(cell)) return true;
  switch (type) {
    case ColumnType::kText:
      return std::holds_alternative<std::string>(cell);
    case ColumnType::kInteger:
      return std::holds_alternative<std::int64_t>(cell);
    case ColumnType::kReal:
      return std::holds_alternative<double>(cell) && std::isfinite(std::get<double>(cell));
  }
  return false;
}

void check_row(const Table& table, std::size_t at) {
  const auto& row = table.rows[at];
  if (row.size() != table.columns.size()) {
    fail(table, fmt::format("row {} has {} cells for {} columns", at + 1, row.size(),
                            table.columns.size()));
  }
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (fits(row[c], table.columns[c].type)) continue;
    fail(table,
         fmt::format("row {}, column {}: the cell is not of the column's type, or not finite",
                     at + 1, table.columns[c].name));
  }
}

bool all_valid(const Polyline& points) { return std::ranges::all_of(points, &Xy::valid); }

bool is_ring(const Ring& ring) {
  return ring.size() >= 4 && ring.front() == ring.back() && all_valid(ring);
}

bool is_polygon(const Polygon& polygon) {
  return is_ring(polygon.outer) && std::ranges::all_of(polygon.holes, is_ring);
}

bool fits(const Geometry& geometry, GeometryType type) {
  if (std::holds_alternative<std::monostate>(geometry)) return true;
  if (const auto* point = std::get_if<Xy>(&geometry)) {
    return type == GeometryType::kPoint && point->valid();
  }
  if (const auto* line = std::get_if<Polyline>(&geometry)) {
    return type == GeometryType::kLine && line->size() >= 2 && all_valid(*line);
  }
  return type == GeometryType::kPolygon &&
         std::ranges::all_of(std::get<MultiPolygon>(geometry), is_polygon);
}

void check_geometry(const Table& table) {
  const std::size_t expected = table.geometry_type == GeometryType::kNone ? 0 : table.rows.size();
  if (table.geometry.size() != expected) {
    fail(table, fmt::format("{} geometries, expected {}", table.geometry.size(), expected));
  }
  for (std::size_t at = 0; at < expected; ++at) {
    if (fits(table.geometry[at], table.geometry_type)) continue;
    fail(table, fmt::format("row {}: the geometry is not of the table's type, or invalid", at + 1));
  }
}

}  // namespace

void require_sound(const Table& table) {
  check_names(table);
  check_geojson_columns(table);
  for (std::size_t at = 0; at < table.rows.size(); ++at) check_row(table, at);
  check_geometry(table);
}

}  // namespace pahunch
