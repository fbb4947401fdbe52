/// \file
/// Bettering a choice by opening a column, closing one, or swapping one for another, until no such
/// change betters it (Teitz and Bart 1968, with the fast evaluation of Whitaker 1983).
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Columns in the order of their numbers are tried in; each takes the place of the open one that it
/// replaces best, if that betters the choice. The rules are kept throughout. Complexity: a round is
/// O(pairs of the model + columns x open ones).
/// Precondition: `open` keeps the rules. Returns ascending columns.
std::vector<SiteColumn> interchange(const LossModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, const StopSignal& signal);

}  // namespace pahunch
