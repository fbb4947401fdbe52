/// \file
/// The tail of a set of losses, one a draw: what the worst draws lose on the mean (CVaR).
///
/// At level a, the worst share 1 - a of the draws is the tail. A loss is weight that is not
/// covered, so larger is worse, and CVaR is the mean loss of the tail: above 0, never below the
/// mean loss. The tail is a whole number of draws, the share rounded down: at least as far out as
/// asked. Where the share is whole it is the CVaR of Rockafellar and Uryasev (2000) exactly.
///
/// This is the tail of the model: of the draws that the hazard model makes, not of what may happen.
#pragma once

#include <cstdint>
#include <vector>

namespace pahunch {

/// Fewer draws in the tail say nothing of it.
constexpr std::size_t kLeastTailDraws = 50;

/// Draws in the tail. Throws UsageError for a level not within 0 .. 1, and where the tail holds
/// fewer than kLeastTailDraws: it says how many draws are needed.
std::size_t count_tail(std::size_t n_draws, double level);

/// VaR: the least loss that no more than the tail's share of the draws exceeds.
std::int64_t value_at_risk(std::vector<std::int64_t> losses, std::size_t n_tail);

struct TailEstimate {
  std::size_t n_draws = 0, n_tail = 0;
  double cvar = 0;
  double low = 0, high = 0;  ///< two-sided, percentile bootstrap over the draws
  double interval_level = 0;
};

struct ResampleOptions {
  double interval_level = 0.95;
  std::size_t n_resamples = 1000;
  std::uint64_t seed = 1;
};

/// CVaR of draws that the choice was not made on, with an interval by the percentile bootstrap
/// (Efron, Tibshirani 1993): the draws are drawn again with replacement, as many as there are.
/// It is of chance alone and a little short for small tails. Complexity: resamples x draws.
TailEstimate estimate_tail(const std::vector<std::int64_t>& losses, double level,
                           const ResampleOptions& options);

/// How much larger the CVaR of `more` is than that of `less`, two choices on the same draws: both
/// are reckoned on the same resamples. `cvar` is the difference.
TailEstimate estimate_tail_difference(const std::vector<std::int64_t>& more,
                                      const std::vector<std::int64_t>& less, double level,
                                      const ResampleOptions& options);

}  // namespace pahunch
