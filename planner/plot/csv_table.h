/// \file
/// A small table of a run, as its CSV file has it.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "geo/io/table.h"

namespace pahunch {

class CsvTable {
 public:
  /// `name`: of the file, for messages. Throws DataError where it is no such file.
  CsvTable(std::istream& in, std::string name);

  [[nodiscard]] std::size_t n_rows() const { return rows_.size(); }
  [[nodiscard]] bool has(std::string_view column) const;
  /// Throw DataError where the table has no such column.
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  /// None where the cell is empty; DataError where it is no number.
  [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;
  [[nodiscard]] Cell count(std::size_t row, std::string_view column) const;
  [[nodiscard]] Cell real(std::size_t row, std::string_view column) const;

 private:
  [[nodiscard]] std::size_t find(std::string_view column) const;

  std::string name_;
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

/// What the CSV file of a table will say.
CsvTable as_written(const Table& table);

}  // namespace pahunch
