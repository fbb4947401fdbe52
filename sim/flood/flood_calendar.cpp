#include "sim/flood/flood_calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pahunch {
namespace {

constexpr int kCalendarRounds = 300;
constexpr double kLeastSpread = 0.02;  // levels; below it months would be exactly alike
constexpr double kFirstSpread = 0.1;

struct CalendarEffects {
  std::map<int, double> month, year;
};

template <class Key>
std::map<int, double> average_left(const TobitFit& fit, const Key& key,
                                   const std::map<int, double>& other, const Key& other_key) {
  std::map<int, double> sum, n;
  for (std::size_t t = 0; t < fit.months.size(); ++t) {
    sum[key(fit.months[t])] += fit.month_level[t] - other.at(other_key(fit.months[t]));
    n[key(fit.months[t])] += 1;
  }
  for (auto& [k, value] : sum) value /= n[k];
  return sum;
}

using MonthKey = int (*)(const YearMonth&);
int get_year(const YearMonth& at) { return at.year; }
int get_month(const YearMonth& at) { return at.month; }

std::map<int, double> count_by_year(const TobitFit& fit) {
  std::map<int, double> n;
  for (const YearMonth& month : fit.months) n[month.year] += 1;
  return n;
}

/// By turns until they settle. `year_sd` infinite: years as fixed effects that add up to 0.
CalendarEffects fit_effects(const TobitFit& fit, double year_sd, double rest_sd) {
  const auto n = count_by_year(fit);
  CalendarEffects effects;
  for (const auto& [year, count] : n) effects.year[year] = 0;
  for (int round = 0; round < kCalendarRounds; ++round) {
    effects.month = average_left<MonthKey>(fit, get_month, effects.year, get_year);
    effects.year = average_left<MonthKey>(fit, get_year, effects.month, get_month);
    double mean = 0;
    for (auto& [year, effect] : effects.year) {
      if (std::isfinite(year_sd)) {
        effect *= year_sd * year_sd / (year_sd * year_sd + rest_sd * rest_sd / n.at(year));
      }
      mean += effect / static_cast<double>(n.size());
    }
    for (auto& [year, effect] : effects.year) effect -= mean;
  }
  return effects;
}

struct CalendarSpreads {
  Estimate90 year, rest;
};

CalendarSpreads estimate_spreads(const TobitFit& fit) {
  const auto effects = fit_effects(fit, std::numeric_limits<double>::infinity(), 0);
  double squares = 0;
  for (std::size_t t = 0; t < fit.months.size(); ++t) {
    const double left = fit.month_level[t] - effects.month.at(fit.months[t].month) -
                        effects.year.at(fit.months[t].year);
    squares += left * left;
  }
  const auto n_years = static_cast<double>(effects.year.size());
  const double dof = std::max(1.0, static_cast<double>(fit.months.size()) -
                                       static_cast<double>(effects.month.size()) - n_years + 1);
  const double rest = std::max(kLeastSpread, std::sqrt(squares / dof));
  double between = 0, inverse = 0;
  for (const auto& [year, count] : count_by_year(fit)) {
    between += effects.year.at(year) * effects.year.at(year);
    inverse += 1 / count / n_years;
  }
  const double year_dof = std::max(1.0, n_years - 1);
  const double variance = between / year_dof - rest * rest * inverse;
  const double year = std::max(kLeastSpread, std::sqrt(std::max(0.0, variance)));
  return {spread_range_90(year, year_dof), spread_range_90(rest, dof)};
}

void describe_months(const FloodTable& table, const TobitFit& fit,
                     const std::map<int, double>& levels, FloodCalendar& calendar) {
  for (const YearMonth& at : table.months) {
    CalendarMonth& month = calendar.months[static_cast<std::size_t>(at.month - 1)];
    ++month.n_observed;
    if (std::find(fit.months.begin(), fit.months.end(), at) != fit.months.end()) ++month.n_flooded;
  }
  for (std::size_t m = 0; m < kMonths; ++m) {
    CalendarMonth& month = calendar.months[m];
    if (month.n_observed > 0) month.evidence = MonthEvidence::kObservedDry;
    if (month.n_flooded == 0) continue;
    month.evidence = MonthEvidence::kFlooded;
    month.level = levels.at(static_cast<int>(m) + 1);
  }
}

}  // namespace

FloodCalendar fit_calendar(const FloodTable& table, const TobitFit& fit, double year_sd) {
  const CalendarSpreads spreads = estimate_spreads(fit);
  const auto effects = fit_effects(fit, year_sd, spreads.rest.value);
  FloodCalendar calendar;
  calendar.year_sd = spreads.year;
  calendar.month_sd = spreads.rest;
  for (const auto& [year, effect] : effects.year) {
    calendar.years.push_back(year);
    calendar.year_effect.push_back(effect);
  }
  describe_months(table, fit, effects.month, calendar);
  return calendar;
}

}  // namespace pahunch
