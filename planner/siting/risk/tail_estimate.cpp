#include "planner/siting/risk/tail_estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "geo/base/error.h"
#include "planner/siting/risk/draw_model.h"

namespace pahunch {
namespace {

/// 0.05 of 1000 is 50, although 1 - 0.95 is no exact double.
constexpr double kShareSlack = 1e-9;

/// SplitMix64 (Steele, Lea, Flood 2014): the number at a position of a stream.
std::uint64_t split_mix(std::uint64_t seed, std::uint64_t position) {
  std::uint64_t z = seed * 0xd1342543de82ef95 + (position + 1) * 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
  return z ^ (z >> 31U);
}

double mean_of_tail(std::vector<std::int64_t> losses, std::size_t n_tail) {
  return static_cast<double>(sum_largest(losses, n_tail)) / static_cast<double>(n_tail);
}

/// The figure of each resample, by size. `figure` takes the numbers of the draws.
template <class Figure>
std::vector<double> resample(std::size_t n, const ResampleOptions& options, const Figure& figure) {
  std::vector<double> figures;
  std::vector<std::size_t> drawn(n);
  for (std::size_t round = 0; round < options.n_resamples; ++round) {
    for (std::size_t at = 0; at < n; ++at) {
      const std::uint64_t high = split_mix(options.seed, round * n + at) >> 32U;
      drawn[at] = static_cast<std::size_t>(high * n >> 32U);
    }
    figures.push_back(figure(drawn));
  }
  std::ranges::sort(figures);
  return figures;
}

double mean_of_tail(const std::vector<std::int64_t>& losses, const std::vector<std::size_t>& drawn,
                    std::size_t n_tail) {
  std::vector<std::int64_t> of_drawn;
  for (const std::size_t at : drawn) of_drawn.push_back(losses[at]);
  return mean_of_tail(std::move(of_drawn), n_tail);
}

void check_bootstrap(const ResampleOptions& options) {
  if (options.n_resamples > 0 && options.interval_level > 0 && options.interval_level < 1) return;
  throw UsageError({.what = "the bootstrap needs resamples and a level within 0 .. 1"});
}

TailEstimate with_interval(TailEstimate estimate, const std::vector<double>& figures,
                           const ResampleOptions& options) {
  const auto last = static_cast<double>(figures.size() - 1);
  const double outside = (1 - options.interval_level) / 2 * last;
  estimate.low = figures[static_cast<std::size_t>(std::floor(outside))];
  estimate.high = figures[static_cast<std::size_t>(std::ceil(last - outside))];
  estimate.interval_level = options.interval_level;
  return estimate;
}

}  // namespace

std::size_t count_tail(std::size_t n_draws, double level) {
  if (!(level > 0 && level < 1)) {
    throw UsageError({.what = fmt::format("a level of {} is not within 0 .. 1", level),
                      .hint = "0.95 looks at the worst 5 % of the draws"});
  }
  const auto in_tail = [&](std::size_t n) {
    const double share = (1 - level) * static_cast<double>(n);
    return static_cast<std::size_t>(std::floor(share * (1 + kShareSlack)));
  };
  const std::size_t n_tail = std::min(in_tail(n_draws), n_draws);
  if (n_tail >= kLeastTailDraws) return n_tail;
  const double needed =
      std::ceil(static_cast<double>(kLeastTailDraws) / (1 - level) * (1 - kShareSlack));
  throw UsageError(
      {.what = fmt::format("{} draws at level {} have {} in the tail", n_draws, level, n_tail),
       .why = fmt::format("a tail of fewer than {} draws says nothing of it", kLeastTailDraws),
       .hint = fmt::format("use at least {:.0f} draws, or a lower level", needed)});
}

std::int64_t value_at_risk(std::vector<std::int64_t> losses, std::size_t n_tail) {
  const std::size_t rank = std::min(n_tail, losses.size() - 1);
  const auto at = losses.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(losses.begin(), at, losses.end(), std::greater<>());
  return *at;
}

TailEstimate estimate_tail(const std::vector<std::int64_t>& losses, double level,
                           const ResampleOptions& options) {
  const std::size_t n_tail = count_tail(losses.size(), level);
  check_bootstrap(options);
  const auto figures = resample(losses.size(), options, [&](const std::vector<std::size_t>& drawn) {
    return mean_of_tail(losses, drawn, n_tail);
  });
  return with_interval(
      {.n_draws = losses.size(), .n_tail = n_tail, .cvar = mean_of_tail(losses, n_tail)}, figures,
      options);
}

TailEstimate estimate_tail_difference(const std::vector<std::int64_t>& more,
                                      const std::vector<std::int64_t>& less, double level,
                                      const ResampleOptions& options) {
  if (more.size() != less.size()) {
    throw UsageError({.what = "the tails are of different numbers of draws"});
  }
  const std::size_t n_tail = count_tail(more.size(), level);
  check_bootstrap(options);
  const auto figures = resample(more.size(), options, [&](const std::vector<std::size_t>& drawn) {
    return mean_of_tail(more, drawn, n_tail) - mean_of_tail(less, drawn, n_tail);
  });
  return with_interval({.n_draws = more.size(),
                        .n_tail = n_tail,
                        .cvar = mean_of_tail(more, n_tail) - mean_of_tail(less, n_tail)},
                       figures, options);
}

}  // namespace pahunch
