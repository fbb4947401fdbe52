#include "planner/optimise/svg_canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/io/xml_text.h"

namespace pahunch {

double nice_step(double range, int n_steps) {
  const double rough = range / n_steps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

SvgAxis SvgAxis::around(double low, double high, int n_steps) {
  SvgAxis axis;
  axis.step = nice_step(std::max(high - low, 1e-9), n_steps);
  axis.low = std::floor(low / axis.step) * axis.step;
  axis.high = std::ceil(high / axis.step) * axis.step;
  if (axis.high <= axis.low) axis.high = axis.low + axis.step;
  return axis;
}

SvgCanvas::SvgCanvas(const SvgAxis& across, const SvgAxis& up, const std::string& title)
    : across_(across), up_(up) {
  out_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"{2}\">\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
      kWidth, kHeight, kInk);
  add_text(kLeft, 28, "start", title);
}

void SvgCanvas::add_text(double at_x, double at_y, const char* anchor, const std::string& text) {
  out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", at_x, at_y,
                      anchor, xml_text(text));
}

void SvgCanvas::add_segment(double x1, double y1, double x2, double y2, const char* look) {
  out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1,
                      y1, x2, y2, look);
}

void SvgCanvas::add_dot(double at_x, double at_y, double radius, const char* colour,
                        const std::string& title) {
  out_ += fmt::format(
      "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"><title>{}</title></circle>\n", at_x,
      at_y, radius, colour, xml_text(title));
}

void SvgCanvas::add_line(const std::string& points, const char* colour) {
  out_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                      points, colour);
}

void SvgCanvas::add_rungs(const Label& label) {
  for (double value = up_.low; value <= up_.high + up_.step / 1000; value += up_.step) {
    add_segment(kLeft, y(value), kWidth - kRight, y(value), "stroke=\"#e5e8e8\"");
    add_text(kLeft - 8, y(value) + 4, "end", label(value));
  }
}

void SvgCanvas::add_floor(const Label& label, const std::string& meaning) {
  for (double value = across_.low; value <= across_.high + across_.step / 1000;
       value += across_.step) {
    add_text(x(value), kHeight - kBottom + 20, "middle", label(value));
  }
  add_segment(kLeft, kHeight - kBottom, kWidth - kRight, kHeight - kBottom, "stroke=\"#17202a\"");
  add_text((kLeft + kWidth - kRight) / 2, kHeight - kBottom + 44, "middle", meaning);
}

}  // namespace pahunch
