#include "geo/io/source_lines.h"

#include <algorithm>

namespace pahunch {

namespace {

constexpr double kMetresPerKm = 1000;

LonLatLine drop_repeated(const LonLatLine& line) {
  LonLatLine points;
  std::unique_copy(line.begin(), line.end(), std::back_inserter(points));
  return points;
}

bool is_finite(const SourceShape& shape) {
  return std::all_of(shape.lines.begin(), shape.lines.end(), [](const LonLatLine& line) {
    return std::all_of(line.begin(), line.end(), [](LonLat at) { return at.valid(); });
  });
}

}  // namespace

std::vector<GroundLine> read_lines(const SourceRow& row, const AreaContext& context,
                                   RowRecorder& recorder, OutsideTally& tally) {
  if (row.shape.lines.empty()) {
    recorder.leave_out({row.shape.empty() ? "no geometry" : "wrong kind of geometry"});
    return {};
  }
  if (!is_finite(row.shape)) {
    recorder.leave_out({"coordinate is not a number"});
    return {};
  }
  const auto& projection = context.area.projection();
  std::vector<GroundLine> lines;
  bool has_length = false;
  for (const auto& part : row.shape.lines) {
    const auto points = drop_repeated(part);
    if (points.size() < 2) continue;
    has_length = true;
    auto xy = projection.to_xy(points);
    const bool valid = std::all_of(xy.begin(), xy.end(), [](Xy at) { return at.valid(); });
    if (!valid || !context.area.index().is_near(xy, context.margin_km * kMetresPerKm)) {
      tally.count_outside(points.front());
      continue;
    }
    tally.count_inside();
    lines.push_back({std::move(xy), get_segment_lengths_m(points)});
  }
  if (!has_length) {
    recorder.leave_out({"line without length"});
  } else if (lines.empty()) {
    recorder.note_left_out({"beyond the margin of the study area"});
  }
  return lines;
}

}  // namespace pahunch
