#include "sim/flood/flood_decay.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/random/portable_math.h"

namespace pahunch {
namespace {

/// Sums over pairs of expected residuals.
struct PairSums {
  double cross = 0;
  double known = 0;        ///< of products of known shares
  double bent = 0;         ///< of what a product has in the square of the correlation
  double distance_km = 0;  ///< of pairs, each once
  double n = 0;            ///< pairs

  void add(const TobitFit& fit, std::size_t s, std::size_t i, std::size_t t, std::size_t j) {
    const double a = fit.known_frac[s][i], b = fit.known_frac[t][j];
    cross += fit.residual[s][i] * fit.residual[t][j];
    known += a * b;
    bent += std::sqrt(a * (1 - a) * b * (1 - b));
  }
  void add(const PairSums& other) {
    cross += other.cross;
    known += other.known;
    bent += other.bent;
    distance_km += other.distance_km;
    n += other.n;
  }
  /// The correlation r with known r + bent r^2 = cross; without the bend where there is none.
  [[nodiscard]] double get_correlation() const {
    if (known <= 0) return 0;
    const double root = known * known + 4 * bent * cross;
    if (root < 0) return cross / known;
    return 2 * cross / (known + std::sqrt(root));
  }
};
using BinSums = std::vector<PairSums>;

double block_distance_km(const FloodTable& table, std::size_t a, std::size_t b) {
  const double dx = table.blocks[a].at.x_m - table.blocks[b].at.x_m;
  const double dy = table.blocks[a].at.y_m - table.blocks[b].at.y_m;
  return std::sqrt(dx * dx + dy * dy) / kMetresPerKm;
}

/// Calls `use(i, j, distance_km)` for each pair of observed blocks.
template <class Use>
void for_each_pair(const FloodTable& table, const TobitFit& fit, const Use& use) {
  for (std::size_t i = 0; i < fit.blocks.size(); ++i) {
    for (std::size_t j = i + 1; j < fit.blocks.size(); ++j) {
      use(i, j, block_distance_km(table, fit.blocks[i], fit.blocks[j]));
    }
  }
}

/// By year: what leaving one out takes away.
std::map<int, BinSums> sum_pairs(const FloodTable& table, const TobitFit& fit) {
  std::map<int, BinSums> sums;
  for (const YearMonth& month : fit.months) sums.try_emplace(month.year, kFloodBins);
  for_each_pair(table, fit, [&](std::size_t i, std::size_t j, double distance_km) {
    const auto bin = static_cast<std::size_t>(distance_km / kFloodBin_km);
    if (bin >= kFloodBins) return;
    for (std::size_t t = 0; t < fit.months.size(); ++t) {
      PairSums& sum = sums[fit.months[t].year][bin];
      sum.add(fit, t, i, t, j);
      sum.distance_km += distance_km;
      sum.n += 1;
    }
  });
  return sums;
}

/// `without`: a year to leave out; 0 for none.
std::vector<DecayBin> make_bins(const std::map<int, BinSums>& sums, int without) {
  BinSums total(kFloodBins);
  for (const auto& [year, bins] : sums) {
    if (year == without) continue;
    for (std::size_t b = 0; b < kFloodBins; ++b) total[b].add(bins[b]);
  }
  std::vector<DecayBin> bins;
  for (const PairSums& sum : total) {
    if (sum.known <= 0) continue;
    bins.push_back({sum.distance_km / sum.n, sum.get_correlation(), sum.known});
  }
  return bins;
}

/// near exp(-d / range) + offset by least squares for one range.
struct DecayLine {
  double near = 0, offset = 0, misfit = 0;
};

DecayLine fit_line(const std::vector<DecayBin>& bins, double range_km) {
  double w = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
  for (const DecayBin& bin : bins) {
    const double e = portable::exp(-bin.distance_km / range_km);
    w += bin.known;
    x += bin.known * e;
    y += bin.known * bin.correlation;
    xx += bin.known * e * e;
    xy += bin.known * e * bin.correlation;
    yy += bin.known * bin.correlation * bin.correlation;
  }
  const double spread = xx - x * x / w;
  DecayLine line;
  if (spread > 0) line.near = std::max(0.0, (xy - x * y / w) / spread);
  line.offset = std::min(0.0, (y - line.near * x) / w);
  if (line.offset == 0 && xx > 0) line.near = std::max(0.0, xy / xx);
  line.misfit = yy - 2 * line.near * xy - 2 * line.offset * y + line.near * line.near * xx +
                2 * line.near * line.offset * x + line.offset * line.offset * w;
  return line;
}

/// The range with the least misfit, by golden section on its logarithm.
double find_range_km(const std::vector<DecayBin>& bins) {
  constexpr double kLeast_km = 5, kMost_km = 300;
  constexpr double kGolden = 0.61803398874989485;
  constexpr int kSteps = 60;
  double low = portable::log(kLeast_km), high = portable::log(kMost_km);
  const auto misfit = [&](double log_range) {
    return fit_line(bins, portable::exp(log_range)).misfit;
  };
  for (int i = 0; i < kSteps; ++i) {
    const double a = high - kGolden * (high - low), b = low + kGolden * (high - low);
    (misfit(a) < misfit(b) ? high : low) = misfit(a) < misfit(b) ? b : a;
  }
  return portable::exp((low + high) / 2);
}

Estimate90 estimate_range(const std::map<int, BinSums>& sums) {
  const double range_km = find_range_km(make_bins(sums, 0));
  std::vector<double> left_out;
  if (sums.size() > 2) {
    for (const auto& [year, bins] : sums) {
      left_out.push_back(portable::log(find_range_km(make_bins(sums, year))));
    }
  }
  const Estimate90 log_range = jackknife_90(portable::log(range_km), left_out);
  return {range_km, portable::exp(log_range.low), portable::exp(log_range.high)};
}

double average_decay(const FloodTable& table, const TobitFit& fit, const FloodDecay& decay) {
  double sum = 0, n = 0;
  for_each_pair(table, fit, [&](std::size_t, std::size_t, double distance_km) {
    sum += decay.near_correlation * portable::exp(-distance_km / decay.range_km.value);
    n += 1;
  });
  return n > 0 ? sum / n : 0;
}

/// Mean products over pairs of months that `wanted` picks.
template <class Wanted>
double correlate_months(const TobitFit& fit, const Wanted& wanted) {
  PairSums sums;
  for (std::size_t s = 0; s < fit.months.size(); ++s) {
    for (std::size_t t = s + 1; t < fit.months.size(); ++t) {
      if (!wanted(fit.months[s], fit.months[t])) continue;
      for (std::size_t b = 0; b < fit.blocks.size(); ++b) sums.add(fit, s, b, t, b);
    }
  }
  return sums.get_correlation();
}

/// Correlation of successive months, freed of what centring the blocks took away.
double get_month_to_month(const TobitFit& fit, double other_years, int without) {
  const double raw = correlate_months(fit, [without](const YearMonth& a, const YearMonth& b) {
    return a.year == b.year && b.month == a.month + 1 && a.year != without;
  });
  constexpr double kMostPersistent = 0.95;
  return std::clamp((raw - other_years) / (1 - other_years), 0.0, kMostPersistent);
}

}  // namespace

FloodDecay fit_decay(const FloodTable& table, const TobitFit& fit) {
  const auto sums = sum_pairs(table, fit);
  FloodDecay decay;
  decay.bins = make_bins(sums, 0);
  if (decay.bins.empty()) return decay;
  decay.range_km = estimate_range(sums);
  const DecayLine line = fit_line(decay.bins, decay.range_km.value);
  decay.near_correlation = line.near;
  decay.offset = line.offset;
  decay.domain_correlation = average_decay(table, fit, decay);
  return decay;
}

FloodPersistence fit_persistence(const TobitFit& fit) {
  FloodPersistence persistence;
  persistence.other_years = std::min(
      0.0, correlate_months(
               fit, [](const YearMonth& a, const YearMonth& b) { return a.year != b.year; }));
  const double value = get_month_to_month(fit, persistence.other_years, 0);
  std::vector<int> years;
  for (const YearMonth& month : fit.months) {
    if (years.empty() || years.back() != month.year) years.push_back(month.year);
  }
  std::vector<double> left_out;
  for (const int year : years) {
    left_out.push_back(get_month_to_month(fit, persistence.other_years, year));
  }
  persistence.month_to_month = jackknife_90(value, left_out);
  persistence.month_to_month.low = std::max(0.0, persistence.month_to_month.low);
  persistence.month_to_month.high = std::min(0.95, persistence.month_to_month.high);
  return persistence;
}

}  // namespace pahunch
