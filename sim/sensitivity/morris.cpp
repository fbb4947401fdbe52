#include "sim/sensitivity/morris.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

#include "geo/base/error.h"
#include "sim/random/random_stream.h"
#include "sim/statistics/mean_interval.h"
#include "sim/statistics/running_moments.h"

namespace pahunch {

namespace {

/// The middle of a quarter of the range; two quarters on is half a range.
double to_level(std::uint64_t quarter) { return (static_cast<double>(quarter) + 0.5) / 4; }

const MorrisDesign::Size& check_morris_size(const MorrisDesign::Size& size) {
  if (size.n_trajectories >= 2 && size.n_inputs >= 1) return size;
  throw ConfigError({.what = fmt::format("{} trajectories of {} inputs cannot be laid out",
                                         size.n_trajectories, size.n_inputs),
                     .hint = "ask for at least 2 trajectories (10 to 50 are usual) and 1 input"});
}

std::vector<std::size_t> draw_order(std::size_t n, RandomStream& random) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t left = n; left > 1; --left) {
    std::swap(order[left - 1], order[random.uniform_index(left)]);
  }
  return order;
}

struct EffectMoments {
  RunningMoments with_sign;
  RunningMoments absolute;

  void add(double change) {
    with_sign.add(change);
    absolute.add(std::fabs(change));
  }
  [[nodiscard]] ElementaryEffect estimate(double level) const {
    return {.mean = estimate_mean(with_sign, level),
            .mean_absolute = estimate_mean(absolute, level),
            .deviation = std::sqrt(with_sign.variance())};
  }
};

}  // namespace

MorrisDesign::MorrisDesign(const Size& size) : size_(check_morris_size(size)) {
  for (std::uint64_t t = 0; t < size_.n_trajectories; ++t) add_trajectory(t);
}

void MorrisDesign::add_trajectory(std::uint64_t trajectory) {
  RandomStream random(
      {.seed = size_.seed, .purpose = Purpose::kDesign, .entity = entity_key(0, trajectory)});
  DesignPoint at;
  at.noise = has_noise() ? 2 * trajectory : 0;
  for (std::size_t j = 0; j < size_.n_inputs; ++j) {
    at.inputs.push_back(to_level(random.uniform_index(4)));
  }
  points_.push_back(at);
  for (const std::size_t input : draw_order(size_.n_inputs, random)) {
    const double sign = at.inputs[input] < 0.5 ? 1 : -1;  // the only way that stays inside
    at.inputs[input] += sign / 2;
    points_.push_back(at);
    moves_.push_back({.input = input, .sign = sign});
  }
  if (!has_noise()) return;
  ++at.noise;
  points_.push_back(at);
}

MorrisEffects estimate_morris_effects(const MorrisDesign& design, std::span<const double> outputs,
                                      double level) {
  assert(outputs.size() == design.n_points());
  std::vector<EffectMoments> moments(design.n_inputs());
  EffectMoments noise;
  for (std::size_t t = 0; t < design.n_trajectories(); ++t) {
    const auto along =
        outputs.subspan(t * design.points_per_trajectory(), design.points_per_trajectory());
    for (std::size_t step = 0; step < design.n_inputs(); ++step) {
      const MorrisDesign::Move& move = design.move(t, step);
      moments[move.input].add(move.sign * (along[step + 1] - along[step]));
    }
    if (design.has_noise()) noise.add(along.back() - along[design.n_inputs()]);
  }
  MorrisEffects effects;
  for (const EffectMoments& input : moments) effects.inputs.push_back(input.estimate(level));
  if (design.has_noise()) effects.noise = noise.estimate(level);
  return effects;
}

}  // namespace pahunch
