#include "geo/io/osm/tags.h"

#include <algorithm>

namespace pahunch::osm {

void TagReport::note_unknown(std::string_view key, std::string_view value) {
  // A file of nonsense must not fill the memory with its values.
  constexpr std::size_t kMaxKinds = 1000, kMaxLength = 80;
  auto name = std::string(key) + "=" + std::string(value.substr(0, kMaxLength));
  if (unknown_.size() >= kMaxKinds && !unknown_.contains(name)) name = "(other values)";
  ++unknown_[name];
}

void TagReport::note_left_out(std::string_view reason) { ++left_out_[std::string(reason)]; }

std::uint64_t TagReport::n_unknown() const {
  std::uint64_t total = 0;
  for (const auto& [name, count] : unknown_) total += count;
  return total;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n\r";
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string_view take_until(std::string_view& rest, char separator) {
  const auto at = std::min(rest.find(separator), rest.size());
  const auto piece = trimmed(rest.substr(0, at));
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

}  // namespace pahunch::osm
