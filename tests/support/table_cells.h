/// \file
/// Cells of a table by name of the column.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "geo/io/table.h"

namespace pahunch::test {

inline std::size_t column_of(const Table& table, const std::string& name) {
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    if (table.columns[at].name == name) return at;
  }
  throw std::logic_error("the table " + table.name + " has no column " + name);
}

/// A column from top to bottom; an empty cell is none. Throws for a cell of another type.
template <class T>
std::vector<std::optional<T>> cells(const Table& table, const std::string& name) {
  const std::size_t at = column_of(table, name);
  std::vector<std::optional<T>> values;
  for (const auto& row : table.rows) {
    const bool empty = std::holds_alternative<std::monostate>(row.at(at));
    values.push_back(empty ? std::nullopt : std::optional(std::get<T>(row.at(at))));
  }
  return values;
}

using Texts = std::vector<std::optional<std::string>>;
using Counts = std::vector<std::optional<std::int64_t>>;

inline Texts texts(const Table& table, const std::string& name) {
  return cells<std::string>(table, name);
}
inline Counts counts(const Table& table, const std::string& name) {
  return cells<std::int64_t>(table, name);
}

}  // namespace pahunch::test
