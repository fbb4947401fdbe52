#include "sim/flood/flood_sampler.h"

#include <cassert>
#include <cmath>

#include "sim/random/gamma.h"
#include "sim/random/normal.h"

namespace pahunch {
namespace {

/// Twelve standard normal numbers of one stream.
template <class Months>
void fill_months(const StreamKey& key, double amplitude, Months& out) {
  RandomStream random(key);
  for (double& value : out) value = amplitude * draw_standard_normal(random);
}

/// Turns innovations into a stationary path with variance 1.
template <class Months>
void follow_months(double persistence, Months& path) {
  const double fresh = std::sqrt(1 - persistence * persistence);
  for (std::size_t m = 1; m < kMonths; ++m) {
    path[m] = persistence * path[m - 1] + fresh * path[m];
  }
}

}  // namespace

std::vector<Xy> get_places(std::span<const FloodBlock> blocks) {
  std::vector<Xy> places;
  for (const FloodBlock& block : blocks) places.push_back(block.at);
  return places;
}

FloodSampler::FloodSampler(std::span<const FloodBlock> blocks, const FieldLattice& lattice,
                           FloodTheta theta)
    : lattice_(lattice), theta_(std::move(theta)) {
  assert(lattice.n_places() == blocks.size() && theta_.block_level.size() == blocks.size());
  for (const FloodBlock& block : blocks) block_keys_.push_back(entity_key(block.id));
  const LatticeShares shares = find_lattice_shares(theta_.range_km);
  for (std::size_t level = 0; level < kLatticeLevels; ++level) {
    amplitude_[level] = std::sqrt(theta_.shared_frac * shares.of_level[level]);
  }
  own_amplitude_ = std::sqrt(1 - theta_.shared_frac * (1 - shares.own));
  if (theta_.copula == FloodCopula::kStudent) tail_.emplace(theta_.tail_dof);
}

FloodSampler::Common FloodSampler::draw_common(std::uint64_t seed, std::uint64_t replicate) const {
  RandomStream year({.seed = seed, .replicate = replicate, .purpose = Purpose::kFloodYear});
  const double year_effect = theta_.year_sd * draw_standard_normal(year);
  Common common;
  fill_months({.seed = seed, .replicate = replicate, .purpose = Purpose::kFloodMonth}, 1,
              common.level);
  follow_months(theta_.month_persistence, common.level);
  const GammaDistribution gamma(theta_.tail_dof / 2, 2 / theta_.tail_dof);
  for (std::size_t m = 0; m < kMonths; ++m) {
    common.level[m] = theta_.month_level[m] + year_effect + theta_.month_sd * common.level[m];
    common.stretch[m] = 1;
    if (!tail_) continue;
    RandomStream random({.seed = seed,
                         .replicate = replicate,
                         .purpose = Purpose::kFloodMonth,
                         .entity = entity_key(entity_key("flood tail"), m)});
    common.stretch[m] = 1 / std::sqrt(gamma(random));
  }
  return common;
}

std::vector<FloodSampler::Months> FloodSampler::draw_noise(std::uint64_t seed,
                                                           std::uint64_t replicate) const {
  const auto nodes = lattice_.nodes();
  std::vector<Months> noise(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double amplitude = amplitude_[nodes[i].level];
    if (amplitude == 0) continue;
    fill_months({.seed = seed,
                 .replicate = replicate,
                 .purpose = Purpose::kFloodResidual,
                 .entity = nodes[i].key},
                amplitude, noise[i]);
  }
  return noise;
}

FloodSampler::Months FloodSampler::draw_own(std::uint64_t seed, std::uint64_t replicate,
                                            std::size_t block) const {
  Months own{};
  if (own_amplitude_ == 0) return own;
  fill_months({.seed = seed,
               .replicate = replicate,
               .purpose = Purpose::kFloodResidual,
               .entity = block_keys_[block]},
              own_amplitude_, own);
  return own;
}

FloodSampler::Months FloodSampler::make_residual(const std::vector<Months>& noise,
                                                 const Months& own, std::size_t block) const {
  Months residual = own;
  for (const FieldLattice::Weight& weight : lattice_.weights(block)) {
    const Months& at = noise[weight.node];
    const double share = weight.of_noise;
    for (std::size_t m = 0; m < kMonths; ++m) residual[m] += share * at[m];
  }
  follow_months(theta_.residual_persistence, residual);
  return residual;
}

FloodYear FloodSampler::draw(std::uint64_t seed, std::uint64_t replicate) const {
  const Common common = draw_common(seed, replicate);
  const std::vector<Months> noise = draw_noise(seed, replicate);
  FloodYear year{block_keys_.size(), std::vector<double>(kMonths * block_keys_.size(), 0),
                 theta_.flooded_days_frac};
  for (std::size_t b = 0; b < year.n_blocks; ++b) {
    const Months residual = make_residual(noise, draw_own(seed, replicate, b), b);
    for (std::size_t m = 0; m < kMonths; ++m) {
      if (theta_.dry[m]) continue;
      const double r = tail_ ? (*tail_)(residual[m] * common.stretch[m]) : residual[m];
      const double level = theta_.block_level[b] + common.level[m] + theta_.residual_sd * r;
      year.frac[m * year.n_blocks + b] = level_to_frac(level);
    }
  }
  return year;
}

}  // namespace pahunch
