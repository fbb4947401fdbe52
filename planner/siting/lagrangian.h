/// \file
/// A lower bound by Lagrangian relaxation of "each row is served once", its multipliers found by a
/// subgradient method (Cornuejols, Fisher, Nemhauser 1977; Held, Wolfe, Crowder 1974), and what it
/// proves about columns and rows. For covering it cannot beat the bound of the linear relaxation.
///
/// The bound is safe: for whole losses the multipliers are kept on a binary grid so coarse that
/// every sum is exact; for others the error that rounding can make is taken off.
#pragma once

#include <vector>

#include "planner/siting/restricted_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Where to begin.
struct LagrangianStart {
  double loss_to_beat = 0;               ///< of a known choice
  std::vector<SiteColumn> open = {};     ///< that choice, where the multipliers begin from it …
  std::vector<double> multipliers = {};  ///< … or these, by row
};

struct LagrangianOptions {
  int n_rounds = 3000;       ///< at most
  double first_scale = 1.5;  ///< of steps, which get shorter from there
  double tolerance = 0;  ///< losses that differ by no more are taken as equal; not for whole ones
  double enough = 0;     ///< a bound within so much of the known loss ends the work
};

struct LagrangianResult {
  double bound = 0;  ///< no choice loses less; rounded up for whole losses
  /// A better choice than the known one, ascending; keeps the rules and reaches all. Or nothing.
  std::vector<SiteColumn> open;
  double loss = 0;                  ///< of it, or of the known one
  Fixing fixing;                    ///< of all choices that are better than that
  std::vector<double> multipliers;  ///< of the bound
  /// The free column that says most: without it the bound would rise most. None: no column is free.
  SiteColumn branch = kNoColumn;
};

/// Only the number of sites is looked at in the bound, other rules can but make it larger.
/// The sets that the relaxation proposes are bettered by interchange.
LagrangianResult bound_by_lagrangian(const LossModel& model, const ChoiceRules& rules,
                                     const LagrangianStart& start, const LagrangianOptions& options,
                                     const StopSignal& signal);

}  // namespace pahunch
