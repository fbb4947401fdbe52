/// \file
/// A lower bound of the capacitated median by Lagrangian relaxation of "each row is given once":
/// what is left is a knapsack a site (Pirkul 1987; Ceselli and Righini 2005), bounded by its linear
/// relaxation, or solved exactly where the capacity is small.
#pragma once

#include "planner/siting/capacitated_search.h"
#include "planner/siting/restricted_model.h"

namespace pahunch {

/// What is known of every choice better than the best one.
struct PairFixing {
  explicit PairFixing(const CapacitatedModel& model);

  std::vector<ColumnState> columns;
  std::vector<std::vector<bool>> is_out;  ///< by row and entry: is not given to that slot
};

struct CapacitatedBound {
  double bound = 0;
  CapacitatedChoice choice;  ///< the best seen
  PairFixing fixing;
};

/// `choice`: a start, bettered along the way.
CapacitatedBound bound_capacitated(const CapacitatedModel& model, const ChoiceRules& rules,
                                   CapacitatedChoice choice, const StopSignal& signal);

}  // namespace pahunch
