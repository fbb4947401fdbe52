/// \file
/// The lines of a row, ready for use: projected, measured on the ground, without repeated points.
#pragma once

#include <vector>

#include "geo/io/read_context.h"

namespace pahunch {

struct GroundLine {
  Polyline line;
  std::vector<double> segment_m;  ///< geodesic
};

/// Empty, with the row left out and the reason recorded, when there is no usable line within
/// `margin_km` of the study area; lines beyond are counted in `tally` and make no row a bad one.
std::vector<GroundLine> read_lines(const SourceRow& row, const AreaContext& context,
                                   RowRecorder& recorder, OutsideTally& tally);

}  // namespace pahunch
