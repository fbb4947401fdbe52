/// \file
/// Those who wait for a pool: by priority class, in the order of their tickets within a class.
///
/// Somebody may wait in several lines at once and is taken from the first that gets to her; her
/// entries elsewhere stay behind as stale ones and are passed over later. So the line asks its user
/// which entries still hold.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pahunch {

/// Who is next within a class. Last come is for checks that must notice it, and for stacks.
enum class Discipline : std::uint8_t { kFirstCome, kLastCome };

struct WaitingEntry {
  std::uint64_t ticket = 0;  ///< unique, rising with the time of joining
  std::uint32_t slot = 0;    ///< of the case, or of the probe
  std::uint16_t step = 0;
  bool probe = false;
};

/// A queue open at both ends on one ring of memory that only grows.
class EntryRing {
 public:
  [[nodiscard]] bool empty() const { return n_ == 0; }
  [[nodiscard]] std::size_t size() const { return n_; }
  void push_back(const WaitingEntry& entry) {
    if (n_ == ring_.size()) grow();
    ring_[(head_ + n_++) & (ring_.size() - 1)] = entry;
  }
  /// Precondition: not empty.
  WaitingEntry pop_front() {
    assert(n_ > 0);
    const WaitingEntry entry = ring_[head_];
    head_ = (head_ + 1) & (ring_.size() - 1);
    --n_;
    return entry;
  }
  /// Precondition: not empty.
  WaitingEntry pop_back() {
    assert(n_ > 0);
    return ring_[(head_ + --n_) & (ring_.size() - 1)];
  }

 private:
  void grow() {
    std::vector<WaitingEntry> larger(ring_.empty() ? 4 : 2 * ring_.size());
    for (std::size_t i = 0; i < n_; ++i) larger[i] = ring_[(head_ + i) & (ring_.size() - 1)];
    ring_ = std::move(larger);
    head_ = 0;
  }

  std::vector<WaitingEntry> ring_;  ///< its size is a power of two
  std::size_t head_ = 0;
  std::size_t n_ = 0;
};

class WaitingLine {
 public:
  static constexpr std::size_t kPriorities = 3;  ///< class 0 is served first

  void join(const WaitingEntry& entry, std::size_t priority) { rings_[priority].push_back(entry); }
  /// No entry at all, stale ones counted.
  [[nodiscard]] bool empty() const {
    return rings_[0].empty() && rings_[1].empty() && rings_[2].empty();
  }

  /// Takes the next entry for which `holds(entry)` is true, and drops those before it.
  template <class Holds>
  std::optional<WaitingEntry> take(Discipline discipline, const Holds& holds) {
    for (EntryRing& ring : rings_) {
      while (!ring.empty()) {
        const WaitingEntry entry =
            discipline == Discipline::kFirstCome ? ring.pop_front() : ring.pop_back();
        if (holds(entry)) return entry;
      }
    }
    return std::nullopt;
  }

 private:
  std::array<EntryRing, kPriorities> rings_;
};

}  // namespace pahunch
