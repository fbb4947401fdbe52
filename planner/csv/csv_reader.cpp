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

/// Of one record, however many lines a quoted cell of it has: far beyond any row of a table.
constexpr std::size_t kMostBytes = 10'000'000;
constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;

/// Splits the lines of one record, each once.
class RecordSplitter {
 public:
  explicit RecordSplitter(CsvReader::Row& row) : row_(row) { row_.clear(); }

  [[nodiscard]] bool begun() const { return n_bytes_ > 0; }
  [[nodiscard]] bool too_long() const { return n_bytes_ > kMostBytes; }

  /// True when the record ends with the line; false when a quoted cell goes on in the next.
  bool add(std::string_view line) {
    if (begun()) cell_ += '\n';
    n_bytes_ += line.size() + 1;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (quoted_) {
        i += add_quoted(line.substr(i));
      } else {
        add_plain(line[i]);
      }
    }
    if (quoted_) return false;
    end_cell();
    return true;
  }

 private:
  /// How many bytes more than one it took.
  std::size_t add_quoted(std::string_view rest) {
    if (rest.front() != '"') {
      cell_ += rest.front();
    } else if (rest.size() > 1 && rest[1] == '"') {
      cell_ += '"';
      return 1;
    } else {
      quoted_ = false;
    }
    return 0;
  }
  void add_plain(char c) {
    if (c == '"') {
      quoted_ = true;
    } else if (c == ',') {
      end_cell();
    } else {
      cell_ += c;
    }
  }
  void end_cell() {
    row_.push_back(std::move(cell_));
    cell_.clear();
  }

  CsvReader::Row& row_;
  std::string cell_;
  std::size_t n_bytes_ = 0;
  bool quoted_ = false;
};

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string name)
    : in_(in), name_(std::move(name)), buffer_(kBufferBytes) {
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

bool CsvReader::read_line(std::string_view& line) {
  text_.clear();
  for (bool ended = false; !ended;) {
    in_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto n = static_cast<std::size_t>(in_.gcount());
    if (n == 0 && text_.empty()) return false;
    if (text_.empty()) ++line_;
    // Only a line that is longer than the buffer fails before the end of the file.
    const bool goes_on = in_.fail() && !in_.eof();
    // The end of the line is counted, and is not there at the end of the file.
    text_.append(buffer_.data(), goes_on || in_.eof() ? n : n - 1);
    if (text_.size() > kMostBytes) fail_too_long();
    if (goes_on) in_.clear();
    ended = !goes_on;
  }
  line = text_;
  if (line_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

bool CsvReader::read_record(Row& row) {
  RecordSplitter record(row);
  std::string_view line;
  while (read_line(line)) {
    if (!record.begun() && line.empty()) continue;
    if (record.add(line)) return true;
    if (record.too_long()) fail_too_long();
  }
  if (record.begun()) fail("a quote does not end", "close the quoted cell, or double the quote");
  return false;
}

void CsvReader::fail_too_long() const {
  fail("a row is longer than 10 MB", "a quote may not end, or this is no CSV file");
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
