/// \file
/// The inner level: replicate years under one parameter draw.
///
/// A year: floods and roads of twelve months (each distinct state routed once for all sets of
/// centres), the need of each settlement and who reports it, the centres' work, and where everybody
/// stands. A pure function of world, theta and the numbers of the replicates.
#pragma once

#include <cstdint>
#include <functional>

#include "sim/monte_carlo/draw_result.h"
#include "sim/monte_carlo/theta.h"

namespace pahunch {

/// Numbers of the replicates, [first, first + n).
struct Replicates {
  std::uint64_t first = 0;
  std::uint64_t n = 0;
};

/// `on_year` is told after each year; what it throws ends the work.
DrawResult simulate_draw(const World& world, const Theta& theta, const Replicates& replicates,
                         const std::function<void()>& on_year);

}  // namespace pahunch
