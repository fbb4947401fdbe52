/// \file
/// The runs from which shares of variance are estimated (Saltelli et al. 2010).
///
/// Two independent samples of the inputs, A and B, and for each input j the sample A with column j
/// from B. Cost: n_rows (n_inputs + 2) runs, n_rows more with noise as an input.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/sensitivity/design_point.h"
#include "sim/sensitivity/unit_points.h"

namespace pahunch {

class SobolDesign {
 public:
  struct Size {
    std::size_t n_rows = 256;  ///< best a power of two
    std::size_t n_inputs = 0;
    NoiseInput noise = NoiseInput::kNone;
    std::uint64_t seed = 0;
  };
  /// Throws ConfigError for fewer than 2 rows, no inputs or more than 1833.
  explicit SobolDesign(const Size& size);

  [[nodiscard]] std::size_t n_rows() const { return size_.n_rows; }
  [[nodiscard]] std::size_t n_inputs() const { return size_.n_inputs; }
  /// Inputs, and the noise where it is one.
  [[nodiscard]] std::size_t n_columns() const;
  [[nodiscard]] std::size_t n_points() const { return n_rows() * points_per_row(); }
  /// Row by row: A, B, then A with column 0, 1, … from B; the noise, where it is an input, is the
  /// last column.
  [[nodiscard]] DesignPoint point(std::size_t index) const;
  [[nodiscard]] std::size_t points_per_row() const { return n_columns() + 2; }

 private:
  Size size_;
  UnitPoints base_;  ///< A and B side by side
};

}  // namespace pahunch
