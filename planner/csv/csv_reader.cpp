#include "planner/csv/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"

namespace pahunch {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Splits one record. A quoted cell may go on over the next lines: false asks for one more.
bool split_record(std::string_view record, CsvReader::Row& row) {
  row.clear();
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < record.size() && record[i + 1] == '"') {
        cell += record[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.push_back(std::move(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  row.push_back(std::move(cell));
  return !quoted;
}

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {
  if (!read_record(header_)) {
    throw DataError(
        {.what = "the file is empty", .where = name_, .hint = "its first line names the columns"});
  }
  check_header();
}

void CsvReader::check_header() const {
  std::set<std::string> seen;
  for (const std::string& name : header_) {
    if (name.empty()) fail("a column has no name", "name every column in the first line");
    if (!seen.insert(name).second) {
      fail(fmt::format("the column '{}' is there twice", name), "give each column its own name");
    }
  }
}

bool CsvReader::read_record(Row& row) {
  std::string record, line;
  while (std::getline(in_, line)) {
    ++line_;
    if (line_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.ends_with('\r')) line.pop_back();
    if (record.empty() && line.empty()) continue;
    const bool inside_quotes = !record.empty();
    record += inside_quotes ? "\n" + line : line;
    // Only a quote can end a quoted cell: other lines are not worth splitting again.
    if (inside_quotes && line.find('"') == std::string::npos) continue;
    if (split_record(record, row)) return true;
  }
  if (!record.empty()) fail("a quote does not end", "close the quoted cell, or double the quote");
  return false;
}

bool CsvReader::next(Row& row) {
  if (!read_record(row)) return false;
  if (row.size() != header_.size()) {
    fail(fmt::format("{} cells where the header has {}", row.size(), header_.size()),
         "is a comma inside a cell that has no quotes?");
  }
  return true;
}

std::optional<std::size_t> CsvReader::find_column(std::string_view name) const {
  const auto found = std::ranges::find(header_, name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::size_t CsvReader::get_column(std::string_view name) const {
  if (const auto column = find_column(name)) return *column;
  const auto nearest = find_nearest_name(name, header_);
  throw DataError({.what = fmt::format("there is no column '{}'", name),
                   .where = name_,
                   .hint = nearest ? fmt::format("did you mean '{}'?", *nearest)
                                   : fmt::format("the columns are: {}", fmt::join(header_, ", "))});
}

std::string CsvReader::where() const { return fmt::format("{}, line {}", name_, line_); }

double CsvReader::number(const Row& row, std::size_t column) const {
  const std::string& text = row[column];
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) {
    fail(fmt::format("'{}' in column '{}' is not a number", text, header_[column]),
         "write a plain decimal number such as 12.5");
  }
  return value;
}

void CsvReader::fail(const std::string& what, const std::string& hint) const {
  throw DataError({.what = what, .where = where(), .hint = hint});
}

}  // namespace pahunch
