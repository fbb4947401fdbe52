/// \file
/// Choosing one column after the other, each time the one that gains most (lazily: a gain only
/// falls as others open, so that an old one is a bound; Minoux 1978).
///
/// The gain over the locked sites of covering and of median is at least 1 - 1/e of the best where
/// only the number of sites is ruled, and 1/2 with an upper limit for each of disjoint groups
/// beside it (Nemhauser, Wolsey, Fisher 1978). For every other mixture of rules there is no
/// guarantee.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "planner/siting/loss_model.h"

namespace pahunch {

/// Ascending. Lower limits first; then while there is room and, beyond the least number, a gain.
/// With a budget, gain for each unit of cost counts. None: lower limits could not be met this way.
/// `first`: opened before all others, as far as upper limits let.
std::optional<std::vector<SiteColumn>> choose_greedily(const LossModel& model,
                                                       const ChoiceRules& rules,
                                                       std::span<const SiteColumn> first = {});

/// What is guaranteed of its gain; none: nothing.
std::optional<double> greedy_guarantee(const ChoiceRules& rules);

}  // namespace pahunch
