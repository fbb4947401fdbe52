/// \file
/// For each centre, the settlements that reach it within a limit: the sparse travel-time matrix.
///
/// One centre's times are computed at a time and only pairs within the limit are kept, so that
/// memory is bounded by the settlements of a few rows plus the pairs kept, never by the full
/// matrix.
#pragma once

#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "geo/coverage/reach.h"

namespace pahunch {

struct SettlementTime {
  SettlementIdx settlement;
  TravelTime time;
  friend bool operator==(const SettlementTime&, const SettlementTime&) = default;
};

/// By centre; sorted by settlement; empty for a centre that was not asked for.
using ReachLists = IdxVector<CentreIdx, std::vector<SettlementTime>>;

/// `limit` is inclusive. Parallel over centres; the same result on any number of threads.
ReachLists collect_reach_lists(const TravelModel& model, std::span<const CentreIdx> centres,
                               TravelTime limit, Progress& progress);
/// With a limit for each settlement, inclusive.
using ReachLimits = IdxVector<SettlementIdx, TravelTime>;
ReachLists collect_reach_lists(const TravelModel& model, std::span<const CentreIdx> centres,
                               const ReachLimits& limits, Progress& progress);

/// Keeps the pairs within one district, and all pairs of settlements without a district.
ReachLists keep_own_district(const ReachLists& lists, const Dataset& dataset);

}  // namespace pahunch
