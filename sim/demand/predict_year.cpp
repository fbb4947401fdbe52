#include "sim/demand/predict_year.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <vector>

#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {
namespace {

constexpr std::size_t kLeastYears = 3;
/// Fewer, and the normal error of a rate's logarithm would not do.
constexpr Persons kLeastCases = 100;
/// Of a district's year: a believer in none at all is still given 1%.
constexpr double kLeastVariance = 1e-4;
constexpr int kSpreads = 41;
/// How far the sums reach, in standard deviations.
constexpr double kReach = 7;

/// The logarithm of a year's rate, and the variance of its chance error.
struct LogRate {
  double value = 0, variance = 0;
};

double share_of_year(const CaseYear& year) { return static_cast<double>(year.months) / 12; }

LogRate log_rate(const CaseYear& year) {
  const auto n = static_cast<double>(year.registered);
  return {portable::log(n / share_of_year(year)), 1 / n};
}

/// One spread from year to year, and what it makes of the next year's log rate.
struct Belief {
  double spread = 0;
  double weight = 0;  ///< sums to 1 over the beliefs
  double mean = 0, sd = 0;
};

/// Level integrated out with a flat prior: the likelihood of the rates' differences.
Belief believe(std::span<const LogRate> rates, double spread) {
  double precision = 0, sum = 0, log_weight = 0;
  for (const LogRate& rate : rates) {
    const double variance = spread * spread + rate.variance;
    precision += 1 / variance;
    sum += rate.value / variance;
    log_weight -= portable::log(variance) / 2;
  }
  const double level = sum / precision;
  for (const LogRate& rate : rates) {
    const double off = rate.value - level;
    log_weight -= off * off / (spread * spread + rate.variance) / 2;
  }
  log_weight -= portable::log(precision) / 2;
  return {spread, log_weight, level, std::sqrt(spread * spread + 1 / precision)};
}

std::vector<Belief> weigh_spreads(std::span<const LogRate> rates, const YearSpread& range) {
  const double low = portable::log(range.low);
  const double step = (portable::log(range.high) - low) / (kSpreads - 1);
  std::vector<Belief> beliefs;
  for (int i = 0; i < kSpreads; ++i) {
    beliefs.push_back(believe(rates, portable::exp(low + i * step)));
  }
  const double most = std::ranges::max_element(beliefs, {}, &Belief::weight)->weight;
  double total = 0;
  for (Belief& belief : beliefs) total += belief.weight = portable::exp(belief.weight - most);
  for (Belief& belief : beliefs) belief.weight /= total;
  return beliefs;
}

double log_poisson(double count, double mean) {
  return -portable::saddle_deviance(count, mean) - portable::stirling_error(count) -
         portable::log(2 * std::numbers::pi * count) / 2;
}

/// P(count < n) + P(count = n) / 2 of a Poisson law, by terms from n down.
double poisson_up_to(double n, double mean) {
  if (n > mean + kReach * std::sqrt(mean) + kReach) return 1;
  double term = portable::exp(log_poisson(n, mean));
  double sum = term / 2;
  for (double k = n; k >= 1 && k > mean - kReach * std::sqrt(mean) - kReach; --k) {
    term *= k / mean;
    sum += term;
  }
  return sum;
}

/// A count that is Poisson about a rate whose logarithm has one of several normal laws.
class CountLaw {
 public:
  CountLaw(const std::vector<Belief>& beliefs, double exposure) : exposure_(exposure) {
    double low = beliefs.front().mean, high = low, narrowest = beliefs.front().sd;
    for (const Belief& belief : beliefs) {
      low = std::min(low, belief.mean - kReach * belief.sd);
      high = std::max(high, belief.mean + kReach * belief.sd);
      narrowest = std::min(narrowest, belief.sd);
    }
    // Half the narrowest bell that is summed over: the error of the sum is far below 1e-6.
    const double poisson_width = portable::exp(-high / 2) / std::sqrt(exposure);
    const double step = std::max(std::min(narrowest, poisson_width) / 2, (high - low) / 200'000);
    for (double x = low; x <= high; x += step) add_node(beliefs, x, step);
  }

  [[nodiscard]] double log_chance(double count) const {
    double chance = 0;
    for (const Node& node : nodes_) {
      chance += node.weight * portable::exp(log_poisson(count, node.mean));
    }
    return portable::log(chance);
  }

  [[nodiscard]] double up_to(double count) const {
    double share = 0;
    for (const Node& node : nodes_) share += node.weight * poisson_up_to(count, node.mean);
    return share;
  }

  /// The least whole count with at least this share up to it.
  [[nodiscard]] double quantile(double share) const {
    double low = 0, high = nodes_.back().mean + kReach * std::sqrt(nodes_.back().mean) + 1;
    while (high - low > 1) {
      const double middle = std::floor((low + high) / 2);
      (up_to(middle) < share ? low : high) = middle;
    }
    return high;
  }

 private:
  struct Node {
    double weight = 0, mean = 0;
  };

  void add_node(const std::vector<Belief>& beliefs, double x, double step) {
    double density = 0;
    for (const Belief& belief : beliefs) {
      const double z = (x - belief.mean) / belief.sd;
      density += belief.weight * portable::exp(-z * z / 2) / belief.sd;
    }
    const double weight = density * step / std::sqrt(2 * std::numbers::pi);
    if (weight > 1e-16) nodes_.push_back({weight, portable::exp(x) * exposure_});
  }

  double exposure_;
  std::vector<Node> nodes_;
};

/// The same spreads about the rate of the last year known instead of about a level.
std::vector<Belief> move_to_last(std::vector<Belief> beliefs, const LogRate& last) {
  for (Belief& belief : beliefs) {
    belief.mean = last.value;
    belief.sd = std::sqrt(belief.spread * belief.spread + last.variance);
  }
  return beliefs;
}

}  // namespace

YearSpread spread_of_years(const SourcedValue& district_variance, std::size_t n_districts) {
  assert(n_districts >= 1);
  const double low = std::max(district_variance.low, kLeastVariance);
  const double high = std::max(district_variance.high, low);
  return {std::sqrt(low / static_cast<double>(n_districts)), std::sqrt(high)};
}

std::optional<std::string> find_forecast_obstacle(std::span<const CaseYear> years) {
  if (years.size() < kLeastYears) return "the table holds fewer than three years";
  for (const CaseYear& year : years) {
    if (year.registered < kLeastCases) return "a year has fewer than 100 cases";
  }
  return std::nullopt;
}

YearForecast predict_last_year(std::span<const CaseYear> years, const YearSpread& spread) {
  assert(!find_forecast_obstacle(years) && 0 < spread.low && spread.low <= spread.high);
  std::vector<LogRate> rates;
  for (const CaseYear& year : years.first(years.size() - 1)) rates.push_back(log_rate(year));
  const auto beliefs = weigh_spreads(rates, spread);
  const CaseYear& last = years.back();
  const auto observed = static_cast<double>(last.registered);
  const CountLaw law(beliefs, share_of_year(last));
  YearForecast forecast{.year = last.year, .months = last.months, .observed = observed};
  forecast.low = law.quantile(0.05);
  forecast.median = law.quantile(0.5);
  forecast.high = law.quantile(0.95);
  forecast.percentile = law.up_to(observed);
  forecast.percentile_as_full_year = CountLaw(beliefs, 1).up_to(observed);
  for (const Belief& belief : beliefs) forecast.spread += belief.weight * belief.spread;
  forecast.log_score = law.log_chance(observed);
  forecast.log_score_same_as_last =
      log_poisson(observed, portable::exp(rates.back().value) * share_of_year(last));
  forecast.log_score_last_with_spread =
      CountLaw(move_to_last(beliefs, rates.back()), share_of_year(last)).log_chance(observed);
  return forecast;
}

}  // namespace pahunch
