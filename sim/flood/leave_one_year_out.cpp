#include "sim/flood/leave_one_year_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>

#include "geo/base/parallel.h"

namespace pahunch {
namespace {

/// Calls `use(index of the year, year)` for each drawn year, on all cores.
void draw_trial_years(const FloodFit& fit, const FloodTrials& trials,
                      const std::function<void(std::size_t, const FloodYear&)>& use) {
  const FieldLattice lattice(get_places(fit.blocks));
  for_each_in_parallel(trials.n_draws, [&](std::size_t draw) {
    const FloodSampler sampler(fit.blocks, lattice, draw_flood_theta(fit, trials.seed, draw));
    for (std::size_t i = 0; i < trials.n_years; ++i) {
      const std::size_t number = draw * trials.n_years + i;
      use(number, sampler.draw(trials.seed, number));
    }
  });
}

bool shows_month(const FloodTable& table, int month) {
  return std::any_of(table.months.begin(), table.months.end(),
                     [month](const YearMonth& at) { return at.month == month; });
}

/// The months (1 to 12) of a year's table that the others show too.
std::vector<int> list_shared_months(const FloodTable& year, const FloodTable& others) {
  std::vector<int> months;
  for (const YearMonth& at : year.months) {
    if (shows_month(others, at.month)) months.push_back(at.month);
  }
  return months;
}

std::vector<FloodMonth> pick_months(const FloodTable& year, const std::vector<int>& months) {
  std::vector<FloodMonth> picked;
  for (std::size_t t = 0; t < year.months.size(); ++t) {
    if (std::find(months.begin(), months.end(), year.months[t].month) != months.end()) {
      picked.emplace_back(year.frac[t]);
    }
  }
  return picked;
}

std::vector<FloodMonth> pick_months(const FloodYear& year, const std::vector<int>& months) {
  std::vector<FloodMonth> picked;
  for (const int month : months) picked.push_back(year.month(static_cast<std::size_t>(month - 1)));
  return picked;
}

ForecastScore score_forecast(const std::vector<double>& sample, double observed) {
  constexpr double kLow = 0.05, kMiddle = 0.5, kHigh = 0.95;
  return {.percentile = find_percentile(sample, observed),
          .crps = score_crps(sample, observed),
          .fair_crps = score_fair_crps(sample, observed),
          .low = find_quantile(sample, kLow),
          .median = find_quantile(sample, kMiddle),
          .high = find_quantile(sample, kHigh)};
}

/// One sample for each statistic.
using StatisticSamples = std::array<std::vector<double>, kFloodStatistics.size()>;

StatisticSamples sample_model(const FloodTable& others, const FloodPrior& prior,
                              const std::vector<int>& months, const FloodTrials& trials) {
  const FloodFit fit = fit_floods(others, prior);
  StatisticSamples samples;
  for (auto& sample : samples) sample.resize(trials.n_draws * trials.n_years);
  draw_trial_years(fit, trials, [&](std::size_t number, const FloodYear& year) {
    const auto picked = pick_months(year, months);
    for (std::size_t s = 0; s < samples.size(); ++s) {
      samples[s][number] = get_statistic(picked, fit.blocks, kFloodStatistics[s]);
    }
  });
  return samples;
}

StatisticSamples sample_observed(const FloodTable& others, const std::vector<int>& months) {
  StatisticSamples samples;
  for (const int year : others.years()) {
    const FloodTable table = keep_year(others, year);
    const auto picked = pick_months(table, months);
    if (picked.empty()) continue;
    for (std::size_t s = 0; s < samples.size(); ++s) {
      samples[s].push_back(get_statistic(picked, table.blocks, kFloodStatistics[s]));
    }
  }
  return samples;
}

void add_mean(const ForecastScore& score, std::size_t n, ForecastScore& mean) {
  mean.crps += score.crps / static_cast<double>(n);
  mean.fair_crps += score.fair_crps / static_cast<double>(n);
}

void add_left_out(const FloodTable& table, int year, const FloodPrior& prior,
                  const FloodTrials& trials, std::vector<LeftOutRow>& rows) {
  const FloodTable own = keep_year(table, year), others = drop_year(table, year);
  const auto months = list_shared_months(own, others);
  if (months.empty()) return;
  const auto model = sample_model(others, prior, months, trials);
  const auto resampled = sample_observed(others, months);
  for (std::size_t s = 0; s < kFloodStatistics.size(); ++s) {
    const double observed =
        get_statistic(pick_months(own, months), table.blocks, kFloodStatistics[s]);
    rows.push_back({.year = year,
                    .statistic = kFloodStatistics[s],
                    .observed = observed,
                    .model = score_forecast(model[s], observed),
                    .resampled = score_forecast(resampled[s], observed)});
  }
}

}  // namespace

std::vector<LeftOutRow> leave_one_year_out(const FloodTable& table, const FloodPrior& prior,
                                           const FloodTrials& trials) {
  assert(table.years().size() >= 2);
  std::vector<LeftOutRow> rows;
  for (const int year : table.years()) add_left_out(table, year, prior, trials, rows);
  return rows;
}

std::string format_left_out(const std::vector<LeftOutRow>& rows) {
  std::string text =
      "| year left out | statistic | observed | model 5% | 50% | 95% | percentile | CRPS | fair | "
      "resampled: percentile | CRPS | fair |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n";
  ForecastScore model, resampled;
  for (const LeftOutRow& row : rows) {
    add_mean(row.model, rows.size(), model);
    add_mean(row.resampled, rows.size(), resampled);
    text += fmt::format(
        "| {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.2f} | {:.3f} | {:.3f} | {:.2f} | "
        "{:.3f} "
        "| {:.3f} |\n",
        row.year, to_string(row.statistic), row.observed, row.model.low, row.model.median,
        row.model.high, row.model.percentile, row.model.crps, row.model.fair_crps,
        row.resampled.percentile, row.resampled.crps, row.resampled.fair_crps);
  }
  return text + fmt::format("| all | mean | | | | | | {:.3f} | {:.3f} | | {:.3f} | {:.3f} |\n",
                            model.crps, model.fair_crps, resampled.crps, resampled.fair_crps);
}

MonthRank rank_month(const FloodTable& table, const FloodFit& fit, YearMonth month,
                     const FloodTrials& trials) {
  const auto found = std::find(table.months.begin(), table.months.end(), month);
  assert(found != table.months.end());
  const auto& observed = table.frac[static_cast<std::size_t>(found - table.months.begin())];
  MonthRank rank{.month = month,
                 .wet_share = get_share_above(observed, table.blocks, kWet_frac),
                 .flooded_share = get_share_above(observed, table.blocks, kFlooded_frac)};
  const std::size_t n = trials.n_draws * trials.n_years;
  std::vector<double> wet(n), flooded(n);
  draw_trial_years(fit, trials, [&](std::size_t number, const FloodYear& year) {
    const FloodMonth drawn = year.month(static_cast<std::size_t>(month.month - 1));
    wet[number] = get_share_above(drawn, fit.blocks, kWet_frac) >= rank.wet_share ? 1 : 0;
    flooded[number] =
        get_share_above(drawn, fit.blocks, kFlooded_frac) >= rank.flooded_share ? 1 : 0;
  });
  for (std::size_t i = 0; i < n; ++i) {
    rank.p_wet += wet[i] / static_cast<double>(n);
    rank.p_flooded += flooded[i] / static_cast<double>(n);
  }
  return rank;
}

}  // namespace pahunch
