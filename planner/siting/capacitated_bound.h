/// \file
/// A lower bound of the capacitated median by Lagrangian relaxation of "each row is given once":
/// what is left is a knapsack a site (Pirkul 1987; Ceselli and Righini 2005), bounded by its linear
/// relaxation, or, where rows are given whole, solved exactly where the capacity is small. It
/// begins from the duals of the transportation problem at the known sites, or for few points given
/// whole from their second best site.
#pragma once

#include "planner/siting/capacitated_search.h"
#include "planner/siting/restricted_model.h"

namespace pahunch {

/// What is known of every choice better than the best one.
struct PairFixing {
  explicit PairFixing(const CapacitatedModel& model);

  /// The row may be given to the slot of its entry.
  [[nodiscard]] bool allows(const CapacitatedModel& model, std::size_t row,
                            std::size_t entry) const;

  std::vector<ColumnState> columns;
  std::vector<std::vector<bool>> is_out;  ///< by row and entry: is not given to that slot
};

struct CapacitatedBound {
  double bound = 0;          ///< no choice costs less
  CapacitatedChoice choice;  ///< the best seen
  PairFixing fixing;
};

/// `choice`: a start, bettered along the way. Pairs are looked at only where rows are given whole
/// and are few.
CapacitatedBound bound_capacitated(const CapacitatedModel& model, const ChoiceRules& rules,
                                   CapacitatedChoice choice, const StopSignal& signal);

}  // namespace pahunch
