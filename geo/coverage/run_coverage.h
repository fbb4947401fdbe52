/// \file
/// The whole coverage of a dataset under several sets of open centres: all that the tables need.
///
/// Status and ledger part at the largest band; catchments, marginal gains and the plain two-step
/// accessibility at `limit_min`. The first set is the baseline of every comparison. Everything
/// adds up, or an InvariantError says what does not. The same result on any number of threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/coverage/access_scores.h"
#include "geo/coverage/area_coverage.h"
#include "geo/coverage/catchment.h"
#include "geo/coverage/coverage_change.h"
#include "geo/coverage/equity.h"
#include "geo/coverage/hot_spots.h"

namespace pahunch {

struct CentreSet {
  std::string name;
  std::vector<CentreIdx> open;  ///< each at most once
};

struct CoverageOptions {
  std::vector<double> bands_min = {30, 60, 90, 120};  ///< upper limits, inclusive
  double limit_min = 60;                              ///< inclusive; at most the largest band
  Assignment assignment = Assignment::kNearest;
  PopulationBasis population = PopulationBasis::kAll;
  HotSpotOptions hot_spots = {};
};

/// Under one set of open centres.
struct SetCoverage {
  std::string name;
  std::vector<CentreIdx> open;          ///< ascending
  SetReach reach;                       ///< by the assignment asked for
  IdxVector<SettlementIdx, Legs> legs;  ///< of the trip to the centre in `reach`; `total`
                                        ///< unreachable where there is none
  AreaCoverage all;
  LevelCoverage districts, subdivisions, blocks;
  std::vector<CentreCatchment> centres;  ///< in the order of `open`
  AccessScores access;
  Equity equity;
  HotSpots hot_spots;  ///< empty when the dataset has no blocks
  /// All women under either assignment, one of which is `all`.
  AreaCoverage by_nearest, by_own_district;
};

/// One set against the baseline.
struct SetChange {
  AreaChange all;
  LevelChange districts, subdivisions, blocks;
};

struct CoverageResult {
  Bands bands;
  TravelTime limit;
  WomenBySettlement women;
  std::vector<SetCoverage> sets;
  /// Of each set against the first; that of the first against itself has no gains.
  std::vector<SetChange> changes;
};

/// What is computed on; the references must outlive the call.
struct CoverageJob {
  const Dataset& dataset;
  const TravelModel& model;  ///< places: all settlements, sites: all centres, in the same order
  const std::vector<CentreSet>& sets;
};

/// Throws ConfigError when an option is out of range, a set has no name, has the name of another or
/// opens a centre twice, or there is no set. A set may be empty of centres: nobody is covered.
CoverageResult run_coverage(const CoverageJob& job, const CoverageOptions& options,
                            Progress& progress);

}  // namespace pahunch
