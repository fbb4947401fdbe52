/// \file
/// How unequally travel time falls on women, over those who have a time.
#pragma once

#include <optional>
#include <vector>

#include "geo/coverage/inequality.h"
#include "geo/coverage/reach.h"
#include "geo/coverage/women.h"

namespace pahunch {

struct Equity {
  Persons women = 0;                ///< counted: those with a time
  std::optional<double> gini;       ///< of minutes, person-weighted
  std::vector<LorenzPoint> lorenz;  ///< at each tenth of the women, 11 points; empty without time
  std::optional<WorstOff> worst_tenth;  ///< share of all travel time; mean in minutes
};

Equity compute_equity(const WomenBySettlement& women, const SetReach& reach);

}  // namespace pahunch
