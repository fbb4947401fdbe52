#include "geo/model/area_index.h"

#include <algorithm>
#include <vector>

#include "geo/model/detail/geos.h"

namespace pahunch {

struct AreaIndex::Shapes {
  geos::Context context;
  std::vector<geos::Geometry> areas;
  std::vector<geos::Prepared> prepared;
  std::vector<std::size_t> numbers;  ///< what the tree points at
  geos::Tree tree;

  /// Areas whose boxes meet that of the geometry, in the order of their indices.
  [[nodiscard]] std::vector<std::size_t> get_candidates(const geos::Geometry& geometry) const {
    std::vector<std::size_t> found;
    GEOSSTRtree_query_r(
        context.get(), tree.get(), geometry.get(),
        [](void* item, void* list) {
          static_cast<std::vector<std::size_t>*>(list)->push_back(*static_cast<std::size_t*>(item));
        },
        &found);
    std::sort(found.begin(), found.end());
    return found;
  }
};

AreaIndex::AreaIndex(const AreaLayer& layer) : shapes_(std::make_unique<Shapes>()) {
  constexpr std::size_t kNodeCapacity = 10;  // the value GEOS recommends
  auto& s = *shapes_;
  const auto handle = s.context.get();
  s.tree = geos::Tree(s.context.check(GEOSSTRtree_create_r(handle, kNodeCapacity)),
                      geos::Delete{handle});
  s.numbers.resize(layer.areas.size());
  for (const auto& area : layer.areas) {
    const std::size_t number = s.areas.size();
    s.numbers[number] = number;
    s.areas.push_back(geos::make_multi_polygon(s.context, area.shape));
    s.prepared.push_back(geos::prepare(s.context, s.areas.back()));
    GEOSSTRtree_insert_r(handle, s.tree.get(), s.areas.back().get(), &s.numbers[number]);
  }
}

AreaIndex::~AreaIndex() = default;

std::optional<AreaIdx> AreaIndex::find(Xy at) const {
  const auto& s = *shapes_;
  const auto point = geos::make_point(s.context, at);
  for (const auto i : s.get_candidates(point)) {
    if (s.context.check(
            GEOSPreparedIntersects_r(s.context.get(), s.prepared[i].get(), point.get()))) {
      return AreaIdx(i);
    }
  }
  return std::nullopt;
}

std::optional<AreaIdx> AreaIndex::find_nearest(Xy at, double within_m) const {
  const auto& s = *shapes_;
  Box box;
  box.extend(at);
  const auto point = geos::make_point(s.context, at);
  std::optional<AreaIdx> nearest;
  double nearest_m = within_m;
  for (const auto i : s.get_candidates(geos::make_box(s.context, box.grown(within_m)))) {
    double distance_m = 0;
    GEOSPreparedDistance_r(s.context.get(), s.prepared[i].get(), point.get(), &distance_m);
    if (distance_m < nearest_m || (!nearest && distance_m <= nearest_m)) {
      nearest = AreaIdx(i);
      nearest_m = distance_m;
    }
  }
  return nearest;
}

double AreaIndex::get_distance_m(AreaIdx area, Xy at) const {
  const auto& s = *shapes_;
  const auto point = geos::make_point(s.context, at);
  double distance_m = 0;
  GEOSPreparedDistance_r(s.context.get(), s.prepared[area.value()].get(), point.get(), &distance_m);
  return distance_m;
}

std::optional<AreaIdx> AreaIndex::find_most_shared(const MultiPolygon& shape) const {
  const auto& s = *shapes_;
  const auto geometry = geos::make_multi_polygon(s.context, shape);
  std::optional<AreaIdx> most;
  double most_m2 = 0;
  for (const auto i : s.get_candidates(geometry)) {
    const auto shared =
        geos::own(s.context, GEOSIntersection_r(s.context.get(), s.areas[i].get(), geometry.get()));
    const double shared_m2 = geos::get_area_m2(s.context, shared.get());
    if (shared_m2 > most_m2) {
      most = AreaIdx(i);
      most_m2 = shared_m2;
    }
  }
  return most;
}

bool AreaIndex::is_near(std::span<const Xy> line, double within_m) const {
  const auto& s = *shapes_;
  Box box;
  for (const auto point : line) box.extend(point);
  const auto geometry = geos::make_line(s.context, line);
  const auto candidates = s.get_candidates(geos::make_box(s.context, box.grown(within_m)));
  return std::any_of(candidates.begin(), candidates.end(), [&](std::size_t i) {
    return s.context.check(GEOSPreparedDistanceWithin_r(s.context.get(), s.prepared[i].get(),
                                                        geometry.get(), within_m));
  });
}

void assign_parents(AreaLayer& children, const AreaLayer& parents) {
  if (parents.areas.empty()) return;
  const AreaIndex index(parents);
  for (auto& child : children.areas) {
    if (!child.parent.valid()) {
      child.parent = index.find_most_shared(child.shape).value_or(AreaIdx());
    }
  }
}

}  // namespace pahunch
