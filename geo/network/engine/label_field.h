/// \file
/// Distances and labels of all ranks of an elimination: the scratch state and the answer of one
/// search. Reusable: a new search starts in time proportional to what its seeds touch.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/network/engine/elimination.h"
#include "geo/network/engine/lane_buffer.h"
#include "geo/network/engine/lane_kernels.h"
#include "geo/network/engine/seeds.h"

namespace pahunch::engine {

/// Does a search tell which seed is nearest, or only how far it is?
enum class Answer : std::uint8_t { kDistance, kDistanceAndLabel };

class LabelField {
 public:
  /// `elimination` must outlive this.
  LabelField(const Elimination& elimination, Width width, Answer answer);

  /// Forgets the last search; sets the seeds and, to far, all that lies above them.
  void start(const SeedTable& seeds);

  /// Sets to far what is not touched of the core.
  void start_core();

  /// Eliminated ranks at the seeds and above them, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& touched_low() const { return touched_low_; }
  /// Core ranks that an upward sweep from the seeds can reach.
  [[nodiscard]] const std::vector<std::uint32_t>& touched_core() const { return touched_core_; }
  [[nodiscard]] const std::uint8_t* started() const { return started_.data(); }
  [[nodiscard]] Labels labels() { return {distance_.data(), label_.data()}; }

  [[nodiscard]] Ms distance(std::uint32_t node, std::size_t lane) const {
    return distance_.data()[elimination_.rank_of[node] * n_lanes_ + lane];
  }
  /// Of all lanes, side by side.
  [[nodiscard]] const Ms* distances(std::uint32_t node) const {
    return distance_.data() + elimination_.rank_of[node] * n_lanes_;
  }
  /// The same; meaningless where the distance is far. Precondition: labels are kept.
  [[nodiscard]] const std::uint32_t* labels(std::uint32_t node) const {
    return label_.data() + elimination_.rank_of[node] * n_lanes_;
  }
  /// None where the node is not reached. Precondition: labels are kept.
  [[nodiscard]] std::optional<std::uint32_t> find_label(std::uint32_t node,
                                                        std::size_t lane) const {
    const auto at = elimination_.rank_of[node] * n_lanes_ + lane;
    if (distance_.data()[at] >= kFarMs) return std::nullopt;
    return label_.data()[at];
  }

 private:
  void touch(std::uint32_t rank);
  void set_far(std::uint32_t rank);
  void touch_chain(std::uint32_t rank);

  const Elimination& elimination_;
  std::size_t n_lanes_;
  LaneBuffer distance_, label_;
  std::vector<std::uint8_t> started_;
  std::vector<std::uint32_t> touched_low_, touched_core_;
};

}  // namespace pahunch::engine
