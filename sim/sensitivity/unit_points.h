/// \file
/// Points that fill the unit cube evenly, to be mapped to parameters by the quantiles of their
/// priors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pahunch {

/// Rows of coordinates, each strictly between 0 and 1.
class UnitPoints {
 public:
  UnitPoints(std::size_t n_points, std::size_t n_dimensions)
      : n_dimensions_(n_dimensions), values_(n_points * n_dimensions) {}

  [[nodiscard]] std::size_t size() const { return values_.size() / n_dimensions_; }
  [[nodiscard]] std::size_t n_dimensions() const { return n_dimensions_; }
  [[nodiscard]] std::span<const double> operator[](std::size_t point) const {
    return std::span(values_).subspan(point * n_dimensions_, n_dimensions_);
  }
  double& at(std::size_t point, std::size_t dimension) {
    return values_[point * n_dimensions_ + dimension];
  }

 private:
  std::size_t n_dimensions_;
  std::vector<double> values_;
};

struct PointRequest {
  std::size_t n_points = 0;      ///< at least 1
  std::size_t n_dimensions = 0;  ///< at least 1; at most 3667 for Sobol' points
  std::uint64_t seed = 0;
};

/// Sobol' sequence (1967) with the direction numbers of Joe and Kuo (2008, by Boost.Random), each
/// dimension shifted by a random number (digital shift): every point is uniform, and powers of two
/// of them fill the cube most evenly. Error of a smooth mean falls nearly as 1 / n. Throws
/// ConfigError where the request is out of range.
UnitPoints make_sobol_points(const PointRequest& request);

/// Latin hypercube (McKay, Beckman and Conover 1979): of n equal layers of each dimension, each has
/// one point; for any n. Throws ConfigError where the request is out of range.
UnitPoints make_latin_hypercube(const PointRequest& request);

}  // namespace pahunch
