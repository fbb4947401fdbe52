#include "geo/model/inner_point.h"

#include "geo/model/detail/geos.h"
#include "geo/model/repair_shape.h"

namespace pahunch {

std::optional<Xy> find_inner_point(const MultiPolygon& shape) {
  const auto repaired = repair_shape(shape);
  if (repaired.state == ShapeState::kBeyondRepair) return std::nullopt;
  const geos::Context context;
  const auto geometry = geos::make_multi_polygon(context, repaired.shape);
  const Xy at = geos::get_inner_point(context, geometry.get());
  return at.valid() ? std::optional(at) : std::nullopt;
}

}  // namespace pahunch
