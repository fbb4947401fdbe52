/// \file
/// Set covering, backup covering and p-centre, exactly by CBC on the merged rows.
#pragma once

#include "planner/siting/cover_model.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

/// The fewest columns that cover at least `target` (of the model's weights and what is covered).
/// The loss is their number.
Solution solve_set_cover(const CoverModel& model, const ChoiceRules& rules, std::int64_t target,
                         const StopSignal& signal);

/// The most weight covered; the loss is the weight of the rows that are not.
Solution solve_backup(const CoverModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                      const StopSignal& signal);

/// The least largest cost of the nearest open site, by a search over the distinct costs with a
/// covering inside (Minieka 1970). Costs count up to `limit`.
Solution solve_centre(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                      const StopSignal& signal);

}  // namespace pahunch
