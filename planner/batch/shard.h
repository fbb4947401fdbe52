/// \file
/// A share of the scenarios of a batch, for one machine of several.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pahunch {

/// Number `index` (from 1) of `count`. Shares are runs of neighbouring scenarios, as these have the
/// most work in common; their sizes differ by at most one.
struct Shard {
  std::size_t index = 1, count = 1;

  [[nodiscard]] bool is_whole() const { return count == 1; }
  /// Of `n` scenarios: [first, last).
  [[nodiscard]] std::size_t first(std::size_t n) const { return n * (index - 1) / count; }
  [[nodiscard]] std::size_t last(std::size_t n) const { return n * index / count; }
  /// The numbers of the share, of `n` scenarios.
  [[nodiscard]] std::vector<std::size_t> numbers(std::size_t n) const;
  /// "scenarios" of all, "shard-2-of-8": of a file.
  [[nodiscard]] std::string name() const;
};

/// "2/8". Throws UsageError for what is no share.
Shard parse_shard(const std::string& text);

}  // namespace pahunch
