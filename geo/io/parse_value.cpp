#include "geo/io/parse_value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace pahunch {

namespace {

constexpr double kLargestExact = 9007199254740992.0;  // 2^53

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<double> find_number(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::int64_t> find_whole_number(std::string_view text) {
  const auto value = find_number(text);
  if (!value || std::floor(*value) != *value || std::fabs(*value) > kLargestExact) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*value);
}

std::optional<bool> find_flag(std::string_view text) {
  const auto word = lower(trim(text));
  for (const auto yes : {"yes", "true", "1", "t", "y"}) {
    if (word == yes) return true;
  }
  for (const auto no : {"no", "false", "0", "f", "n"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

}  // namespace pahunch
