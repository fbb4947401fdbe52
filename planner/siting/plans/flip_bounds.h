/// \file
/// What every choice loses at least that has a certain column open, or has it closed.
#pragma once

#include "planner/siting/lagrangian.h"

namespace pahunch {

/// The Lagrangian relaxation of a whole model beside a good choice, from the linear relaxation
/// where that is at hand. `open`: a choice of this loss that keeps the rules.
LagrangianResult bound_flips(const LossModel& model, const ChoiceRules& rules,
                             const std::vector<SiteColumn>& open, double tolerance,
                             const StopSignal& signal);

}  // namespace pahunch
