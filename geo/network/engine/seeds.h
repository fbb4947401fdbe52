/// \file
/// Where searches begin: nodes with a start time and a label in each lane.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/network/engine/lane_buffer.h"

namespace pahunch::engine {

/// The label of a node is that of its nearest seed; of several equally near, the smallest.
struct Seed {
  std::uint32_t node = 0;
  Ms start = 0;             ///< at most kFarMs
  std::uint32_t label = 0;  ///< below kNone
};

/// Seeds of searches that run side by side: one a lane.
class SeedTable {
 public:
  explicit SeedTable(std::size_t n_lanes) : n_lanes_(n_lanes) {}

  /// In all lanes alike.
  void add(const Seed& seed) {
    add_row(seed);
    std::fill(starts_.end() - static_cast<std::ptrdiff_t>(n_lanes_), starts_.end(), seed.start);
  }
  /// In one lane.
  void add(const Seed& seed, std::size_t lane) {
    add_row(seed);
    starts_[starts_.size() - n_lanes_ + lane] = seed.start;
  }
  /// With a start for each lane; kFarMs: not there.
  void add(const Seed& seed, std::span<const Ms> starts) {
    add_row(seed);
    std::copy(starts.begin(), starts.end(), starts_.end() - static_cast<std::ptrdiff_t>(n_lanes_));
  }

  [[nodiscard]] std::size_t n_lanes() const { return n_lanes_; }
  [[nodiscard]] std::size_t size() const { return seeds_.size(); }
  [[nodiscard]] std::uint32_t node(std::size_t i) const { return seeds_[i].node; }
  [[nodiscard]] std::uint32_t label(std::size_t i) const { return seeds_[i].label; }
  [[nodiscard]] std::span<const Ms> starts(std::size_t i) const {
    return std::span(starts_).subspan(i * n_lanes_, n_lanes_);
  }

 private:
  void add_row(const Seed& seed) {
    seeds_.push_back(seed);
    starts_.resize(starts_.size() + n_lanes_, kFarMs);
  }

  std::size_t n_lanes_;
  std::vector<Seed> seeds_;
  std::vector<Ms> starts_;
};

}  // namespace pahunch::engine
