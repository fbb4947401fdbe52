/// \file
/// The function of Ishigami and Homma (1990), whose shares of variance are known.
#pragma once

#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "sim/random/normal.h"
#include "sim/sensitivity/design_point.h"

namespace pahunch::test {

constexpr double kPi4 = std::numbers::pi * std::numbers::pi * std::numbers::pi * std::numbers::pi;

/// Of inputs uniform from -π to π.
inline double ishigami(std::span<const double> unit) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * unit[i] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
         0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

struct IshigamiTruth {
  double variance = 49.0 / 8 + 0.1 * kPi4 / 5 + 0.01 * kPi4 * kPi4 / 18 + 0.5;
  std::vector<double> first_order = {0.5 * (1 + 0.1 * kPi4 / 5) * (1 + 0.1 * kPi4 / 5) / variance,
                                     49.0 / 8 / variance, 0};
  double interaction = 0.01 * kPi4 * kPi4 * 8 / 225 / variance;  ///< of the first and third
  std::vector<double> total = {first_order[0] + interaction, first_order[1], interaction};
};

/// The same with the mean noise of `n_replicates` replicates of deviation 3.
inline double noisy_ishigami(const DesignPoint& point, int n_replicates) {
  double noise = 0;
  for (int r = 0; r < n_replicates; ++r) {
    RandomStream random({.seed = 5,
                         .replicate = point.noise,
                         .entity = entity_key(0, static_cast<std::uint64_t>(r))});
    noise += 3 * draw_standard_normal(random) / n_replicates;
  }
  return ishigami(point.inputs) + noise;
}

/// Outputs of all points of a design.
template <class Design, class Model>
std::vector<double> run_all(const Design& design, const Model& model) {
  std::vector<double> outputs;
  for (std::size_t i = 0; i < design.n_points(); ++i) outputs.push_back(model(design.point(i)));
  return outputs;
}

}  // namespace pahunch::test
