/// \file
/// How fair covering can be: the largest share that every area can have, and the smallest Gini
/// coefficient.
///
/// From a choice on, one that is fairer is looked for (solve_fair.h) until it is proven that there
/// is none.
#pragma once

#include "planner/siting/equity/solve_fair.h"

namespace pahunch {

struct Fairest {
  std::optional<std::vector<SiteColumn>> open = {};  ///< none: no choice keeps the other limits
  double value = 0;        ///< the least share of any area, or the Gini coefficient
  bool is_proven = false;  ///< nothing is better; of a Gini coefficient, by `kGiniStep`
};

/// No choice gives every area a larger share: by the linear relaxation, or 1 where it is stopped.
double bound_floor(const AreaCover& model, const ChoiceRules& rules, const StopSignal& signal);

/// Smaller steps of a Gini coefficient are not looked for.
constexpr double kGiniStep = 1e-4;

/// `start`: keeps the rules. Limits of the Gini coefficient are not looked at.
Fairest find_largest_floor(const AreaCover& model, const ChoiceRules& rules,
                           const std::vector<SiteColumn>& start, const StopSignal& signal);

/// Among choices that cover what is owed.
Fairest find_smallest_gini(const AreaCover& model, const ChoiceRules& rules,
                           const FairLimits& limits, const std::vector<SiteColumn>& start,
                           const StopSignal& signal);

/// The least weights with which no area has a smaller share than this, as shares are divided here.
std::vector<std::int64_t> owed_from(const std::vector<std::int64_t>& weights, double least_share);

}  // namespace pahunch
