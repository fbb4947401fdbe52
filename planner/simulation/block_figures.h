/// \file
/// Figures over the parameter draws, of a set and of its blocks.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sim/monte_carlo/experiment.h"

namespace pahunch {

/// A value over the parameter draws: its mean, and the 5% and 95% points of the draws.
struct Spread {
  double mean = 0, low = 0, high = 0;
};
Spread spread_of(const std::vector<double>& by_draw);

/// "1,234,567": to the nearest; "not known" for what has no end, as an interval from one year.
std::string women_text(double women);

/// "1,234,567 (900,000 to 1,500,000)".
std::string spread_text(const Spread& spread);

/// One block under one set.
struct BlockFigures {
  Spread not_served;                        ///< rural women, on average over a year
  std::array<double, kNStandings> women{};  ///< rural, by class, over all draws and years
  double p_worst_10 = 0, p_worst_20 = 0, p_worst_50 = 0;  ///< share of draws among the worst
};
/// By block. Blocks are ranked by rural women not served; ties by number.
IdxVector<AreaIdx, BlockFigures> find_block_figures(const ExperimentResult& result,
                                                    std::size_t set);

/// The class beside `kServed` that most of the block's rural women are in: what holds it back.
/// "distance", "floods", "capacity", "no road", or "" where nobody is held back.
std::string_view find_hold(const BlockFigures& block);

}  // namespace pahunch
