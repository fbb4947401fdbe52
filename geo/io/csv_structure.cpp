#include "geo/io/csv_structure.h"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "geo/base/error.h"
#include "geo/io/detail/gdal_errors.h"

namespace pahunch {

namespace {

constexpr int kMaxLineBytes = 10'000'000;

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

/// The separator that OGR would choose, as a string of one character.
std::string read_separator(VSILFILE* file) {
  const char* header = CPLReadLine2L(file, kMaxLineBytes, nullptr);
  const std::string separator(1, header != nullptr ? CSVDetectSeperator(header) : ',');
  VSIFSeekL(file, 0, SEEK_SET);
  return separator;
}

CPLStringList read_record(VSILFILE* file, const std::string& separator) {
  return CPLStringList(
      CSVReadParseLine3L(file, kMaxLineBytes, separator.c_str(), true, false, false, true));
}

std::uint32_t count_newlines(const CPLStringList& record) {
  std::uint32_t n = 0;
  for (int i = 0; i < record.size(); ++i) {
    const std::string_view value = record[i];
    n += static_cast<std::uint32_t>(std::count(value.begin(), value.end(), '\n'));
  }
  return n;
}

bool is_blank(const CPLStringList& record) {
  return record.size() == 0 || (record.size() == 1 && record[0][0] == '\0');
}

void check_length(const GdalErrors& errors, std::uint32_t line, const std::string& shown) {
  if (!errors.failed()) return;
  throw DataError({.what = "a line is longer than 10 MB, or cannot be read",
                   .where = fmt::format("{}, line {}", shown, line),
                   .why = errors.first(),
                   .hint = "the file may be damaged, or no CSV file"});
}

/// Of a row that goes on in a quoted cell, GDAL holds all lines: they are measured before.
void check_row_lengths(VSILFILE* file, const std::string& shown) {
  const GdalErrors errors;
  std::uint32_t line = 0, first_line = 1;
  std::size_t n_bytes = 0;
  std::ptrdiff_t n_quotes = 0;
  while (const char* read = CPLReadLine2L(file, kMaxLineBytes, nullptr)) {
    const std::string_view text = read;
    ++line;
    n_bytes += text.size() + 1;
    n_quotes += std::count(text.begin(), text.end(), '"');
    if (n_bytes > kMaxLineBytes) {
      throw DataError({.what = "a row is longer than 10 MB",
                       .where = fmt::format("{}, line {}", shown, first_line),
                       .hint = "a quote may not end, or this is no CSV file"});
    }
    if (n_quotes % 2 != 0) continue;
    n_bytes = 0;
    first_line = line + 1;
  }
  check_length(errors, line + 1, shown);
  VSIFSeekL(file, 0, SEEK_SET);
}

void check_header(const CPLStringList& header, const std::string& shown) {
  if (is_blank(header)) {
    throw DataError({.what = "the CSV file has no header line",
                     .where = shown,
                     .why = "columns are found by their names",
                     .hint = "the first line must name the columns"});
  }
  std::set<std::string> names;
  for (int i = 0; i < header.size(); ++i) {
    if (names.insert(header[i]).second) continue;
    throw DataError({.what = fmt::format("the column '{}' stands twice in the header", header[i]),
                     .where = shown,
                     .why = "nobody knows which of the two is meant",
                     .hint = "rename one of them"});
  }
}

void check_width(const CPLStringList& record, const CPLStringList& header, std::uint32_t line,
                 const std::string& shown) {
  if (record.size() == header.size()) return;
  throw DataError(
      {.what = fmt::format("a row has {} columns, the header has {}", record.size(), header.size()),
       .where = fmt::format("{}, line {}", shown, line),
       .why = "the values of this row would stand in the wrong columns",
       .hint = "the file may be cut off here, or a value with a comma lacks its quotes"});
}

}  // namespace

std::vector<std::uint32_t> read_csv_lines(const std::string& gdal_path, const std::string& shown) {
  const File file(VSIFOpenL(gdal_path.c_str(), "rb"));
  if (!file) throw DataError({.what = "the file cannot be opened", .where = shown});
  check_row_lengths(file.get(), shown);
  const GdalErrors errors;
  const auto separator = read_separator(file.get());
  const auto header = read_record(file.get(), separator);
  check_length(errors, 1, shown);
  check_header(header, shown);
  std::vector<std::uint32_t> lines;
  std::uint32_t line = 2 + count_newlines(header);
  while (VSIFEofL(file.get()) == 0) {
    const auto record = read_record(file.get(), separator);
    check_length(errors, line, shown);
    if (!is_blank(record)) {
      check_width(record, header, line, shown);
      lines.push_back(line);
    }
    line += 1 + count_newlines(record);
  }
  return lines;
}

}  // namespace pahunch
