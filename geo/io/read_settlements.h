/// \file
/// Reading the settlements: where women live.
///
/// Rules for single rows, each counted by its reason: a repeated id gets "#2"; an empty or unusable
/// number counts as 0; an unknown area is replaced by the one that the place lies in, or by the
/// nearest within the tolerance; a place outside the study area is left out; a row without a usable
/// share takes that of its area, else that of all. Persons derived from shares are whole, and add
/// up to the rounded total of each area exactly.
#pragma once

#include "geo/io/dataset_spec.h"
#include "geo/io/read_context.h"

namespace pahunch {

SettlementLayer read_settlements(const SettlementSpec& spec, const AreaContext& context,
                                 ReadBooks& books);

}  // namespace pahunch
