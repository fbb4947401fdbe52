/// \file
/// A random field in the plane whose value at a place depends on that place and nothing else that
/// is asked: adding, moving or dropping another place changes no bit of it.
///
/// White noise lives on square lattices that are fixed in the working CRS, with spacings of 12 km
/// and twice, four, eight and sixteen times that; each lattice point has a number stream of its
/// own, keyed by its coordinates. The field is a sum of moving averages of them with the kernel (1
/// - (r / 2 h)^2)^2, each scaled to variance 1 at every place (process convolution; Higdon 1998).
/// Shares of the lattices, and of noise that is a place's own, are chosen so that correlation falls
/// as exp(-distance / range): from 8 km on within 0.06 for ranges of 20 to 130 km (tested). Places
/// that are nearer to each other are less alike than that. Ranges differ only in the shares, so
/// that the same noise serves all of them.
///
/// Building O(places); a field costs about 65 multiplications a place and month.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

inline constexpr std::size_t kLatticeLevels = 5;
inline constexpr double kFinestLattice_km = 12;

/// Shares of the variance.
struct LatticeShares {
  std::array<double, kLatticeLevels> of_level{};  ///< finest lattice first
  double own = 0;  ///< what is missing to 1: noise that a place has for itself
};

/// Those that follow exp(-distance / range) best. Precondition: range above 0.
LatticeShares find_lattice_shares(double range_km);

/// The correlation of two places so far apart (averaged over where they lie on the lattices).
double get_lattice_correlation(const LatticeShares& shares, double distance_km);

/// The lattice points that some places need, and with which weights. Immutable.
class FieldLattice {
 public:
  explicit FieldLattice(std::span<const Xy> places);

  struct Node {
    std::uint64_t key;  ///< of its number stream
    std::uint32_t level;
  };
  /// A place's share of one node's noise; squares add up to 1 for each place and level.
  struct Weight {
    std::uint32_t node;
    float of_noise;
  };

  [[nodiscard]] std::size_t n_places() const { return first_.size() - 1; }
  [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }
  [[nodiscard]] std::span<const Weight> weights(std::size_t place) const {
    return std::span(weights_).subspan(first_[place], first_[place + 1] - first_[place]);
  }

 private:
  class Builder;
  std::vector<Node> nodes_;
  std::vector<Weight> weights_;
  std::vector<std::uint32_t> first_{0};  ///< of each place's weights, and the end
};

}  // namespace pahunch
