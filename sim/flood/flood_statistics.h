/// \file
/// What a year of floods is judged by: shares of blocks above 5% and above 20% under water.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/flood/flood_sampler.h"

namespace pahunch {

inline constexpr double kWet_frac = 0.05;      ///< "above 5%", exclusive
inline constexpr double kFlooded_frac = 0.20;  ///< "above 20%", exclusive

enum class FloodStatistic : std::uint8_t {
  kMeanWetShare,      ///< of blocks above 5%, mean over the months
  kMeanFloodedShare,  ///< of blocks above 20%, mean over the months
  kWorstWetShare,     ///< in the worst month
  kWorstFloodedShare,
};
inline constexpr std::array kFloodStatistics{
    FloodStatistic::kMeanWetShare, FloodStatistic::kMeanFloodedShare,
    FloodStatistic::kWorstWetShare, FloodStatistic::kWorstFloodedShare};

std::string_view to_string(FloodStatistic statistic);

/// Share of blocks above a fraction, of those observed.
double get_share_above(FloodMonth month, std::span<const FloodBlock> blocks, double frac);

/// One statistic over the given months. Precondition: at least one month.
double get_statistic(std::span<const FloodMonth> months, std::span<const FloodBlock> blocks,
                     FloodStatistic statistic);

/// Where a value falls among others: share below, those equal counting half.
double find_percentile(std::span<const double> sample, double value);
/// The value below which a share p of the sample lies (nearest rank). Precondition: not empty.
double find_quantile(std::vector<double> sample, double p);
/// Continuous ranked probability score of a sample as forecast (Gneiting and Raftery 2007): mean
/// distance to the value less half of the mean distance between two draws from it; 0 is best, unit
/// of the value.
double score_crps(std::vector<double> sample, double value);
/// The same with two draws that are never the same one, for the law that the sample comes from:
/// does not punish a sample for being small (Ferro 2014).
double score_fair_crps(std::vector<double> sample, double value);

}  // namespace pahunch
