/// \file
/// Levels of the months taken apart: a calendar curve, an effect of the year, and what is left.
///
///   level of a month = curve(month of the year) + year + rest
///
/// Years are random effects with the given spread, so that the curve is not carried away by a month
/// that only a wet year shows; the rest's spread is estimated with the degrees of freedom that
/// months and years leave. Few years: their spread is returned with the 90% range that they leave
/// open (see jackknife.h), which is wide.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/flood/flood_table.h"
#include "sim/flood/jackknife.h"
#include "sim/flood/tobit_fit.h"

namespace pahunch {

/// What the table says of a month of the calendar.
enum class MonthEvidence : std::uint8_t { kNotObserved, kObservedDry, kFlooded };

struct CalendarMonth {
  MonthEvidence evidence = MonthEvidence::kNotObserved;
  int n_observed = 0;  ///< years that show this month
  int n_flooded = 0;   ///< of which with a flood somewhere
  double level = 0;    ///< of the average block in an average year; with kFlooded only
};

struct FloodCalendar {
  std::array<CalendarMonth, kMonths> months;  ///< January first
  std::vector<int> years;
  std::vector<double> year_effect;  ///< shrunken, by `years`
  Estimate90 year_sd;               ///< from these years alone
  Estimate90 month_sd;              ///< of the rest
};

/// `year_sd`: the spread that years are believed to have.
FloodCalendar fit_calendar(const FloodTable& table, const TobitFit& fit, double year_sd);

}  // namespace pahunch
