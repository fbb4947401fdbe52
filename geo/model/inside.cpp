#include "geo/model/inside.h"

#include "geo/model/detail/geos.h"

namespace pahunch {

std::vector<bool> find_inside(const MultiPolygon& shape, std::span<const Xy> places) {
  std::vector<bool> inside(places.size(), false);
  if (shape.empty()) return inside;
  const geos::Context context;
  const auto geometry = geos::make_multi_polygon(context, shape);
  const auto prepared = geos::prepare(context, geometry);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].valid()) continue;
    const auto point = geos::make_point(context, places[i]);
    inside[i] = context.check(GEOSPreparedIntersects_r(context.get(), prepared.get(), point.get()));
  }
  return inside;
}

}  // namespace pahunch
