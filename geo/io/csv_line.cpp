#include "geo/io/csv_line.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "geo/io/clean_text.h"
#include "geo/io/number_text.h"

namespace pahunch {
namespace {

/// A cell that begins so is run by spreadsheets. The last four are the full-width forms, which some
/// of them take for the first four.
constexpr std::array<std::string_view, 8> kFormulaStarts = {"=",  "+",  "-",  "@",
                                                            "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  return std::ranges::any_of(kFormulaStarts, [&](auto start) { return text.starts_with(start); });
}

std::string in_quotes(std::string_view text) {
  const bool padded = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!padded && text.find_first_of(",\"") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

std::string text_cell(std::string_view text) {
  const std::string clean = clean_text(text);
  return in_quotes(looks_like_formula(clean) ? "'" + clean : clean);
}

std::string cell_text(const Column& column, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text_cell(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return fixed_text(*real, column.decimals);
  return {};
}

}  // namespace

std::string csv_header(std::span<const Column> columns) {
  std::string line;
  for (const Column& column : columns) {
    if (&column != &columns.front()) line += ',';
    line += text_cell(column.name);
  }
  return line + '\n';
}

std::string csv_line(std::span<const Column> columns, std::span<const Cell> cells) {
  assert(columns.size() == cells.size());
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += cell_text(columns[i], cells[i]);
  }
  // A row of one empty cell would be a blank line, which readers pass over.
  if (line.empty()) line = "\"\"";
  return line + '\n';
}

}  // namespace pahunch
