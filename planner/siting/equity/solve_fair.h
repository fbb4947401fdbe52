/// \file
/// The most weight covered by a choice that is fair to the areas: a search by swaps, and CBC on the
/// programme of fair_mip.h, again and again with what its answer broke.
#pragma once

#include "planner/siting/equity/area_cover.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct FairGoal {
  std::vector<SiteColumn> start = {};  ///< keeps the rules, fair or not
  double least_loss = 0;               ///< known: no choice loses less, fair or not
  double gap_frac = 0;                 ///< a gap up to this share of what is covered will do
  bool is_any_enough = false;          ///< the first fair choice ends the search
};

/// The loss is the weight not covered. Without a choice and with a bound of infinity there is none.
Solution solve_fair(const AreaCover& model, const ChoiceRules& rules, const FairLimits& limits,
                    const FairGoal& goal, const StopSignal& signal);

/// A choice bettered by swaps while the least share of any area rises, or more is covered beside
/// it. Precondition: `open` keeps the rules.
std::vector<SiteColumn> raise_floor(const AreaCover& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, const StopSignal& signal);

/// What a choice covers of each area.
CoveredAreas coverage_of(const AreaCover& model, const std::vector<SiteColumn>& open);

}  // namespace pahunch
