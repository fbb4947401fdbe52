/// \file
/// Bettering a choice beyond what interchange finds: a few of its sites are swapped for others
/// drawn at random, the result is bettered by interchange, and taken where it is better; each time
/// it is not, one more site is swapped (variable neighbourhood search for the median problem,
/// Hansen and Mladenovic 1997).
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// A number of tries whose work is bounded, fewer the larger the model is; 0 for the largest.
std::size_t affordable_tries(const LossModel& model);

/// Never a worse choice than `open`, and the same one in each run that the signal does not stop.
/// Complexity: a try is an interchange. Precondition: `open` keeps the rules. Ascending columns.
std::vector<SiteColumn> search_neighbourhoods(const LossModel& model, const ChoiceRules& rules,
                                              const std::vector<SiteColumn>& open,
                                              std::size_t n_tries, const StopSignal& signal);

}  // namespace pahunch
