/// \file
/// Screening of many inputs with few runs: elementary effects (Morris 1991; Campolongo, Cariboni
/// and Saltelli 2007).
///
/// A trajectory starts at random and moves one input after another by half of its range, in random
/// order; the change of the output is that input's effect there. Inputs stand on four levels, the
/// middles of the quarters, so that priors without bounds will do. Cost: n_trajectories
/// (n_inputs + 1) runs, n_trajectories more with the noise as an input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/sensitivity/design_point.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

class MorrisDesign {
 public:
  struct Size {
    std::size_t n_trajectories = 20;
    std::size_t n_inputs = 0;
    NoiseInput noise = NoiseInput::kNone;
    std::uint64_t seed = 0;
  };
  /// Throws ConfigError for fewer than 2 trajectories or no inputs.
  explicit MorrisDesign(const Size& size);

  [[nodiscard]] std::size_t n_trajectories() const { return size_.n_trajectories; }
  [[nodiscard]] std::size_t n_inputs() const { return size_.n_inputs; }
  [[nodiscard]] bool has_noise() const { return size_.noise == NoiseInput::kAdded; }
  [[nodiscard]] std::size_t n_points() const { return points_.size(); }
  /// Trajectory by trajectory: the start, one point after each move, and where the noise is an
  /// input the last point once more on other replicates. A trajectory keeps its replicates.
  [[nodiscard]] const DesignPoint& point(std::size_t index) const { return points_[index]; }
  [[nodiscard]] std::size_t points_per_trajectory() const {
    return size_.n_inputs + (has_noise() ? 2 : 1);
  }
  struct Move {
    std::size_t input = 0;
    double sign = 1;  ///< 1 upwards, -1 downwards
  };
  [[nodiscard]] const Move& move(std::size_t trajectory, std::size_t step) const {
    return moves_[trajectory * size_.n_inputs + step];
  }

 private:
  void add_trajectory(std::uint64_t trajectory);

  Size size_;
  std::vector<DesignPoint> points_;
  std::vector<Move> moves_;
};

/// Changes of the output, in its unit, when the input rises by half of its range. Intervals are
/// Student's over trajectories.
struct ElementaryEffect {
  Estimate mean;           ///< with its sign: near 0 also where ups and downs cancel
  Estimate mean_absolute;  ///< what inputs are ranked by
  double deviation = 0;    ///< large against the mean: curved, or dependent on other inputs
};

struct MorrisEffects {
  std::vector<ElementaryEffect> inputs;
  std::optional<ElementaryEffect>
      noise;  ///< of other replicates: what is no more than this is none
};

/// `outputs`: one a point of the design, in its order.
MorrisEffects estimate_morris_effects(const MorrisDesign& design, std::span<const double> outputs,
                                      double level = kUsualLevel);

}  // namespace pahunch
