/// \file
/// A set of OpenStreetMap ids, and the rank of each in it: from 64-bit ids to dense indices.
///
/// Bits in pages of 512 ids with a count before each page, so that insert and rank cost two memory
/// look-ups and no sorting. A page takes 72 bytes; ids of a region lie close together, so a
/// statewide extract needs about 1 to 4 bytes an id.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace pahunch::osm {

class IdRanks {
 public:
  /// Ids lie between -kMaxId and kMaxId, five times what OpenStreetMap has used.
  static constexpr std::int64_t kMaxId = std::int64_t{1} << 36;

  IdRanks();

  /// False, and nothing is done, for an id that is out of range.
  bool insert(std::int64_t id);
  /// Fixes the ranks; nothing is inserted after it. Ranks ascend with the ids. False when there are
  /// more ids than 32 bits can count.
  bool freeze();
  /// The number of smaller ids in the set; none when the id is not in it. Precondition: frozen.
  [[nodiscard]] std::optional<std::uint32_t> find_rank(std::int64_t id) const;
  /// Precondition: frozen.
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr unsigned kPageBits = 9, kChunkBits = 12;
  struct Page {
    std::array<std::uint64_t, (1U << kPageBits) / 64> words{};
    std::uint32_t before = 0;
  };
  using Chunk = std::array<std::uint32_t, 1U << kChunkBits>;  ///< page number + 1, or 0

  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::vector<Page> pages_;
  std::uint32_t size_ = 0;
};

}  // namespace pahunch::osm
