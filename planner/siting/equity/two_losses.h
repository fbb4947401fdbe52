/// \file
/// The least weight not covered with a limit on the sum of costs, over what is left of a median:
/// the level programme of level_mip.h with covering as its objective and the sum as a row.
#pragma once

#include "planner/siting/restricted_model.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct TwoLosses {
  const LossModel& sums;        ///< weight times cost
  const LossModel& lost;        ///< weight whose cost is above `limit`
  const RestrictedModel& left;  ///< of `sums`, columns alone fixed
  double limit = 0;
};

/// Betters `found`, whose sum is within `most`, and its bound. Where the programme is too large for
/// CBC to be of use nothing is done.
void solve_two_losses(const TwoLosses& of, double most, Solution& found, const StopSignal& signal);

}  // namespace pahunch
