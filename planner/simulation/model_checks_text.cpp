#include "planner/simulation/model_checks_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/simulation/block_figures.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

std::string ordinal_percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

std::string months_text(int months) {
  return months == 12 ? "twelve months" : fmt::format("{} months of twelve", months);
}

/// What forgetting the months would do.
std::string short_year_text(const YearForecast& forecast) {
  if (forecast.months == 12) return "";
  return fmt::format(
      " Taken as a whole year, which it is not, the same count would stand at the {} point.",
      ordinal_percent(forecast.percentile_as_full_year));
}

std::string forecast_text(const ModelChecks& checks) {
  std::string out = "### The last year's cases, foretold from the years before\n\n";
  if (!checks.forecast) return out + "Not done: " + checks.no_forecast + ".\n\n";
  const YearForecast& found = *checks.forecast;
  out += fmt::format(
      "{}, {}: {} to {} foretold (90%, a width of {}; middle {}), {} observed, at the {} "
      "point.{}\n\n",
      markdown_text(found.year), months_text(found.months), women_text(found.low),
      women_text(found.high), women_text(found.width()), women_text(found.median),
      women_text(found.observed), ordinal_percent(found.percentile), short_year_text(found));
  out += fmt::format(
      "| foretold by | log score (more is better) |\n|---|---:|\n"
      "| the years' common level, with a spread from year to year of {:.2f} | {:.2f} |\n"
      "| \"same as last year\": Poisson about last year's rate | {:.2f} |\n"
      "| last year's rate with the same spread | {:.2f} |\n\n",
      found.spread, found.log_score, found.log_score_same_as_last,
      found.log_score_last_with_spread);
  return out + fmt::format(
                   "One count hardly tells these apart. "
                   "{} totals give this test almost no power: only a count below {} or above {} "
                   "would have spoken against the model. On it rest the level of cases and the "
                   "load of the centres, and not who is in reach.\n\n",
                   checks.years.size() == 3 ? "Three" : std::to_string(checks.years.size()),
                   women_text(found.low), women_text(found.high));
}

std::string_view reading_words(const DisposalAssumptions& assumed) {
  if (assumed.reading == DisposalReading::kOwnCases) return "the year's own cases";
  return assumed.backlog == Backlog::kNone ? "any case, none open at the start"
                                           : "any case, those of years before too";
}

/// The most that is tried is a bound and not a mean.
std::string mean_text(double mean_days) {
  return mean_days < 0.99 * kMostMeanDays ? fmt::format("{:.1f}", mean_days) : "none: no end";
}

std::string disposal_rows(const DisposalCheck& check, const std::vector<std::string>& years) {
  const auto reading = reading_words(check.assumed);
  if (!check.fit) {
    return fmt::format("| {} | not fitted: {} | | | | |\n", reading, markdown_text(check.obstacle));
  }
  std::string out;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const DisposalYear& year = check.fit->years[i];
    out += fmt::format("| {} | {} | {} | {} | {} | {:+.1f} |\n", reading, markdown_text(years[i]),
                       mean_text(check.fit->mean_days), women_text(year.observed),
                       women_text(year.expected), year.misfit);
  }
  return out;
}

std::string disposal_verdict(const ModelChecks& checks) {
  std::size_t n_fitted = 0, n_held = 0;
  for (const DisposalCheck& check : checks.disposals) {
    if (!check.fit) continue;
    ++n_fitted;
    n_held += holds(*check.fit) ? 1U : 0U;
  }
  if (n_fitted == 0) return "No reading could be fitted.";
  if (n_held == 0) {
    return fmt::format(
        "**No reading fits**: under each, some year misses by more than {:.0f} standard "
        "deviations of chance. The time to disposal is not known from these counts.",
        kMostMisfit);
  }
  return fmt::format("{} of {} readings miss no year by more than {:.0f} standard deviations.",
                     n_held, n_fitted, kMostMisfit);
}

std::string disposal_text(const ModelChecks& checks) {
  std::string out =
      "### Cases disposed\n\nWhether \"disposed\" counts a year's own cases or any is not known. "
      "One mean time for all years, exponential:\n\n"
      "| read as | year | best mean, days | observed | expected | misfit, standard deviations "
      "|\n|---|---|---:|---:|---:|---:|\n";
  for (const DisposalCheck& check : checks.disposals) out += disposal_rows(check, checks.years);
  return out + "\n" + disposal_verdict(checks) +
         " On it rest the two columns of cases disposed above and when follow-up falls due; no "
         "figure of women served is fitted to it.\n\n";
}

/// Whether the model did better than its rival on average, by the score that is fair to both.
std::string rival_text(const std::vector<LeftOutRow>& rows) {
  double model = 0, resampled = 0;
  for (const LeftOutRow& row : rows) {
    model += row.model.fair_crps / static_cast<double>(rows.size());
    resampled += row.resampled.fair_crps / static_cast<double>(rows.size());
  }
  return fmt::format(
      "Over all, the model foretells {} than drawing observed years again ({:.3f} against {:.3f}, "
      "fair).\n\n",
      model < resampled ? "better" : "no better", model, resampled);
}

std::string rank_text(const MonthRank& rank) {
  return fmt::format(
      "- {}, the worst seen: {} of the blocks above 5% under water, {} above 20%. Of the same "
      "month in drawn years {} have at least as many above 5%, {} above 20%.\n",
      to_string(rank.month), ordinal_percent(rank.wet_share), ordinal_percent(rank.flooded_share),
      ordinal_percent(rank.p_wet), ordinal_percent(rank.p_flooded));
}

/// Is some observed month one that the model hardly draws?
std::string rank_verdict(const std::vector<MonthRank>& ranks) {
  const bool beyond = std::ranges::any_of(
      ranks, [](const MonthRank& rank) { return std::min(rank.p_wet, rank.p_flooded) < 0.01; });
  return beyond ? "**A month that was seen lies beyond 99% of those drawn: floods are too small "
                  "here.**\n\n"
                : "\n";
}

std::string floods_text(const ModelChecks& checks) {
  std::string out = "### Floods of years left out\n\n";
  if (checks.left_out.empty()) {
    out += "Not done: fewer than two years of floods are known.\n\n";
  } else {
    out += fmt::format(
        "Each year is foretold from the others by {} drawn years, and by drawing observed years "
        "again. CRPS: the mean distance of the forecast, less is better; \"fair\": freed of the "
        "small number drawn.\n\n{}\n",
        checks.n_flood_years_drawn, format_left_out(checks.left_out));
    out += rival_text(checks.left_out);
  }
  for (const MonthRank& rank : checks.worst_months) out += rank_text(rank);
  out += rank_verdict(checks.worst_months);
  return out +
         "Few years can refute a model of floods and not prove it. On it rest who is cut "
         "off, and the verdicts of places held back by floods; not who is out of reach on "
         "dry roads.\n\n";
}

Json forecast_json(const ModelChecks& checks) {
  if (!checks.forecast) return {{"not_done", checks.no_forecast}};
  const YearForecast& found = *checks.forecast;
  return {{"year", found.year},
          {"months", found.months},
          {"observed", json_number(found.observed, 0)},
          {"low", json_number(found.low, 0)},
          {"median", json_number(found.median, 0)},
          {"high", json_number(found.high, 0)},
          {"width", json_number(found.width(), 0)},
          {"percentile", json_number(found.percentile, 3)},
          {"percentile_as_full_year", json_number(found.percentile_as_full_year, 3)},
          {"spread", json_number(found.spread, 3)},
          {"log_score", json_number(found.log_score, 2)},
          {"log_score_same_as_last_year", json_number(found.log_score_same_as_last, 2)},
          {"log_score_last_year_with_spread", json_number(found.log_score_last_with_spread, 2)}};
}

Json disposal_json(const DisposalCheck& check, const std::vector<std::string>& names) {
  Json json = {{"read_as", reading_words(check.assumed)}};
  if (!check.fit) {
    json["not_done"] = check.obstacle;
    return json;
  }
  Json years = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const DisposalYear& year = check.fit->years[i];
    years.push_back({{"year", names[i]},
                     {"observed", json_number(year.observed, 0)},
                     {"expected", json_number(year.expected, 1)},
                     {"misfit", json_number(year.misfit, 2)}});
  }
  json["mean_days"] = json_number(check.fit->mean_days, 1);
  json["holds"] = holds(*check.fit);
  json["years"] = std::move(years);
  return json;
}

Json score_json(const ForecastScore& score) {
  return {{"low", json_number(score.low, 3)},   {"median", json_number(score.median, 3)},
          {"high", json_number(score.high, 3)}, {"percentile", json_number(score.percentile, 3)},
          {"crps", json_number(score.crps, 4)}, {"fair_crps", json_number(score.fair_crps, 4)}};
}

Json floods_json(const ModelChecks& checks) {
  Json rows = Json::array();
  for (const LeftOutRow& row : checks.left_out) {
    rows.push_back({{"year", row.year},
                    {"statistic", to_string(row.statistic)},
                    {"observed", json_number(row.observed, 3)},
                    {"model", score_json(row.model)},
                    {"resampled", score_json(row.resampled)}});
  }
  Json months = Json::array();
  for (const MonthRank& rank : checks.worst_months) {
    months.push_back({{"month", to_string(rank.month)},
                      {"wet_share", json_number(rank.wet_share, 3)},
                      {"flooded_share", json_number(rank.flooded_share, 3)},
                      {"p_as_wet", json_number(rank.p_wet, 3)},
                      {"p_as_flooded", json_number(rank.p_flooded, 3)}});
  }
  return {{"years_drawn", checks.n_flood_years_drawn},
          {"left_out", std::move(rows)},
          {"worst_months", std::move(months)}};
}

}  // namespace

std::string model_checks_text(const ModelChecks& checks) {
  return "## How the model stands against what is on record\n\n" + forecast_text(checks) +
         disposal_text(checks) + floods_text(checks);
}

nlohmann::ordered_json model_checks_json(const ModelChecks& checks) {
  Json disposals = Json::array();
  for (const DisposalCheck& check : checks.disposals) {
    disposals.push_back(disposal_json(check, checks.years));
  }
  return {{"last_year", forecast_json(checks)},
          {"disposals", std::move(disposals)},
          {"floods", floods_json(checks)}};
}

}  // namespace pahunch
