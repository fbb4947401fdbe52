/// \file
/// The cases of need of one replicate year, each with all that does not depend on centres.
///
/// A settlement's count is Poisson with mean need x the year of its district, which is gamma with
/// mean 1. Counts, days, hours, channels and the number that decides on reporting come from streams
/// keyed (seed, replicate, purpose, settlement and ordinal): they do not depend on the centres, the
/// roads or other settlements. Reporting thins this one stream (see thinning.h), so that under a
/// set of centres that is nowhere farther the cases contain those under the other.
///
/// Days are even over the year, as no table shows a season; hours even within day (8 to 20 o'clock)
/// and night.
///
/// Cost: about 40 ns a settlement and 150 ns a case.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/model/operations.h"
#include "geo/model/settlement.h"
#include "sim/demand/need.h"

namespace pahunch {

inline constexpr std::int64_t kDaysInYear = 365;

/// One parameter draw.
struct DemandTheta {
  double registered_per_year = 0;
  double report_at_hour = 0.5;
  double district_variance = 0.11;
  double p_helpline = 0.3;
  double p_emergency = 0.2;
  double p_night = 0.2;
};

struct LatentCase {
  SettlementIdx settlement = {};
  std::uint64_t key = 0;       ///< who she is: settlement and ordinal
  std::int64_t called_ms = 0;  ///< after the year's beginning
  Channel channel = Channel::kWalkIn;
  double report_level = 0;  ///< reported where the share of reporting is above it
};

/// Keys of the streams, made once. Sorted as the settlements are.
struct DemandKeys {
  explicit DemandKeys(const SettlementLayer& layer, const AreaLayer& districts);
  IdxVector<SettlementIdx, std::uint64_t> settlement;
  IdxVector<SettlementIdx, std::uint64_t> district;  ///< of the settlement's district
};

struct DemandYear {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
};

/// In order of time, ties by key.
std::vector<LatentCase> draw_latent_cases(const Need& need, const DemandTheta& theta,
                                          const DemandKeys& keys, const DemandYear& year);

}  // namespace pahunch
