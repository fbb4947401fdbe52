#include "planner/optimise/curve_svg.h"

#include <fmt/format.h>

#include <algorithm>

#include "planner/optimise/audit_words.h"
#include "planner/optimise/svg_canvas.h"

namespace pahunch {
namespace {

constexpr const char* kCurve = "#2166ac";
constexpr const char* kPlan = "#c51b7d";

struct CurvePoint {
  double n_new = 0;
  const SitingAnswer* answer = nullptr;
};

/// Those that have an answer.
std::vector<CurvePoint> curve_points(const SitingResult& result) {
  std::vector<CurvePoint> points;
  const auto& answers = result.curve->answers;
  for (std::size_t n = 0; n < answers.size(); ++n) {
    if (answers[n].has_sites()) points.push_back({static_cast<double>(n), &answers[n]});
  }
  return points;
}

SvgAxis value_axis(const std::vector<CurvePoint>& points) {
  double low = points.front().answer->objective, high = low;
  for (const auto& [n_new, answer] : points) {
    low = std::min({low, answer->objective, answer->bound});
    high = std::max({high, answer->objective, answer->bound});
  }
  return SvgAxis::around(low, high, 6);
}

class CurvePicture {
 public:
  explicit CurvePicture(const SitingResult& result)
      : result_(result),
        points_(curve_points(result)),
        most_new_(std::max(1.0, points_.back().n_new)),
        up_(value_axis(points_)),
        canvas_({0, most_new_, std::max(1.0, nice_step(most_new_, 12))}, up_,
                "Best " + objective_words(result) + ", by number of new sites") {}

  std::string draw() {
    add_axes();
    add_bounds();
    add_line();
    add_plan();
    return canvas_.finish();
  }

 private:
  [[nodiscard]] double x(double n_new) const { return canvas_.x(n_new); }
  [[nodiscard]] double y(double value) const { return canvas_.y(value); }

  void add_axes() {
    canvas_.add_rungs([&](double value) { return value_words(result_, value); });
    canvas_.add_floor([](double n_new) { return fmt::format("{}", n_new); },
                      fmt::format("new sites, besides the {} locked ones",
                                  result_.made.problem.with_status(SiteStatus::kLocked).size()));
  }

  void add_bounds() {
    for (const auto& [n_new, answer] : points_) {
      if (answer->gap == 0) continue;
      canvas_.add_segment(x(n_new), y(answer->objective), x(n_new), y(answer->bound),
                          "stroke=\"#2166ac\" stroke-width=\"4\" stroke-opacity=\"0.35\"");
    }
  }

  void add_line() {
    std::string path;
    for (const auto& [n_new, answer] : points_) {
      path += fmt::format("{:.1f},{:.1f} ", x(n_new), y(answer->objective));
    }
    canvas_.add_line(path, kCurve);
    for (const auto& [n_new, answer] : points_) {
      canvas_.add_dot(x(n_new), y(answer->objective), 2.5, kCurve,
                      fmt::format("{} new: {} ({})", n_new, value_words(result_, answer->objective),
                                  to_word(answer->status)));
    }
  }

  /// The lists that fit what is announced, where the curve is of the same objective.
  void add_plan() {
    if (!result_.audit || !result_.audit_is_of_objective) return;
    const RuleAudit& audit = *result_.audit;
    const double at = x(static_cast<double>(audit.n_new));
    const ListSpread within = women_within(audit);
    if (static_cast<double>(audit.n_new) > most_new_ || within.least < up_.low) return;
    canvas_.add_segment(at, y(within.low), at, y(within.high),
                        "stroke=\"#c51b7d\" stroke-width=\"3\"");
    canvas_.add_dot(at, y(within.median), 5, kPlan,
                    "official lists, median: " + value_words(result_, within.median));
    canvas_.add_text(at + 12, y(within.median) + 4, "start",
                     "lists by the official rule (90% of them)");
  }

  const SitingResult& result_;
  std::vector<CurvePoint> points_;
  double most_new_;
  SvgAxis up_;
  SvgCanvas canvas_;
};

}  // namespace

std::string draw_curve(const SitingResult& result) { return CurvePicture(result).draw(); }

}  // namespace pahunch
