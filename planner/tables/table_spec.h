/// \file
/// A table as a list of columns, each with how its cell is made from a row: the column's name, unit
/// and meaning stand beside its value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/travel_time.h"
#include "geo/io/table.h"

namespace pahunch {

inline Cell count_cell(std::int64_t count) { return count; }
inline Cell flag_cell(bool on) { return std::int64_t{on ? 1 : 0}; }
inline Cell minutes_cell(TravelTime time) {
  return time.reachable() ? Cell(time.minutes()) : Cell();
}
inline Cell real_cell(std::optional<double> value) { return value ? Cell(*value) : Cell(); }

/// `Row`: what a cell is made from.
template <class Row>
class TableSpec {
 public:
  using MakeCell = std::function<Cell(const Row&)>;

  void add(Column column, MakeCell make) {
    columns_.push_back(std::move(column));
    makers_.push_back(std::move(make));
  }

  /// One row for each of `rows`, which are asked for their cells in the order of the columns.
  template <class Rows>
  [[nodiscard]] Table make(std::string name, const Rows& rows) const {
    Table table;
    table.name = std::move(name);
    table.columns = columns_;
    for (const Row& row : rows) {
      std::vector<Cell> cells;
      cells.reserve(makers_.size());
      for (const MakeCell& make_cell : makers_) cells.push_back(make_cell(row));
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

 private:
  std::vector<Column> columns_;
  std::vector<MakeCell> makers_;
};

/// Whether a column also goes into the GeoJSON file, which holds at most 12.
enum class InGeoJson : bool { kNo, kYes };

inline Column text_column(std::string name, std::string meaning, InGeoJson shown = InGeoJson::kNo) {
  return {.name = std::move(name),
          .type = ColumnType::kText,
          .unit = "",
          .meaning = std::move(meaning),
          .in_geojson = shown == InGeoJson::kYes};
}

inline Column integer_column(std::string name, std::string unit, std::string meaning,
                             InGeoJson shown = InGeoJson::kNo) {
  return {.name = std::move(name),
          .type = ColumnType::kInteger,
          .unit = std::move(unit),
          .meaning = std::move(meaning),
          .in_geojson = shown == InGeoJson::kYes};
}

/// Two decimals.
inline Column real_column(std::string name, std::string unit, std::string meaning,
                          InGeoJson shown = InGeoJson::kNo) {
  return {.name = std::move(name),
          .type = ColumnType::kReal,
          .decimals = 2,
          .unit = std::move(unit),
          .meaning = std::move(meaning),
          .in_geojson = shown == InGeoJson::kYes};
}

}  // namespace pahunch
