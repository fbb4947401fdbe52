/// \file
/// Reading a CSV file row by row: RFC 4180 quoting, "\n" or "\r\n", a byte order mark is skipped.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pahunch {

/// The first row is the header. Failure: DataError naming the file and the line, for an empty file,
/// a repeated or empty column name, a row with more or fewer cells, a quote that does not end, a
/// row of more than 10 MB. Memory is that of one row, whatever the file.
class CsvReader {
 public:
  using Row = std::vector<std::string>;

  /// `name`: of the file, for messages. The stream must outlive the reader.
  CsvReader(std::istream& in, std::string name);

  [[nodiscard]] const Row& header() const { return header_; }
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
  /// The position of a column; DataError naming the nearest one where there is none.
  [[nodiscard]] std::size_t get_column(std::string_view name) const;

  /// Reads the next row; false at the end. Blank lines are passed over.
  bool next(Row& row);
  /// "od.csv, line 17", of the row read last.
  [[nodiscard]] std::string where() const;

  /// A cell as a finite number, else DataError.
  [[nodiscard]] double number(const Row& row, std::size_t column) const;

 private:
  bool read_record(Row& row);
  bool read_line(std::string_view& line);  ///< without its end
  [[noreturn]] void fail_too_long() const;
  [[noreturn]] void fail(const std::string& what, const std::string& hint) const;
  void check_header() const;

  std::istream& in_;
  std::string name_;
  std::vector<char> buffer_;
  std::string text_;  ///< of the line read last
  Row header_;
  std::size_t line_ = 0;
};

}  // namespace pahunch
