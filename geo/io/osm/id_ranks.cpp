#include "geo/io/osm/id_ranks.h"

#include <bit>
#include <limits>

namespace pahunch::osm {
namespace {

/// Where a bit of a page is.
struct BitPlace {
  std::size_t word;
  unsigned bit;
};

BitPlace place_in_page(std::uint64_t key, unsigned page_bits) {
  const auto in_page = key & ((std::uint64_t{1} << page_bits) - 1);
  return {static_cast<std::size_t>(in_page >> 6U), static_cast<unsigned>(in_page & 63U)};
}

}  // namespace

IdRanks::IdRanks() : chunks_(static_cast<std::size_t>((2 * kMaxId) >> (kPageBits + kChunkBits))) {}

bool IdRanks::insert(std::int64_t id) {
  if (id <= -kMaxId || id >= kMaxId) return false;
  const auto key = static_cast<std::uint64_t>(id + kMaxId);
  auto& chunk = chunks_[key >> (kPageBits + kChunkBits)];
  if (!chunk) chunk = std::make_unique<Chunk>();
  auto& entry = (*chunk)[(key >> kPageBits) & ((1U << kChunkBits) - 1)];
  if (entry == 0) {
    pages_.emplace_back();
    entry = static_cast<std::uint32_t>(pages_.size());
  }
  const auto [word, bit] = place_in_page(key, kPageBits);
  pages_[entry - 1].words[word] |= std::uint64_t{1} << bit;
  return true;
}

bool IdRanks::freeze() {
  std::uint64_t before = 0;
  for (const auto& chunk : chunks_) {
    if (!chunk) continue;
    for (const std::uint32_t entry : *chunk) {
      if (entry == 0) continue;
      Page& page = pages_[entry - 1];
      page.before = static_cast<std::uint32_t>(before);
      for (const auto word : page.words) before += static_cast<std::uint64_t>(std::popcount(word));
    }
  }
  size_ = static_cast<std::uint32_t>(before);
  return before < std::numeric_limits<std::uint32_t>::max();
}

std::optional<std::uint32_t> IdRanks::find_rank(std::int64_t id) const {
  if (id <= -kMaxId || id >= kMaxId) return std::nullopt;
  const auto key = static_cast<std::uint64_t>(id + kMaxId);
  const auto& chunk = chunks_[key >> (kPageBits + kChunkBits)];
  if (!chunk) return std::nullopt;
  const auto entry = (*chunk)[(key >> kPageBits) & ((1U << kChunkBits) - 1)];
  if (entry == 0) return std::nullopt;
  const Page& page = pages_[entry - 1];
  const auto [word, bit] = place_in_page(key, kPageBits);
  if ((page.words[word] >> bit & 1U) == 0) return std::nullopt;
  auto rank = page.before;
  for (std::size_t w = 0; w < word; ++w) {
    rank += static_cast<std::uint32_t>(std::popcount(page.words[w]));
  }
  const auto lower_bits = page.words[word] & ((std::uint64_t{1} << bit) - 1);
  return rank + static_cast<std::uint32_t>(std::popcount(lower_bits));
}

}  // namespace pahunch::osm
