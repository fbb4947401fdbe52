/// \file
/// The need of each settlement: women x one rate, the rate set so that what is reported at the
/// travel times of today adds up to the registered cases of a year.
///
/// Totals fix this one level and nothing else. A steeper decay of reporting means more need far
/// away for the same total.
#pragma once

#include <vector>

#include "geo/coverage/women.h"
#include "sim/demand/reporting.h"

namespace pahunch {

using SettlementTimes = IdxVector<SettlementIdx, TravelTime>;

struct NeedInputs {
  const WomenBySettlement& women;
  const SettlementTimes& today;  ///< to the nearest centre of the first set, dry
  double registered_per_year = 0;
};

struct Need {
  IdxVector<SettlementIdx, double> per_year;  ///< expected cases next door to a centre
  double total_per_year = 0;                  ///< of all settlements, the unreachable among them
  double per_100k_women = 0;
};

/// Throws DataError when cases are registered and nobody could have come.
Need calibrate_need(const NeedInputs& inputs, const Reporting& reporting);

}  // namespace pahunch
