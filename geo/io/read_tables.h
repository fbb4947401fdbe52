/// \file
/// Reading the table of the hazard by block and month. A row with a value that cannot be used is
/// left out and counted as bad.
#pragma once

#include "geo/io/read_context.h"

namespace pahunch {

/// Every column named like 2021-06 is a month. Fractions lie between 0 and 1. A row whose
/// `estimated` is 1 is not an observation.
HazardLayer read_hazard(const LayerSpec& spec, const AreaLayer& blocks, ReadBooks& books);

}  // namespace pahunch
