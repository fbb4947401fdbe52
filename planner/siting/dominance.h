/// \file
/// Columns that need not be looked at, as another does at least as well in every row.
#pragma once

#include "planner/siting/restricted_model.h"

namespace pahunch {

/// The model and rules without the dominated columns. A number of sites that is now too large is
/// cut to what is left: all of them are then opened, and any of the rest beside them.
///
/// Drops nothing where more than the number of sites is ruled, as then the worse site may be the
/// one that the rules let through, or where sites that make up the number cost something. Of equal
/// columns the first stays.
RestrictedModel drop_dominated(const LossModel& model, const ChoiceRules& rules);

}  // namespace pahunch
