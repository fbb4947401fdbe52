#include "sim/sensitivity/sobol_design.h"

#include <cassert>

#include "geo/base/error.h"

namespace pahunch {

namespace {

const SobolDesign::Size& check_sobol_size(const SobolDesign::Size& size) {
  if (size.n_rows < 2) {
    throw ConfigError({.what = "a sensitivity design of fewer than 2 rows has no variance",
                       .hint = "ask for a power of two, 256 or more"});
  }
  return size;
}

}  // namespace

SobolDesign::SobolDesign(const Size& size)
    : size_(check_sobol_size(size)),
      base_(make_sobol_points(
          {.n_points = size.n_rows, .n_dimensions = 2 * size.n_inputs, .seed = size.seed})) {}

std::size_t SobolDesign::n_columns() const {
  return size_.n_inputs + (size_.noise == NoiseInput::kAdded ? 1 : 0);
}

DesignPoint SobolDesign::point(std::size_t index) const {
  assert(index < n_points());
  const std::size_t row = index / points_per_row();
  const std::size_t role = index % points_per_row();
  const auto from_b = [role](std::size_t column) { return role == 1 || role == column + 2; };
  DesignPoint point;
  for (std::size_t j = 0; j < size_.n_inputs; ++j) {
    point.inputs.push_back(base_[row][from_b(j) ? size_.n_inputs + j : j]);
  }
  if (size_.noise == NoiseInput::kAdded) {
    point.noise = 2 * row + (from_b(size_.n_inputs) ? 1 : 0);
  }
  return point;
}

}  // namespace pahunch
