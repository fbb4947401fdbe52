#include "geo/io/toml_depth.h"

#include <algorithm>
#include <cstddef>

namespace pahunch {
namespace {

constexpr std::size_t kMostParts = 100;

/// A text of several lines may end in up to two quotes of its own before the three that close it.
std::size_t skip_last_quotes(std::string_view text, std::size_t end) {
  constexpr std::size_t kMostOwn = 2;
  const auto quotes = text.substr(end, kMostOwn);
  return end + std::min(quotes.find_first_not_of(text.front()), quotes.size());
}

/// The length of the text in quotes at the beginning, of one line or of several.
std::size_t quoted_length(std::string_view text) {
  const char quote = text.front();
  const bool escapes = quote == '"';
  const bool long_form = text.size() >= 3 && text[1] == quote && text[2] == quote;
  const std::size_t n_quotes = long_form ? 3 : 1;
  for (std::size_t i = n_quotes; i < text.size(); ++i) {
    if (escapes && text[i] == '\\') {
      ++i;
    } else if (text.substr(i, n_quotes) == text.substr(0, n_quotes)) {
      return long_form ? skip_last_quotes(text, i + n_quotes) : i + n_quotes;
    } else if (!long_form && text[i] == '\n') {
      return i;
    }
  }
  return text.size();
}

}  // namespace

bool is_too_deep(std::string_view toml) {
  std::size_t n_dots = 0;
  while (!toml.empty()) {
    std::size_t used = 1;
    switch (toml.front()) {
      case '"':
      case '\'':
        used = quoted_length(toml);
        break;
      case '#':
        used = std::min(toml.find('\n'), toml.size());
        break;
      case '.':
        if (++n_dots >= kMostParts) return true;
        break;
      case '=':
      case ',':
      case '[':
      case ']':
      case '{':
      case '}':
      case '\n':
        n_dots = 0;
        break;
      default:
        break;
    }
    toml.remove_prefix(used);
  }
  return false;
}

}  // namespace pahunch
