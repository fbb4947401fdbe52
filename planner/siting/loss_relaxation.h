/// \file
/// The linear relaxation of a loss model all of whose rows have one level, such as covering.
///
/// It is solved as its own dual: a row for each column of the model, and for each of its rows a
/// bounded column. A model has many more rows than columns, and a simplex basis is as large as the
/// rows of the programme, so that this is several times faster than the programme as it stands.
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct LossRelaxation {
  std::vector<double> multipliers;  ///< good ones for the Lagrangian relaxation, by row
  std::vector<double> openness;     ///< 0 .. 1 by column
};

/// Beyond so many the Lagrangian relaxation alone is faster by far, and nearly as good.
constexpr std::size_t kMostRelaxedEntries = 100'000;

/// Empty for other models, for one of more entries than that and for one without rows, where no
/// choice keeps the rules, and when the signal stops it.
LossRelaxation relax_loss(const LossModel& model, const ChoiceRules& rules,
                          const StopSignal& signal);

}  // namespace pahunch
