/// \file
/// Bettering a choice for its worst draws by opening a column or swapping one for another, until no
/// such change betters it (Teitz and Bart 1968).
#pragma once

#include <vector>

#include "planner/siting/risk/draw_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Least sum of the `n_tail` largest losses; the first betterment is taken, in the order of
/// columns. The rules are kept throughout. Complexity: a round is O(columns x open ones x (rows of
/// a column and the draws that differ in them + draws)). Precondition: `open` keeps the rules.
/// Returns ascending columns.
std::vector<SiteColumn> better_tail(const DrawModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, std::size_t n_tail,
                                    const StopSignal& signal);

}  // namespace pahunch
