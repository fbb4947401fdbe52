#include "geo/io/style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "geo/base/error.h"
#include "geo/io/xml_template.h"

namespace pahunch {
namespace {

constexpr std::string_view kEach = "<!-- each class -->";
constexpr std::string_view kEnd = "<!-- end -->";

struct Colour {
  int red, green, blue;
};

// ColorBrewer RdYlBu, near to far, with a darker middle so that it shows on white paper.
constexpr std::array<Colour, 5> kRamp = {
    {{33, 102, 172}, {116, 173, 209}, {245, 208, 96}, {244, 121, 55}, {189, 22, 38}}};
constexpr Colour kUnreachableColour = {77, 77, 77};

[[noreturn]] void fail(const std::string& what) {
  throw DataError({.what = what,
                   .why = "QGIS would show the layer in one colour",
                   .hint = "restore the template from the program's data/style"});
}

/// Repeats the parts between the two marks, once a class.
std::string repeat_classes(std::string_view text, std::span<const XmlValues> classes) {
  std::string result;
  for (auto at = text.find(kEach); at != std::string_view::npos; at = text.find(kEach)) {
    const auto end = text.find(kEnd, at);
    if (end == std::string_view::npos) fail("a style template has a part without an end");
    result += text.substr(0, at);
    const auto part = text.substr(at + kEach.size(), end - at - kEach.size());
    for (const XmlValues& values : classes) result += fill_xml(part, values);
    text.remove_prefix(end + kEnd.size());
  }
  return result += text;
}

std::string require_filled(std::string style) {
  const auto at = style.find("{{");
  if (at == std::string::npos) return style;
  fail("a style template has an unknown placeholder: " +
       style.substr(at, style.find("}}", at) + 2 - at));
}

/// The colour a fraction (0-1) along the ramp.
Colour ramp_colour(double frac) {
  const double place = frac * static_cast<double>(kRamp.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), kRamp.size() - 2);
  const double rest = place - static_cast<double>(below);
  const auto mix = [rest](int a, int b) { return static_cast<int>(a + (b - a) * rest + 0.5); };
  const Colour a = kRamp[below];
  const Colour b = kRamp[below + 1];
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

XmlValues make_class(std::size_t index, std::string label, Colour colour) {
  const auto text = fmt::format("{},{},{},255", colour.red, colour.green, colour.blue);
  return {{"index", std::to_string(index)}, {"label", std::move(label)}, {"colour", text}};
}

using NamedColour = std::pair<std::string, Colour>;

std::vector<NamedColour> band_colours(std::span<const double> limits_min) {
  std::vector<NamedColour> colours;
  const auto labels = make_band_labels(limits_min);
  for (const std::string& label : labels) {
    const auto frac = static_cast<double>(colours.size()) / static_cast<double>(labels.size() - 1);
    colours.emplace_back(label, ramp_colour(frac));
  }
  colours.emplace_back(kUnreachableBand, kUnreachableColour);
  return colours;
}

}  // namespace

std::string read_style(const std::filesystem::path& folder, std::string_view name) {
  return read_xml_template(folder / (std::string(name) + ".qml"));
}

std::vector<std::string> make_band_labels(std::span<const double> limits_min) {
  const bool ascending =
      std::ranges::adjacent_find(limits_min, std::greater_equal{}) == limits_min.end();
  if (limits_min.empty() || limits_min.front() <= 0 || !ascending) {
    throw InvariantError({.what = "limits of bands must be above zero and rise"});
  }
  std::vector<std::string> labels;
  double from = 0;
  for (const double to : limits_min) {
    labels.push_back(fmt::format("{:g}-{:g}", from, to));
    from = to;
  }
  labels.push_back(fmt::format("over {:g}", from));
  return labels;
}

std::vector<BandClass> make_band_classes(std::span<const double> limits_min) {
  std::vector<BandClass> classes;
  for (const NamedColour& band : band_colours(limits_min)) {
    const Colour& colour = band.second;
    classes.push_back(
        {band.first, fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)});
  }
  return classes;
}

std::string make_band_style(std::string_view style_template, std::string_view attribute,
                            std::span<const double> limits_min) {
  std::vector<XmlValues> classes;
  for (const auto& [label, colour] : band_colours(limits_min)) {
    classes.push_back(make_class(classes.size(), label, colour));
  }
  const auto repeated = repeat_classes(style_template, classes);
  return require_filled(fill_xml(repeated, {{"attribute", std::string(attribute)}}));
}

std::string make_limit_style(std::string_view style_template, std::string_view attribute,
                             std::span<const double> limits_min) {
  std::vector<XmlValues> classes;
  for (std::size_t i = 0; i < limits_min.size(); ++i) {
    const double frac = static_cast<double>(i) / static_cast<double>(limits_min.size());
    classes.push_back(make_class(i, fmt::format("{}", limits_min[i]), ramp_colour(frac)));
  }
  const auto repeated = repeat_classes(style_template, classes);
  return require_filled(fill_xml(repeated, {{"attribute", std::string(attribute)}}));
}

std::string make_share_style(std::string_view style_template, std::string_view attribute) {
  return require_filled(fill_xml(style_template, {{"attribute", std::string(attribute)}}));
}

}  // namespace pahunch
