#include "planner/batch/shard.h"

#include <fmt/format.h>

#include <charconv>
#include <numeric>
#include <string_view>

#include "geo/base/error.h"

namespace pahunch {
namespace {

bool read_whole(std::string_view text, std::size_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::vector<std::size_t> Shard::numbers(std::size_t n) const {
  std::vector<std::size_t> numbers(last(n) - first(n));
  std::iota(numbers.begin(), numbers.end(), first(n));
  return numbers;
}

std::string Shard::name() const {
  return is_whole() ? "scenarios" : fmt::format("shard-{}-of-{}", index, count);
}

Shard parse_shard(const std::string& text) {
  const auto slash = text.find('/');
  Shard shard;
  const bool read = slash != std::string::npos &&
                    read_whole(std::string_view(text).substr(0, slash), shard.index) &&
                    read_whole(std::string_view(text).substr(slash + 1), shard.count);
  if (read && shard.index >= 1 && shard.index <= shard.count) return shard;
  throw UsageError({.what = fmt::format("--shard '{}' is no share of a whole", text),
                    .hint = "write for example --shard 2/8, the second of eight"});
}

}  // namespace pahunch
