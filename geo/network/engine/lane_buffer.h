/// \file
/// A block of milliseconds aligned for SIMD, left uninitialised.
#pragma once

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
    constexpr std::size_t kAlign = 64;
    const auto n_bytes = (size * sizeof(Ms) + kAlign - 1) / kAlign * kAlign;
    if (n_bytes == 0) return;
    data_.reset(static_cast<Ms*>(std::aligned_alloc(kAlign, n_bytes)));
    if (!data_) throw std::bad_alloc();
  }

  [[nodiscard]] Ms* data() { return data_.get(); }
  [[nodiscard]] const Ms* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(Ms* data) const { std::free(data); }
  };
  std::unique_ptr<Ms, Free> data_;
  std::size_t size_ = 0;
};

}  // namespace pahunch::engine
