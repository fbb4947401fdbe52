/// \file
/// Figures of a simulation that tables and summaries share.
#pragma once

#include <string_view>
#include <vector>

#include "planner/simulation/simulate_study.h"

namespace pahunch {

/// A value over the parameter draws: its mean, and the 5% and 95% points of the draws.
struct Spread {
  double mean = 0, low = 0, high = 0;
};
Spread spread_of(const std::vector<double>& by_draw);

/// "1,234,567": to the nearest.
std::string women_text(double women);

/// "1,234,567 (900,000 to 1,500,000)".
std::string spread_text(const Spread& spread);

/// Rural women in settlements with a verdict, under one set.
Persons count_women(const Verdicts& verdicts, Verdict verdict, const SettlementLayer& layer);

/// A figure of each draw: the mean over its years.
template <class Pick>
std::vector<double> by_draw(const ExperimentResult& result, std::size_t set, Pick pick) {
  std::vector<double> values;
  for (const DrawSummary& draw : result.draws) values.push_back(pick(draw.sets[set]).mean());
  return values;
}

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

/// Spearman's rank correlation of a parameter's place with the women underserved, over the draws.
double correlate(const SimulationReport& report, std::size_t parameter, std::size_t set);

}  // namespace pahunch
