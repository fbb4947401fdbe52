#include "planner/simulation/block_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planner/summary/run_summary.h"
#include "sim/flood/flood_statistics.h"

namespace pahunch {
namespace {

void count_worst(const DrawSummary& draw, std::size_t set, double share,
                 IdxVector<AreaIdx, BlockFigures>& figures) {
  std::vector<AreaIdx> order;
  for (const AreaIdx at : indices(figures)) order.push_back(at);
  std::ranges::stable_sort(order, std::greater{},
                           [&](AreaIdx at) { return draw.sets[set].blocks[at].not_served.mean(); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    BlockFigures& block = figures[order[i]];
    if (i < 10) block.p_worst_10 += share;
    if (i < 20) block.p_worst_20 += share;
    if (i < 50) block.p_worst_50 += share;
  }
}

}  // namespace

Spread spread_of(const std::vector<double>& by_draw) {
  const double sum = std::accumulate(by_draw.begin(), by_draw.end(), 0.0);
  return {sum / static_cast<double>(by_draw.size()), find_quantile(by_draw, 0.05),
          find_quantile(by_draw, 0.95)};
}

std::string women_text(double women) {
  return std::isfinite(women) ? count_text(std::llround(women)) : "not known";
}

std::string spread_text(const Spread& spread) {
  return fmt::format("{} ({} to {})", women_text(spread.mean), women_text(spread.low),
                     women_text(spread.high));
}

IdxVector<AreaIdx, BlockFigures> find_block_figures(const ExperimentResult& result,
                                                    std::size_t set) {
  const std::size_t n_blocks = result.draws.front().sets[set].blocks.size();
  IdxVector<AreaIdx, BlockFigures> figures(n_blocks);
  const double n_years = static_cast<double>(result.size.n_years());
  for (const AreaIdx at : indices(figures)) {
    std::vector<double> not_served;
    for (const DrawSummary& draw : result.draws) {
      const BlockMoments& block = draw.sets[set].blocks[at];
      not_served.push_back(block.not_served.mean());
      for (std::size_t i = 0; i < kNStandings; ++i) {
        figures[at].women[i] += block.women[i] / n_years;
      }
    }
    figures[at].not_served = spread_of(not_served);
  }
  const double share = 1.0 / static_cast<double>(result.draws.size());
  for (const DrawSummary& draw : result.draws) count_worst(draw, set, share, figures);
  return figures;
}

std::string_view find_hold(const BlockFigures& block) {
  constexpr std::array<std::string_view, kNStandings> kHolds = {"", "capacity", "distance",
                                                                "floods", "no road"};
  const auto first = block.women.begin() + 1;
  const auto most = std::max_element(first, block.women.end());
  return *most < 0.5 ? "" : kHolds[static_cast<std::size_t>(most - block.women.begin())];
}

}  // namespace pahunch
