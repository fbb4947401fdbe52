/// \file
/// Women by band and by class of the ledger, per area and for all.
///
/// Example, with bands of 30 and 60 minutes and settlements of 10 women at 30 min, 5 at 60.001 min
/// and 2 off the network: `in_band` 10, 0, 5; ledger reached 10, beyond 5, off_network 2; total 17.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "geo/coverage/bands.h"
#include "geo/coverage/reach.h"
#include "geo/coverage/women.h"
#include "geo/model/dataset.h"

namespace pahunch {

/// Disjoint; their sum is everyone. `reached` parts at the limit the reach was computed with.
struct ReachLedger {
  Women reached, beyond, no_service, cut_off, off_network;

  /// Out of reach: beyond the limit, or at an hour without service.
  [[nodiscard]] Women out_of_reach() const { return beyond + no_service; }
  [[nodiscard]] Women total() const {
    return reached + beyond + no_service + cut_off + off_network;
  }
  void add(ReachStatus status, Women women);
  friend bool operator==(const ReachLedger&, const ReachLedger&) = default;
};

/// Person-weighted statistics of minutes over the women who have a time at all.
struct TimeStats {
  Persons women = 0;                                             ///< counted
  std::optional<double> mean_min, median_min, p90_min, max_min;  ///< none when nobody is counted
};

struct AreaCoverage {
  std::size_t n_settlements = 0;
  Women total;
  std::vector<Women> in_band;  ///< `Bands::n_bands()`; women without a time are in none
  ReachLedger ledger;
  TimeStats times;
  Women across_border;  ///< whose centre is in another district than theirs

  /// Women whose time is at most the limit of the band, inclusive. Precondition: not the open band.
  [[nodiscard]] Women within(std::size_t band) const;
};

/// What is summed; the references must outlive the call.
struct CoverageView {
  const Dataset& dataset;
  const WomenBySettlement& women;
  const SetReach& reach;
  const Bands& bands;
};

struct LevelCoverage {
  AreaLevel level = AreaLevel::kDistrict;
  IdxVector<AreaIdx, AreaCoverage> areas;
  AreaCoverage unassigned;  ///< settlements in no area of this level
};

AreaCoverage summarize_all(const CoverageView& view);
/// Empty `areas` when the dataset has no such level (then all settlements are unassigned).
LevelCoverage summarize_level(const CoverageView& view, AreaLevel level);

/// Weighted statistics; the median and p90 are the smallest time at which that share of the women
/// is reached (no interpolation), by exact integer arithmetic. Pairs may be in any order.
struct WeightedTime {
  TravelTime time;  ///< reachable
  Persons women = 0;
};
TimeStats compute_time_stats(std::vector<WeightedTime> times);

/// The area of a settlement at a level; invalid where it has none.
AreaIdx area_of(const Settlement& settlement, AreaLevel level);

/// Throws InvariantError unless each total equals its ledger, its bands agree with the ledger, and
/// the areas of the level add up to `all`, person by person.
void check_adds_up(const LevelCoverage& level, const AreaCoverage& all);

}  // namespace pahunch
