#include "planner/batch/design.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"
#include "sim/sensitivity/unit_points.h"

namespace pahunch {
namespace {

std::string value_at(const SampledRange& range, double place) {
  if (!range.whole) return fmt::format("{:.6g}", range.low + place * (range.high - range.low));
  const double n_values = range.high - range.low + 1;
  return fmt::format("{:.0f}", std::min(range.low + std::floor(place * n_values), range.high));
}

/// Before memory is taken for them.
void require_few(const std::vector<GridAxis>& axes) {
  std::size_t n = 1;
  for (const GridAxis& axis : axes) {
    n *= axis.values.size();
    if (n <= kMostScenarios) continue;
    throw ConfigError(
        {.what = fmt::format("the combinations of the grid are more than {}", kMostScenarios),
         .hint = "share them among several batches"});
  }
}

}  // namespace

std::vector<std::vector<Parameter>> list_combinations(const std::vector<GridAxis>& axes) {
  if (axes.empty()) return {};
  require_few(axes);
  std::vector<std::vector<Parameter>> rows = {{}};
  for (const GridAxis& axis : axes) {
    std::vector<std::vector<Parameter>> longer;
    for (const auto& row : rows) {
      for (const std::string& value : axis.values) {
        longer.push_back(row);
        longer.back().push_back({axis.key, value});
      }
    }
    rows = std::move(longer);
  }
  return rows;
}

std::vector<std::vector<Parameter>> draw_points(const Sample& sample) {
  const PointRequest request{
      .n_points = sample.n_points, .n_dimensions = sample.ranges.size(), .seed = sample.seed};
  const UnitPoints points = sample.method == SampleMethod::kSobol ? make_sobol_points(request)
                                                                  : make_latin_hypercube(request);
  std::vector<std::vector<Parameter>> rows(points.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < sample.ranges.size(); ++i) {
      rows[row].push_back({sample.ranges[i].key, value_at(sample.ranges[i], points[row][i])});
    }
  }
  return rows;
}

}  // namespace pahunch
