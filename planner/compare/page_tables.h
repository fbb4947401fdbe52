/// \file
/// The settlements and the centres of two runs as compare.html needs them: columns of the first run
/// end in "_before", those of the second in "_after".
#pragma once

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/comparison.h"

namespace pahunch {

/// "settlements": those of either run, with the bands of the second run's limits; cells of a run
/// that lacks the settlement are empty.
Table make_page_settlements(const Comparison& comparison, const Projection& projection);

/// "centres": those open in either run. One that moved stands there twice: where it stood, as
/// "moved from" and open before, then where it stands, as "moved" and open after.
Table make_page_centres(const Comparison& comparison, const Projection& projection);

}  // namespace pahunch
