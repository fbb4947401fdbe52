/// \file
/// The last year's registered total foretold from the prior and the years before it.
///
/// The yearly rate is log-normal about a level of which nothing is believed beforehand; its spread
/// from year to year is even in the logarithm over a prior range, weighted by how well it explains
/// the years before. The count is Poisson about rate x months / 12: ten months are not twelve.
/// The years before enter by the logarithm of their rates, whose chance error is taken as normal
/// with variance 1 / count (Laplace). That moves the forecast by some 0.1% at 1 000 cases a year
/// and 0.01% at 10 000, a small part of its width. All else is summed exactly to 1e-6.
///
/// Two rivals that believe in no level: Poisson about the rate of the year before, and the same
/// with the spread from year to year about it.
///
/// Cost: some milliseconds for counts of ten thousand; grows with the root of the count.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "geo/model/dataset.h"
#include "geo/model/profile.h"

namespace pahunch {

/// Standard deviation of the logarithm of a year's rate.
struct YearSpread {
  double low = 0.05;
  double high = 0.5;
};

/// From the extra variance of a district's year: at the low end districts move each by itself, at
/// the high end all as one. A variance below 1e-4 is taken as that. Precondition: n_districts >= 1.
YearSpread spread_of_years(const SourcedValue& district_variance, std::size_t n_districts);

struct YearForecast {
  std::string year;  ///< of the case foretold
  int months = 12;
  double observed = 0;
  double low = 0, median = 0, high = 0;  ///< 5%, 50% and 95% points of the predicted count
  double percentile = 0;                 ///< of the observed count, equal ones counting half
  /// The percentile if the same count had come in twelve months: what forgetting the months does.
  double percentile_as_full_year = 0;
  double spread = 0;                  ///< from year to year, mean after the years before
  double log_score = 0;               ///< log of the chance of the observed count; more is better
  double log_score_same_as_last = 0;  ///< Poisson about the rate of the year before
  double log_score_last_with_spread = 0;  ///< the same with the spread about it

  [[nodiscard]] double width() const { return high - low; }
};

/// Why the last year cannot be foretold, as a clause ("the table holds fewer than three years");
/// none where it can.
std::optional<std::string> find_forecast_obstacle(std::span<const CaseYear> years);

/// Preconditions: there is no obstacle; 0 < spread.low <= spread.high.
YearForecast predict_last_year(std::span<const CaseYear> years, const YearSpread& spread);

}  // namespace pahunch
