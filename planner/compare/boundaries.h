/// \file
/// The districts of a run, to draw a map's changes upon.
#pragma once

#include <optional>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/run_side.h"

namespace pahunch {

/// "districts": id, name and shape, from the run's districts.geojson; none where it has none.
/// Throws DataError where the file was changed since the run.
std::optional<Table> read_districts_of(const RunSide& side, const Projection& projection);

}  // namespace pahunch
