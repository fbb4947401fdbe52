/// \file
/// Centres that opened, closed or moved from one run to another.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/run_rows.h"

namespace pahunch {

enum class CentreFate : std::uint8_t { kSame, kOpened, kClosed, kMoved };
std::string_view to_string(CentreFate fate);  ///< "as before", "opened", "closed", "moved"

struct ComparedCentre {
  std::string id;
  RunCentre centre;  ///< of the second run; of the first where it is closed
  CentreFate fate = CentreFate::kSame;
  double moved_m = 0;
};

/// All that are open in either run, by id.
std::vector<ComparedCentre> compare_centres(const RunCentres& before, const RunCentres& after);

/// "centre_changes": points.
Table make_centre_changes_table(const std::vector<ComparedCentre>& centres,
                                const Projection& projection);

}  // namespace pahunch
