/// \file
/// Years of floods: a replicate is a year, drawn as an effect of the year and a path of twelve
/// monthly states.
///
///     const FieldLattice lattice(places);
///     const FloodSampler sampler(blocks, lattice, theta);
///     FloodYear year = sampler.draw(seed, replicate);
///
/// The common effect of the months and the residuals of the blocks are first-order autoregressions
/// from January on, each begun in its stationary law; innovations of the residuals are a field
/// (field_lattice.h) plus a part of the block's own. With Student's copula the residuals of a month
/// share the root of one gamma number and keep their normal law (tail_map.h).
///
/// Streams: (seed, replicate, purpose, lattice point or block id): a block's year depends on
/// nothing but the seed, the replicate, its own place, id and level, and the common parameters.
///
/// Cost: about 1.6 ms a year for 534 blocks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/flood/field_lattice.h"
#include "sim/flood/flood_theta.h"
#include "sim/flood/tail_map.h"

namespace pahunch {

/// Inundated fraction (0-1) by block, of one month.
using FloodMonth = std::span<const double>;

struct FloodYear {
  std::size_t n_blocks = 0;
  std::vector<double> frac;      ///< [month][block]
  double flooded_days_frac = 1;  ///< share of each month that its state lasts; the rest is dry

  [[nodiscard]] FloodMonth month(std::size_t m) const {
    return std::span(frac).subspan(m * n_blocks, n_blocks);
  }
};

/// The places of blocks, for their lattice.
std::vector<Xy> get_places(std::span<const FloodBlock> blocks);

/// Immutable; `draw` may be called from several threads. `lattice` must outlive it and have been
/// made from the places of `blocks`.
class FloodSampler {
 public:
  FloodSampler(std::span<const FloodBlock> blocks, const FieldLattice& lattice, FloodTheta theta);

  [[nodiscard]] FloodYear draw(std::uint64_t seed, std::uint64_t replicate) const;
  [[nodiscard]] const FloodTheta& theta() const { return theta_; }

 private:
  using Months = std::array<double, kMonths>;
  /// What is alike for all blocks of a year.
  struct Common {
    Months level{};    ///< curve, year and rest
    Months stretch{};  ///< of the residuals, by Student's copula
  };

  [[nodiscard]] Common draw_common(std::uint64_t seed, std::uint64_t replicate) const;
  [[nodiscard]] std::vector<Months> draw_noise(std::uint64_t seed, std::uint64_t replicate) const;
  [[nodiscard]] Months draw_own(std::uint64_t seed, std::uint64_t replicate,
                                std::size_t block) const;
  [[nodiscard]] Months make_residual(const std::vector<Months>& noise, const Months& own,
                                     std::size_t block) const;

  const FieldLattice& lattice_;
  FloodTheta theta_;
  std::vector<std::uint64_t> block_keys_;
  std::array<double, kLatticeLevels> amplitude_{};  ///< of each lattice
  double own_amplitude_ = 0;
  std::optional<TailMap> tail_;
};

}  // namespace pahunch
