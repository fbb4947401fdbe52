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

struct LagrangianOptions {
  int n_rounds = 3000;   ///< at most
  double tolerance = 0;  ///< losses that differ by no more are taken as equal; not for whole ones
};

struct LagrangianResult {
  double bound = 0;              ///< no choice loses less; rounded up for whole losses
  std::vector<SiteColumn> open;  ///< the best choice seen, ascending; keeps the rules
  double loss = 0;               ///< of it
  Fixing fixing;                 ///< of all choices that are better than it
};

/// Only the number of sites is looked at in the bound, other rules can but make it larger.
/// `open`: a choice that keeps the rules and reaches all. It is bettered by interchange from the
/// sets that the relaxation proposes.
LagrangianResult bound_by_lagrangian(const LossModel& model, const ChoiceRules& rules,
                                     std::vector<SiteColumn> open, const LagrangianOptions& options,
                                     const StopSignal& signal);

}  // namespace pahunch
