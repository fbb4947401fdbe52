#include "planner/plot/gnuplot_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "geo/io/clean_text.h"

namespace pahunch {
namespace {

struct PrivateCharacter {
  char character;
  std::string_view instead;
};

/// U+E000 to U+E002.
constexpr std::array<PrivateCharacter, 3> kPrivate = {
    {{'"', "\xEE\x80\x80"}, {'\\', "\xEE\x80\x81"}, {'\n', "\xEE\x80\x82"}}};

/// Private characters of the data's own would be taken for what they stand for here.
std::string without_private(std::string text) {
  for (const auto& [character, instead] : kPrivate) {
    for (auto at = text.find(instead); at != std::string::npos; at = text.find(instead, at)) {
      text.replace(at, instead.size(), "\xEF\xBF\xBD");
    }
  }
  return text;
}

/// A function of gnuplot calls itself some 200 times and no more: once for each of these.
constexpr std::size_t kMostPrivate = 100;

std::string line_text(std::string_view line) {
  std::string out;
  std::size_t n_private = 0;
  for (const char c : without_private(clean_text(line))) {
    const auto* found = std::ranges::find(kPrivate, c, &PrivateCharacter::character);
    if (found == kPrivate.end()) {
      out += c;
    } else if (++n_private <= kMostPrivate) {
      out += found->instead;
    } else {
      out += '\'';
    }
  }
  return out;
}

std::string cell_text(const Column& column, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return gnuplot_text(*text);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return std::to_string(*count);
  if (const auto* real = std::get_if<double>(&cell)) {
    return fmt::format("{:.{}f}", *real, column.decimals);
  }
  return "NaN";
}

}  // namespace

std::string gnuplot_text(std::string_view text) {
  std::string out = "|";
  for (;;) {
    const auto end = text.find('\n');
    out += line_text(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += kPrivate[2].instead;
    text.remove_prefix(end + 1);
  }
}

std::string gnuplot_data(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += (i == 0 ? "" : "\t") + cell_text(table.columns[i], row[i]);
    }
    out += '\n';
  }
  return out;
}

std::string gnuplot_keys(const std::vector<PlotKey>& keys) {
  std::string out;
  for (const auto& [text, number] : keys) {
    out += fmt::format("{}\t{:.17g}\n", gnuplot_text(text), number);
  }
  return keys.empty() ? "|\t0\n" : out;
}

std::vector<std::string> wrap_text(std::string_view text, std::size_t n_most) {
  std::vector<std::string> lines = {""};
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string& line = lines.back();
    if (!line.empty() && line.size() + 1 + word.size() > n_most) {
      lines.emplace_back(word);
    } else {
      line += (line.empty() ? "" : " ") + std::string(word);
    }
  }
  return lines;
}

}  // namespace pahunch
