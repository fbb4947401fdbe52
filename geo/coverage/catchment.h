/// \file
/// What each open centre is for: its catchment, its marginal gain, its overlap with others.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "geo/coverage/area_coverage.h"
#include "geo/coverage/reach_lists.h"

namespace pahunch {

struct Overlap {
  CentreIdx other;
  Women both;  ///< within the limit of both
};

struct CentreCatchment {
  CentreIdx centre;
  std::size_t n_settlements = 0;  ///< for which it is the nearest
  Women nearest;                  ///< women for whom it is the nearest, at any time
  Women nearest_within;           ///< of these, within the limit
  Women within;                   ///< within the limit of it, nearest or not
  Women marginal;                 ///< within the limit of it and of no other open centre: they lose
                                  ///< cover when it closes
  Women gain_alone;               ///< newly covered when it alone is added to the baseline
  TimeStats times;                ///< of `nearest`
  std::vector<Overlap> overlaps;  ///< with open centres; most women first, then smaller index

  /// Within the limit of it and of at least one other open centre.
  [[nodiscard]] Women shared() const { return within - marginal; }
};

struct CatchmentInputs {
  const WomenBySettlement& women;
  const ReachLists& lists;   ///< of every open centre, to at least `limit`
  const SetReach& reach;     ///< of this set
  const SetReach* baseline;  ///< null, or of the baseline set: then `gain_alone` is counted
  std::span<const CentreIdx> open;
  TravelTime limit;  ///< inclusive
};

/// One entry for each open centre, in the order of `open`. Cost: the pairs, plus for each
/// settlement the square of the number of open centres within its limit.
std::vector<CentreCatchment> compute_catchments(const CatchmentInputs& inputs);

}  // namespace pahunch
