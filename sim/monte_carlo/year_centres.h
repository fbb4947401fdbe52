/// \file
/// The centres of one set through a replicate year: cases and virtual cases through the event loop.
#pragma once

#include "sim/monte_carlo/theta.h"
#include "sim/monte_carlo/year_cases.h"
#include "sim/operations/centre_simulator.h"

namespace pahunch {

/// Virtual cases a year and centre, from whose fate the chance of being turned away or kept waiting
/// is taken: error of one year and centre at most 0.09, of many years as little as one likes.
inline constexpr std::uint32_t kProbesPerCentre = 37;
/// So long before the year cases arrive already: beds, sessions and most files are then as full as
/// in any year; of follow-ups, which last six months, about half.
inline constexpr TimeMs kWarmUpMs = 120 * kDayMs;

struct YearAtCentres {
  OperationsResult result;
  /// P(turned away or kept waiting too long) by centre; 1 for centres that are not open.
  IdxVector<SiteIdx, double> p_not_helped;
};

struct CentreYear {
  const World& world;
  const Theta& theta;
  const YearRoads& roads;
  const StatePool& pool;  ///< tells which centres the floods take
  std::size_t set = 0;
  std::uint64_t replicate = 0;
};

YearAtCentres run_centres(const CentreYear& year, YearCases& cases);

}  // namespace pahunch
