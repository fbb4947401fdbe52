#include "planner/optimise/curve_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/io/xml_text.h"
#include "planner/optimise/audit_words.h"

namespace pahunch {
namespace {

constexpr double kWidth = 900, kHeight = 520, kLeft = 110, kRight = 30, kTop = 60, kBottom = 70;
constexpr const char* kInk = "#17202a";
constexpr const char* kCurve = "#2166ac";
constexpr const char* kPlan = "#c51b7d";

/// 1, 2 or 5 times a power of ten, so that about so many steps fill a range.
double nice_step(double range, int n_steps) {
  const double rough = range / n_steps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

class CurvePicture {
 public:
  explicit CurvePicture(const SitingResult& result) : result_(result) {
    const auto& answers = result.curve->answers;
    for (std::size_t n = 0; n < answers.size(); ++n) {
      if (answers[n].has_sites()) points_.push_back({static_cast<double>(n), &answers[n]});
    }
    most_new_ = std::max(1.0, points_.back().n_new);
    low_ = high_ = points_.front().answer->objective;
    for (const auto& [n_new, answer] : points_) {
      low_ = std::min({low_, answer->objective, answer->bound});
      high_ = std::max({high_, answer->objective, answer->bound});
    }
    const double step = nice_step(std::max(high_ - low_, 1e-9), 6);
    low_ = std::floor(low_ / step) * step;
    high_ = std::ceil(high_ / step) * step;
    if (high_ <= low_) high_ = low_ + step;
    step_ = step;
  }

  std::string draw() {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"{2}\">\n"
        "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
        kWidth, kHeight, kInk);
    add_text(kLeft, 28, "start", "Best " + objective_words(result_) + ", by number of new sites");
    add_axes();
    add_bounds();
    add_line();
    add_plan();
    return out_ + "</svg>\n";
  }

 private:
  [[nodiscard]] double x(double n_new) const {
    return kLeft + n_new / most_new_ * (kWidth - kLeft - kRight);
  }
  [[nodiscard]] double y(double value) const {
    return kHeight - kBottom - (value - low_) / (high_ - low_) * (kHeight - kTop - kBottom);
  }

  void add_text(double at_x, double at_y, const char* anchor, const std::string& text) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", at_x,
                        at_y, anchor, xml_text(text));
  }
  void add_segment(double x1, double y1, double x2, double y2, const char* look) {
    out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1,
                        y1, x2, y2, look);
  }
  void add_dot(double at_x, double at_y, double radius, const char* colour,
               const std::string& title) {
    out_ += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"><title>{}</title></circle>\n",
        at_x, at_y, radius, colour, xml_text(title));
  }

  void add_axes() {
    for (double value = low_; value <= high_ + step_ / 2; value += step_) {
      add_segment(kLeft, y(value), kWidth - kRight, y(value), "stroke=\"#e5e8e8\"");
      add_text(kLeft - 8, y(value) + 4, "end", value_words(result_, value));
    }
    const double step = std::max(1.0, nice_step(most_new_, 12));
    for (double n = 0; n <= most_new_ + 1e-9; n += step) {
      add_text(x(n), kHeight - kBottom + 20, "middle", fmt::format("{}", n));
    }
    add_segment(kLeft, kHeight - kBottom, kWidth - kRight, kHeight - kBottom, "stroke=\"#17202a\"");
    add_text((kLeft + kWidth - kRight) / 2, kHeight - kBottom + 44, "middle",
             fmt::format("new sites, besides the {} locked ones",
                         result_.made.problem.with_status(SiteStatus::kLocked).size()));
  }

  void add_bounds() {
    for (const auto& [n_new, answer] : points_) {
      if (answer->gap == 0) continue;
      add_segment(x(n_new), y(answer->objective), x(n_new), y(answer->bound),
                  "stroke=\"#2166ac\" stroke-width=\"4\" stroke-opacity=\"0.35\"");
    }
  }

  void add_line() {
    std::string path;
    for (const auto& [n_new, answer] : points_) {
      path += fmt::format("{:.1f},{:.1f} ", x(n_new), y(answer->objective));
    }
    out_ += fmt::format(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", path, kCurve);
    for (const auto& [n_new, answer] : points_) {
      add_dot(x(n_new), y(answer->objective), 2.5, kCurve,
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
    if (static_cast<double>(audit.n_new) > most_new_ || within.least < low_) return;
    add_segment(at, y(within.low), at, y(within.high), "stroke=\"#c51b7d\" stroke-width=\"3\"");
    add_dot(at, y(within.median), 5, kPlan,
            "official lists, median: " + value_words(result_, within.median));
    add_text(at + 12, y(within.median) + 4, "start", "lists by the official rule (90% of them)");
  }

  struct Point {
    double n_new = 0;
    const SitingAnswer* answer = nullptr;
  };

  const SitingResult& result_;
  std::vector<Point> points_;  ///< those that have an answer
  double most_new_ = 1, low_ = 0, high_ = 1, step_ = 1;
  std::string out_;
};

}  // namespace

std::string draw_curve(const SitingResult& result) { return CurvePicture(result).draw(); }

}  // namespace pahunch
