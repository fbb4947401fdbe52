/// \file
/// From need to cases at the centres: who reports in the month's state of the roads, and where she
/// turns to, under one set of centres.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/monte_carlo/state_trips.h"
#include "sim/monte_carlo/world.h"
#include "sim/monte_carlo/year_roads.h"
#include "sim/operations/arrival.h"

namespace pahunch {

/// What became of a year's need.
struct CaseCounts {
  std::int64_t n_need = 0;
  std::int64_t n_registered = 0;
  std::int64_t n_unreported = 0;   ///< the way is long, and she stays at home
  std::int64_t n_unreachable = 0;  ///< would report, but no road leads to a centre that day
  CaseCounts& operator+=(const CaseCounts& other);
};

struct YearTrips {
  const YearRoads& roads;
  const StateTrips& trips;
};

/// The arrivals of one year and set; owns the options that its arrivals point to.
class YearCases {
 public:
  YearCases(const World& world, const Reporting& reporting, std::size_t set);

  /// Cases before the year, on dry roads, which fill the centres; `shift_ms` is added to their
  /// times, and their keys become others than those of the year. Call it first.
  void add_before(std::span<const LatentCase> cases, const Trips& today, const Trips& own,
                  TimeMs shift_ms);
  /// The year's own.
  void add_year(std::span<const LatentCase> cases, const YearTrips& year);

  /// In order of time.
  [[nodiscard]] std::span<const CaseArrival> arrivals();
  [[nodiscard]] const CaseCounts& counts() const { return counts_; }

 private:
  enum class Fate : std::uint8_t { kRegistered, kUnreported, kUnreachable };
  Fate add(const LatentCase& drawn, const Trip& reported_by, const Trip& own, TimeMs called_at);

  const World& world_;
  const Reporting& reporting_;
  std::size_t set_;
  std::vector<CaseArrival> arrivals_;
  std::vector<std::size_t> first_option_;
  std::vector<CentreOption> options_;
  CaseCounts counts_;
};

}  // namespace pahunch
