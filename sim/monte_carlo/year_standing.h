/// \file
/// Where the women of each settlement stand through a replicate year: p(served) by settlement, and
/// the ledger.
#pragma once

#include <vector>

#include "geo/network/road_service.h"
#include "sim/monte_carlo/ledger.h"
#include "sim/monte_carlo/year_cases.h"

namespace pahunch {

/// All women, and those of rural places.
struct LedgerPair {
  Ledger all, rural;
  LedgerPair& operator+=(const LedgerPair& other) {
    all += other.all;
    rural += other.rural;
    return *this;
  }
};

struct Standings {
  /// Of the year: reached within the limit, and not turned away or kept waiting too long.
  IdxVector<SettlementIdx, double> p_served;
  /// The same within each of the other limits of the rules. Who is helped does not depend on it.
  std::vector<IdxVector<SettlementIdx, double>> p_within = {};
  LedgerPair total;
  IdxVector<AreaIdx, LedgerPair> by_block;  ///< settlements in no block are in the total only
};

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): references are always given
struct StandingInputs {
  const World& world;
  YearTrips year;
  const IdxVector<SiteIdx, double>& p_not_helped;
  const RoadService& service;
  std::size_t set = 0;
};

/// Each ledger adds up to its women x 12 months, exactly. Cost: O(settlements x months), hardly
/// more with other limits.
Standings find_standings(const StandingInputs& inputs);

}  // namespace pahunch
