#include "geo/network/find_links.h"

#include <algorithm>

#include "geo/network/detail/segment_math.h"

namespace pahunch {
namespace {

using detail::Segment;

Box get_line_box(std::span<const Xy> line) {
  Box box;
  for (const Xy point : line) box.extend(point);
  return box;
}

bool boxes_meet(const Box& a, const Box& b) {
  return a.min_x_m <= b.max_x_m && b.min_x_m <= a.max_x_m && a.min_y_m <= b.max_y_m &&
         b.min_y_m <= a.max_y_m;
}

double get_segment_distance_m(const Segment& s, const Segment& t) {
  if (detail::touches(s, t)) return 0;
  return std::min(std::min(detail::project(s.a, t).distance_m, detail::project(s.b, t).distance_m),
                  std::min(detail::project(t.a, s).distance_m, detail::project(t.b, s).distance_m));
}

bool is_line_near(std::span<const Xy> a, std::span<const Xy> b, double within_m) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (get_segment_distance_m({a[i - 1], a[i]}, {b[j - 1], b[j]}) <= within_m) return true;
    }
  }
  return false;
}

template <class Wanted>
std::vector<LinkIdx> select_links(const Network& network, const Wanted& wanted) {
  std::vector<LinkIdx> found;
  for (const LinkIdx link : indices(network.from)) {
    if (wanted(network.geometry(link))) found.push_back(link);
  }
  return found;
}

}  // namespace

std::vector<LinkIdx> find_links_near(const Network& network, const Polyline& line,
                                     double within_m) {
  const Box around = get_line_box(line).grown(within_m);
  return select_links(network, [&](std::span<const Xy> geometry) {
    return boxes_meet(get_line_box(geometry), around) && is_line_near(geometry, line, within_m);
  });
}

std::vector<LinkIdx> find_links_in(const Network& network, const MultiPolygon& shape) {
  AreaLayer layer;
  layer.areas.push_back({"", "", AreaIdx(), shape, 0});
  const AreaIndex index(layer);
  return select_links(network,
                      [&](std::span<const Xy> geometry) { return index.is_near(geometry, 0); });
}

Xy get_midpoint(const Network& network, LinkIdx link) {
  const auto points = network.geometry(link);
  const auto along = network.along(link);
  const double half = network.length_m[link] / 2;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (along[i] < half) continue;
    const double stretch = along[i] - along[i - 1];
    return stretch > 0 ? interpolate(points[i - 1], points[i], (half - along[i - 1]) / stretch)
                       : points[i];
  }
  return points.back();
}

}  // namespace pahunch
