/// \file
/// A monotone queue of nodes in buckets of equal width (Dial 1969): constant time an operation.
///
/// Keys are packed (time, label) pairs, but only times choose the bucket. Within a bucket nodes
/// come out in any order, so a node may have to be settled again when a neighbour in the same
/// bucket improves it. Stale entries are the caller's to recognise.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "geo/network/engine/road_graph.h"

namespace pahunch::engine {

class BucketQueue {
 public:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };

  /// `longest` and `mean`: of the arc weights below kFarMs. Precondition: empty.
  void set_weights(Ms longest, Ms mean) {
    // About a tenth of a mean arc a bucket; never more buckets ahead than there are.
    const auto narrow = static_cast<int>(std::bit_width(mean / 8));
    const auto spread = static_cast<int>(std::bit_width(longest / (kBuckets - 2)));
    shift_ = narrow > spread ? narrow : spread;
  }

  /// Precondition: `time` is not below that of the bucket being emptied, nor more than one longest
  /// arc above it.
  void push(Ms time, Entry entry) {
    buckets_[(time >> shift_) % kBuckets].push_back(entry);
    ++size_;
  }

  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// Not too far ahead to be pushed?
  [[nodiscard]] bool admits(Ms time) const { return (time >> shift_) < at_ + kBuckets; }

  /// Starts over at this time. Precondition: empty.
  void rewind(Ms time) { at_ = time >> shift_; }

  /// Precondition: not empty.
  Entry pop() {
    while (buckets_[at_ % kBuckets].empty()) ++at_;
    auto& bucket = buckets_[at_ % kBuckets];
    const auto entry = bucket.back();
    bucket.pop_back();
    --size_;
    return entry;
  }

 private:
  static constexpr std::uint32_t kBuckets = 4096;
  std::vector<std::vector<Entry>> buckets_ = std::vector<std::vector<Entry>>(kBuckets);
  std::uint64_t at_ = 0;
  std::size_t size_ = 0;
  int shift_ = 0;
};

}  // namespace pahunch::engine
