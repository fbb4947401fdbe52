/// \file
/// A search through what bound and fixing leave open: each node is bounded by a few rounds of the
/// Lagrangian relaxation from the multipliers of the node above, and split by the column whose
/// closing would raise the bound most. Open first, depth first.
///
/// Beats CBC where rows are long and few columns are left, such as for medians of few sites, and
/// its bounds are as safe as those of the relaxation.
#pragma once

#include "planner/siting/restricted_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct BranchOptions {
  std::size_t n_nodes = 0;  ///< at most
  double tolerance = 0;     ///< as of the relaxation
};

struct BranchResult {
  std::vector<SiteColumn> open;  ///< a better choice of the original model, or nothing
  double loss = 0;               ///< of it, or of the known one
  double bound = 0;              ///< `loss` where the search came to its end
};

/// `left`: what may hold a choice better than `loss`. `multipliers`: by its row, or empty.
BranchResult branch_loss(const RestrictedModel& left, double loss, std::vector<double> multipliers,
                         const BranchOptions& options, const StopSignal& signal);

/// Values by row of `outer` for the rows that are left in a restriction of it.
std::vector<double> values_left(const RestrictedModel& inner, const std::vector<double>& values);

}  // namespace pahunch
