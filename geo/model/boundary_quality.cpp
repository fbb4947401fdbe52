#include "geo/model/boundary_quality.h"

#include <algorithm>

#include "geo/model/detail/geos.h"

namespace pahunch {

namespace {

constexpr double kSquareMetresPerKm2 = 1e6;

struct Shapes {
  explicit Shapes(const AreaLayer& layer);
  geos::Context context;
  std::vector<geos::Geometry> areas;
  std::vector<Box> boxes;
};

Shapes::Shapes(const AreaLayer& layer) {
  for (const auto& area : layer.areas) {
    areas.push_back(geos::make_multi_polygon(context, area.shape));
    Box box;
    for (const auto& polygon : area.shape) {
      for (const auto point : polygon.outer) box.extend(point);
    }
    boxes.push_back(box);
  }
}

bool meet(const Box& a, const Box& b) {
  return a.min_x_m <= b.max_x_m && b.min_x_m <= a.max_x_m && a.min_y_m <= b.max_y_m &&
         b.min_y_m <= a.max_y_m;
}

/// The pairs (i, j), i < j, whose boxes meet: a sweep from left to right.
std::vector<std::pair<std::size_t, std::size_t>> get_neighbours(const std::vector<Box>& boxes) {
  std::vector<std::size_t> order(boxes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(boxes[a].min_x_m, a) < std::pair(boxes[b].min_x_m, b);
  });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (std::size_t next = at + 1; next < order.size(); ++next) {
      const auto &a = boxes[order[at]], &b = boxes[order[next]];
      if (b.min_x_m > a.max_x_m) break;
      if (meet(a, b)) pairs.push_back(std::minmax(order[at], order[next]));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::vector<AreaOverlap> find_overlaps(const Shapes& shapes, double ignore_below_m2) {
  std::vector<AreaOverlap> overlaps;
  const auto& context = shapes.context;
  for (const auto& [i, j] : get_neighbours(shapes.boxes)) {
    const auto shared = geos::own(
        context, GEOSIntersection_r(context.get(), shapes.areas[i].get(), shapes.areas[j].get()));
    const double area_m2 = geos::get_area_m2(context, shared.get());
    if (area_m2 < ignore_below_m2 || area_m2 == 0) continue;
    overlaps.push_back({AreaIdx(i), AreaIdx(j), area_m2 / kSquareMetresPerKm2,
                        geos::get_inner_point(context, shared.get())});
  }
  std::stable_sort(overlaps.begin(), overlaps.end(),
                   [](const auto& a, const auto& b) { return a.area_km2 > b.area_km2; });
  return overlaps;
}

geos::Geometry make_union(const Shapes& shapes) {
  const auto& context = shapes.context;
  std::vector<GEOSGeometry*> copies;
  for (const auto& area : shapes.areas) {
    copies.push_back(context.check(GEOSGeom_clone_r(context.get(), area.get())));
  }
  const auto all = geos::own(
      context, GEOSGeom_createCollection_r(context.get(), GEOS_GEOMETRYCOLLECTION, copies.data(),
                                           static_cast<unsigned>(copies.size())));
  return geos::own(context, GEOSUnaryUnion_r(context.get(), all.get()));
}

std::vector<AreaGap> find_gaps(const geos::Context& context, const MultiPolygon& united,
                               double ignore_below_m2) {
  std::vector<AreaGap> gaps;
  for (const auto& polygon : united) {
    for (const auto& hole : polygon.holes) {
      const auto gap = geos::make_polygon(context, {hole, {}});
      const double area_m2 = geos::get_area_m2(context, gap.get());
      if (area_m2 < ignore_below_m2) continue;
      gaps.push_back({area_m2 / kSquareMetresPerKm2, geos::get_inner_point(context, gap.get())});
    }
  }
  std::stable_sort(gaps.begin(), gaps.end(),
                   [](const auto& a, const auto& b) { return a.area_km2 > b.area_km2; });
  return gaps;
}

template <class Item>
double get_sum_km2(const std::vector<Item>& items) {
  double sum = 0;
  for (const auto& item : items) sum += item.area_km2;
  return sum;
}

}  // namespace

BoundaryQuality measure_boundary_quality(const AreaLayer& layer, double ignore_below_m2) {
  BoundaryQuality quality;
  quality.level = layer.level;
  if (layer.areas.empty()) return quality;
  const Shapes shapes(layer);
  quality.overlaps = find_overlaps(shapes, ignore_below_m2);
  const auto united = make_union(shapes);
  quality.union_km2 = geos::get_area_m2(shapes.context, united.get()) / kSquareMetresPerKm2;
  quality.gaps = find_gaps(shapes.context, geos::to_multi_polygon(shapes.context, united.get()),
                           ignore_below_m2);
  quality.overlap_km2 = get_sum_km2(quality.overlaps);
  quality.gap_km2 = get_sum_km2(quality.gaps);
  return quality;
}

}  // namespace pahunch
