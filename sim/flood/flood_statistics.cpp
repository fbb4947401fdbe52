#include "sim/flood/flood_statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pahunch {
namespace {

/// Mean distances: to the value, and between two draws with return.
struct ScoreParts {
  double distance = 0;
  double within = 0;
};

ScoreParts split_score(std::vector<double> sample, double value) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  ScoreParts parts;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    parts.distance += std::abs(sample[i] - value) / n;
    parts.within += 2 * sample[i] * (2 * static_cast<double>(i) - n + 1) / (n * n);
  }
  return parts;
}

}  // namespace

std::string_view to_string(FloodStatistic statistic) {
  switch (statistic) {
    case FloodStatistic::kMeanWetShare:
      return "share >5%, mean";
    case FloodStatistic::kMeanFloodedShare:
      return "share >20%, mean";
    case FloodStatistic::kWorstWetShare:
      return "share >5%, worst month";
    case FloodStatistic::kWorstFloodedShare:
      return "share >20%, worst month";
  }
  return "";
}

double get_share_above(FloodMonth month, std::span<const FloodBlock> blocks, double frac) {
  double above = 0, n = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!blocks[b].observed) continue;
    n += 1;
    if (month[b] > frac) above += 1;
  }
  return n > 0 ? above / n : 0;
}

double get_statistic(std::span<const FloodMonth> months, std::span<const FloodBlock> blocks,
                     FloodStatistic statistic) {
  assert(!months.empty());
  const bool wet =
      statistic == FloodStatistic::kMeanWetShare || statistic == FloodStatistic::kWorstWetShare;
  const bool worst = statistic == FloodStatistic::kWorstWetShare ||
                     statistic == FloodStatistic::kWorstFloodedShare;
  double sum = 0, most = 0;
  for (const FloodMonth month : months) {
    const double share = get_share_above(month, blocks, wet ? kWet_frac : kFlooded_frac);
    sum += share;
    most = std::max(most, share);
  }
  return worst ? most : sum / static_cast<double>(months.size());
}

double find_percentile(std::span<const double> sample, double value) {
  constexpr double kHalf = 0.5;
  double below = 0;
  for (const double x : sample) below += x < value ? 1 : (x == value ? kHalf : 0);
  return sample.empty() ? kHalf : below / static_cast<double>(sample.size());
}

double find_quantile(std::vector<double> sample, double p) {
  assert(!sample.empty());
  std::sort(sample.begin(), sample.end());
  const double rank = std::ceil(p * static_cast<double>(sample.size())) - 1;
  const double last = static_cast<double>(sample.size() - 1);
  return sample[static_cast<std::size_t>(std::clamp(rank, 0.0, last))];
}

double score_crps(std::vector<double> sample, double value) {
  const auto parts = split_score(std::move(sample), value);
  return parts.distance - parts.within / 2;
}

double score_fair_crps(std::vector<double> sample, double value) {
  const auto n = static_cast<double>(sample.size());
  const auto parts = split_score(std::move(sample), value);
  return n > 1 ? parts.distance - parts.within / 2 * n / (n - 1) : parts.distance;
}

}  // namespace pahunch
