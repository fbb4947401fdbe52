/// \file
/// A travel field on a square grid, exact where a limit passes and interpolated where none does.
///
/// The grid is asked coarsely first (every `kCoarse` cells) and finer, down to the cell, only where
/// the corners of a square, or a road through it, lie in different bands of the limits. Roads are
/// looked at every half cell, so a reached road that all corners miss is seen down to the squares
/// of two cells; what is narrower than a cell may fall between the corners.
///
/// Cost: one `TravelField::time_at` for each point asked, in parallel; about the length of the
/// isochrones over the cell. Memory: 5 bytes a cell.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "geo/network/isochrone/travel_field.h"

namespace pahunch {

/// Where the corners of the grid lie in the working CRS.
struct GridFrame {
  Xy origin;
  double cell_m = 0;
  std::uint32_t n_x = 0, n_y = 0;  ///< corners, not cells

  [[nodiscard]] std::size_t n_corners() const { return std::size_t{n_x} * n_y; }
  [[nodiscard]] std::size_t index(std::uint32_t x, std::uint32_t y) const {
    return std::size_t{y} * n_x + x;
  }
  [[nodiscard]] Xy at(double x, double y) const {
    return {origin.x_m + x * cell_m, origin.y_m + y * cell_m};
  }
};

inline constexpr std::uint32_t kCoarse = 8;

struct TimeGrid {
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();
  GridFrame frame;
  std::vector<std::uint32_t> ms;  ///< row by row from the south-west; on the border always kNever
};

struct GridRequest {
  const TravelField& field;
  const Network& network;
  std::span<const Xy> sites;           ///< the open ones, which lie inside the grid
  std::span<const TravelTime> limits;  ///< ascending, at most 31
  double cell_m = 200;
  double reach_m = 5000;  ///< nobody is farther from a reached road or a site
};

/// Empty when nothing is within the largest limit and there is no site.
TimeGrid make_time_grid(const GridRequest& request, Progress& progress);

/// The corners that `make_time_grid` would have, before any is asked: how big a grid a cell gives.
double count_corners(const GridRequest& request);

}  // namespace pahunch
