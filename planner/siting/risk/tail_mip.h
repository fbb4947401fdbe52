/// \file
/// The worst draws as a linear programme (solve_tail.h).
#pragma once

#include "planner/siting/mip.h"
#include "planner/siting/risk/draw_model.h"

namespace pahunch {

struct TailMip {
  MipModel mip;
  std::vector<int> open;  ///< columns of the sites
};

/// A row is lost unless a column of it is open; the weight lost dry is one column that all draws
/// share, so that a draw's row holds only what differs.
TailMip make_tail_mip(const DrawModel& model, const ChoiceRules& rules, std::size_t n_tail);

}  // namespace pahunch
