/// \file
/// The flood model judged by years that it has not seen, against the baseline of drawing whole
/// observed years again.
///
/// For each year of the table the model is fitted to the other years; years are then drawn with the
/// model's own uncertainty (parameters drawn anew) and the left-out year is placed among them. It
/// is compared over its own months that some other year shows too; the baseline's years over what
/// they show of these. Four years give this test little power: it can refute, not prove.
#pragma once

#include <string>
#include <vector>

#include "sim/flood/flood_statistics.h"

namespace pahunch {

struct FloodTrials {
  std::uint64_t seed = 1;
  std::size_t n_draws = 200;  ///< of the parameters
  std::size_t n_years = 5;    ///< for each of them
};

/// How one way of drawing years did on one statistic of one year.
struct ForecastScore {
  double percentile = 0;                 ///< of the year among the drawn ones, 0 to 1
  double crps = 0, fair_crps = 0;        ///< see flood_statistics.h
  double low = 0, median = 0, high = 0;  ///< 5%, 50%, 95% of the drawn ones
};

struct LeftOutRow {
  int year = 0;
  FloodStatistic statistic = FloodStatistic::kMeanWetShare;
  double observed = 0;
  ForecastScore model, resampled;
};

/// Precondition: at least two years. Runs on all cores; the same rows on any number of them.
std::vector<LeftOutRow> leave_one_year_out(const FloodTable& table, const FloodPrior& prior,
                                           const FloodTrials& trials);

/// The rows as a table in Markdown, with the mean score of each way at the end.
std::string format_left_out(const std::vector<LeftOutRow>& rows);

/// A month that was observed, among the same months of drawn years.
struct MonthRank {
  YearMonth month;
  double wet_share = 0, flooded_share = 0;  ///< observed, above 5% and above 20%
  double p_wet = 0, p_flooded = 0;          ///< share of drawn months with at least as much
};

/// Precondition: the table shows the month.
MonthRank rank_month(const FloodTable& table, const FloodFit& fit, YearMonth month,
                     const FloodTrials& trials);

}  // namespace pahunch
