/// \file
/// Quick good choices for the objectives that count coverings.
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/cover_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Opens columns greedily, by weight covered and half covered, until `target` is covered, then
/// closes those that it can do without. Ascending; none: the rules stopped it short.
std::optional<std::vector<SiteColumn>> cover_greedily(const CoverModel& model,
                                                      const ChoiceRules& rules,
                                                      std::int64_t target);

/// As many columns as the rules let, then swapped one for one while that covers more. First come
/// those of high `openness` (0 .. 1 by column, or empty), as far as they are open more than half;
/// the others greedily.
std::optional<std::vector<SiteColumn>> cover_most(const CoverModel& model, const ChoiceRules& rules,
                                                  const std::vector<double>& openness,
                                                  const StopSignal& signal);

}  // namespace pahunch
