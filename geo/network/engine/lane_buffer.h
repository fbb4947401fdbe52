/// \file
/// A block of milliseconds aligned for SIMD, left uninitialised. Large ones ask for huge pages, as
/// the engine walks through tens of megabytes at the speed of memory.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>

#include "geo/network/engine/road_graph.h"

namespace pahunch::engine {

/// Metrics, or sources, that are worked on side by side.
inline constexpr std::size_t kLanes = 16;

class LaneBuffer {
 public:
  LaneBuffer() = default;
  explicit LaneBuffer(std::size_t size) : size_(size) {
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kHugePage = std::size_t{1} << 21;
    const auto align = size * sizeof(Ms) < kHugePage ? kLine : kHugePage;
    const auto n_bytes = (size * sizeof(Ms) + align - 1) / align * align;
    if (n_bytes == 0) return;
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): the standard has no aligned array that
    // starts unset
    data_.reset(static_cast<Ms*>(std::aligned_alloc(align, n_bytes)));
    if (!data_) throw std::bad_alloc();
    // Where it is refused, pages stay small and answers the same.
    if (align == kHugePage) madvise(data_.get(), n_bytes, MADV_HUGEPAGE);
  }

  [[nodiscard]] Ms* data() { return data_.get(); }
  [[nodiscard]] const Ms* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Free {
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): as it was taken
    void operator()(Ms* data) const { std::free(data); }
  };
  std::unique_ptr<Ms, Free> data_;
  std::size_t size_ = 0;
};

}  // namespace pahunch::engine
