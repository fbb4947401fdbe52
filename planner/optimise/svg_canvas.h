/// \file
/// The frame of a chart and what is drawn in it (SVG): values become places on the paper here.
#pragma once

#include <functional>
#include <string>

namespace pahunch {

/// 1, 2 or 5 times a power of ten, so that about so many steps fill a range above nothing.
double nice_step(double range, int n_steps);

/// Low and high end of an axis, with a line at each step.
struct SvgAxis {
  double low = 0, high = 1, step = 1;

  /// That holds a range, its ends at steps.
  static SvgAxis around(double low, double high, int n_steps);
};

class SvgCanvas {
 public:
  static constexpr double kWidth = 900, kHeight = 520, kLeft = 110, kRight = 30, kTop = 60,
                          kBottom = 70;
  static constexpr const char* kInk = "#17202a";

  SvgCanvas(const SvgAxis& across, const SvgAxis& up, const std::string& title);

  [[nodiscard]] double x(double value) const {
    return kLeft + (value - across_.low) / (across_.high - across_.low) * (kWidth - kLeft - kRight);
  }
  [[nodiscard]] double y(double value) const {
    return kHeight - kBottom -
           (value - up_.low) / (up_.high - up_.low) * (kHeight - kTop - kBottom);
  }

  /// All in places on the paper. `look`: further attributes.
  void add_text(double at_x, double at_y, const char* anchor, const std::string& text);
  void add_segment(double x1, double y1, double x2, double y2, const char* look);
  void add_dot(double at_x, double at_y, double radius, const char* colour,
               const std::string& title);
  /// `points`: "x,y x,y …".
  void add_line(const std::string& points, const char* colour);

  using Label = std::function<std::string(double)>;
  /// A line across at each step up, and a number below at each step across with what it is of.
  void add_rungs(const Label& label);
  void add_floor(const Label& label, const std::string& meaning);
  [[nodiscard]] std::string finish() const { return out_ + "</svg>\n"; }

 private:
  SvgAxis across_, up_;
  std::string out_;
};

}  // namespace pahunch
