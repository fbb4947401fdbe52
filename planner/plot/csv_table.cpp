#include "planner/plot/csv_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "geo/base/error.h"
#include "geo/io/csv_line.h"
#include "planner/csv/csv_reader.h"

namespace pahunch {

CsvTable::CsvTable(std::istream& in, std::string name) : name_(std::move(name)) {
  CsvReader reader(in, name_);
  header_ = reader.header();
  for (CsvReader::Row row; reader.next(row);) rows_.push_back(row);
}

bool CsvTable::has(std::string_view column) const {
  return std::ranges::find(header_, column) != header_.end();
}

std::size_t CsvTable::find(std::string_view column) const {
  const auto at = std::ranges::find(header_, column);
  if (at == header_.end()) {
    throw DataError({.what = "the table has no column '" + std::string(column) + "'",
                     .where = name_,
                     .why = "a plot is drawn from it",
                     .hint = "run it again with this version"});
  }
  return static_cast<std::size_t>(at - header_.begin());
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
  return rows_[row][find(column)];
}

std::optional<double> CsvTable::number(std::size_t row, std::string_view column) const {
  const std::string& cell = text(row, column);
  if (cell.empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
    throw DataError({.what = "'" + cell + "' is no number",
                     .where = name_ + ", column " + std::string(column),
                     .why = "a plot is drawn from it"});
  }
  return value;
}

Cell CsvTable::count(std::size_t row, std::string_view column) const {
  const auto value = number(row, column);
  return value ? Cell(static_cast<std::int64_t>(std::llround(*value))) : Cell();
}

Cell CsvTable::real(std::size_t row, std::string_view column) const {
  const auto value = number(row, column);
  return value ? Cell(*value) : Cell();
}

CsvTable as_written(const Table& table) {
  std::stringstream csv;
  csv << csv_header(table.columns);
  for (const auto& row : table.rows) csv << csv_line(table.columns, row);
  return CsvTable(csv, table.name + ".csv");
}

}  // namespace pahunch
