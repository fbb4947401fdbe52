/// \file
/// The best choice of a loss model: greedy, interchange, Lagrangian bound and fixing, and CBC on
/// what is left.
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/mip.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct SolveGoal {
  double gap_frac = 0;               ///< a gap up to this share of the objective is good enough
  std::optional<double> total = {};  ///< of a maximum: the objective is this less the loss
  /// Columns to begin from beside the greedy choice, grown or cut to what the rules let.
  std::vector<SiteColumn> start = {};
  /// Only choices that lose less are looked for: the bound is this where it is proven that there is
  /// none. Then the work begins from `start` alone, where there is one.
  double cutoff = kInfinity;
  bool is_any_enough = false;  ///< the first choice below the cutoff ends the search
  double scale = 0;            ///< of what the loss is a part of: round-off is measured by it
};

/// What a solver found of a problem to be minimised.
struct Solution {
  std::optional<std::vector<SiteColumn>> open = {};  ///< none: no choice was found
  double loss = 0;                                   ///< of it
  double bound = 0;                                  ///< no choice loses less
  bool is_too_large = false;  ///< the search was not carried to its end for that
};

/// When the signal stops it, the best so far and what is proven by then. Without a choice and with
/// a bound of infinity there is none.
Solution solve_loss(const LossModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                    const StopSignal& signal);

}  // namespace pahunch
