#include "planner/optimise/front_svg.h"

#include <fmt/format.h>

#include <algorithm>

#include "planner/optimise/svg_canvas.h"

namespace pahunch {
namespace {

constexpr const char* kFront = "#2166ac";

SvgAxis second_axis(const SitingFront& of) {
  double low = shown_second(of, of.front.points.front().second), high = low;
  for (const ParetoPoint& point : of.front.points) {
    low = std::min(low, shown_second(of, point.second));
    high = std::max(high, shown_second(of, point.second));
  }
  return SvgAxis::around(low, high, 8);
}

SvgAxis women_axis(const ParetoFront& front) {
  double low = front.points.front().covered, high = low;
  for (const ParetoPoint& point : front.points) {
    low = std::min(low, point.covered);
    high = std::max(high, point.bound);
  }
  return SvgAxis::around(low, high, 6);
}

}  // namespace

std::string draw_front(const SitingResult& result) {
  const SitingFront& of = *result.front;
  SvgCanvas canvas(second_axis(of), women_axis(of.front),
                   fmt::format("Most {} for each {}", objective_words(result), second_meaning(of)));
  canvas.add_rungs([&](double value) { return value_words(result, value); });
  canvas.add_floor(
      [](double value) { return fmt::format("{:g}", value); },
      second_meaning(of) + (of.kind == CriterionKind::kWorstArea ? ", % (more is better)"
                                                                 : ", minutes (less is better)"));
  std::string path;
  for (const ParetoPoint& point : of.front.points) {
    const double x = canvas.x(shown_second(of, point.second));
    path += fmt::format("{:.1f},{:.1f} ", x, canvas.y(point.covered));
    if (point.gap() > 0) {
      canvas.add_segment(x, canvas.y(point.covered), x, canvas.y(point.bound),
                         "stroke=\"#2166ac\" stroke-width=\"4\" stroke-opacity=\"0.35\"");
    }
  }
  canvas.add_line(path, kFront);
  for (const ParetoPoint& point : of.front.points) {
    canvas.add_dot(
        canvas.x(shown_second(of, point.second)), canvas.y(point.covered), 4, kFront,
        fmt::format("{}, {}", value_words(result, point.covered), second_words(of, point.second)));
  }
  return canvas.finish();
}

}  // namespace pahunch
