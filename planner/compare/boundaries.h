/// \file
/// The areas of a run, to draw a map's changes upon.
#pragma once

#include <string>
#include <vector>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/run_side.h"

namespace pahunch {

struct RunArea {
  std::string id, name;
  std::string parent;  ///< name of the next area up, "" where the run does not say
  MultiPolygon shape;
};

/// `level`: "districts" or "blocks", from the run's map of them; none where it has none. Throws
/// DataError where the file was changed since the run.
std::vector<RunArea> read_run_areas(const RunSide& side, const std::string& level,
                                    const Projection& projection);

/// "districts": id, name and shape.
Table make_boundaries_table(const std::vector<RunArea>& districts);

}  // namespace pahunch
