/// \file
/// One parameter draw of the flood model: plain numbers that a year is drawn from.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/flood/flood_fit.h"

namespace pahunch {

struct FloodTheta {
  std::vector<double> block_level;            ///< by block
  std::array<double, kMonths> month_level{};  ///< January first
  std::array<bool, kMonths> dry{};            ///< months that are taken to have no flood at all
  double year_sd = 0;
  double month_sd = 0;
  double month_persistence = 0;
  double residual_sd = 0;
  double shared_frac = 1;
  double range_km = 40;
  double residual_persistence = 0;
  double flooded_days_frac = 1;  ///< share of a month that its state lasts; the rest is dry
  FloodCopula copula = FloodCopula::kGaussian;
  double tail_dof = 5;
};

/// `places`: one for each of `list_flood_parameters`, 0 to 1. The surface and the curve are at
/// their estimates.
FloodTheta make_flood_theta(const FloodFit& fit, std::span<const double> places);

/// Draw number `draw` of the outer level: uniform places, and errors of the surface by block and of
/// the curve by month, each from a stream of its own.
FloodTheta draw_flood_theta(const FloodFit& fit, std::uint64_t seed, std::uint64_t draw);
/// Adds those errors to a draw that was made from given places.
void add_fit_errors(const FloodFit& fit, std::uint64_t seed, std::uint64_t draw, FloodTheta& theta);

}  // namespace pahunch
