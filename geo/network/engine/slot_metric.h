/// \file
/// Weights of the slots of an elimination: a customised hierarchy, for one metric or for `kLanes`
/// metrics side by side.
#pragma once

#include <functional>
#include <span>

#include "geo/network/engine/elimination.h"
#include "geo/network/engine/lane_buffer.h"
#include "geo/network/engine/lane_kernels.h"

namespace pahunch::engine {

/// Writes the weights of the arcs named, in their order: one for each metric, side by side
/// (`out[i * n_metrics + metric]`), each at most `kFarMs` (closed). Every arc is asked for once in
/// a customisation, in blocks of some hundred, so that weights may be made up as they are needed.
using FillWeights = std::function<void(std::span<const std::uint32_t> arcs, Ms* out)>;

/// One metric from an array with one weight an arc.
FillWeights take_weights(std::span<const Ms> weight_of_arc);

/// Metrics from an array with their weights side by side for each arc.
FillWeights take_lane_weights(std::span<const Ms> weights_of_arc);

/// Do the two directions of every road always weigh the same?
enum class Symmetry : std::uint8_t { kDirected, kSymmetric };

/// Searches go from the seeds along the arcs, or to the seeds (each node's way to its seed).
enum class Flow : std::uint8_t { kFromSeeds, kToSeeds };

class SlotMetric {
 public:
  /// Reserves memory for the slots; `elimination` must outlive this.
  SlotMetric(const Elimination& elimination, Width width, Symmetry symmetry);

  /// With kSymmetric, `fill` must give parallel and opposite arcs of a pair the same least weight.
  void customise(const FillWeights& fill);

  [[nodiscard]] const Elimination& elimination() const { return elimination_; }
  [[nodiscard]] Width width() const { return width_; }
  /// Weights towards higher ranks and towards lower ones, as a search in that direction sees them.
  [[nodiscard]] const Ms* upward(Flow flow) const {
    return flow == Flow::kFromSeeds ? up_.data() : get_down();
  }
  [[nodiscard]] const Ms* downward(Flow flow) const {
    return flow == Flow::kFromSeeds ? get_down() : up_.data();
  }

 private:
  [[nodiscard]] const Ms* get_down() const {
    return symmetry_ == Symmetry::kSymmetric ? up_.data() : down_.data();
  }

  const Elimination& elimination_;
  Width width_;
  Symmetry symmetry_;
  LaneBuffer up_, down_;
  std::vector<std::uint32_t> place_of_;  // scratch of customisation
};

}  // namespace pahunch::engine
