/// \file
/// Who gains and who loses between two sets of centres, at each limit.
#pragma once

#include <optional>
#include <vector>

#include "geo/coverage/area_coverage.h"

namespace pahunch {

/// At one inclusive limit; the four add up to everyone.
struct LimitChange {
  Women covered_in_both;
  Women newly_covered;  ///< only under the later set
  Women lost;           ///< only under the baseline
  Women still_beyond;   ///< under neither, for whatever reason
  [[nodiscard]] Women total() const {
    return covered_in_both + newly_covered + lost + still_beyond;
  }
  friend bool operator==(const LimitChange&, const LimitChange&) = default;
};

/// One entry for each limit of the bands.
using AreaChange = std::vector<LimitChange>;

struct LevelChange {
  AreaLevel level = AreaLevel::kDistrict;
  IdxVector<AreaIdx, AreaChange> areas;
  AreaChange unassigned;
};

/// `later.women` and `later.bands` count.
AreaChange compare_all(const SetReach& baseline, const CoverageView& later);
LevelChange compare_level(const SetReach& baseline, const CoverageView& later, AreaLevel level);

/// Time saved in milliseconds (negative: longer); none unless both have a time.
std::optional<std::int64_t> find_saved_ms(const SettlementReach& baseline,
                                          const SettlementReach& later);

/// True when within the limit, inclusive.
inline bool is_covered(const SettlementReach& reach, TravelTime limit) {
  return reach.time.reachable() && reach.time <= limit;
}

}  // namespace pahunch
