#include "geo/io/read_context.h"

#include <fmt/format.h>

#include "geo/model/inner_point.h"

namespace pahunch {

namespace {

constexpr double kMetresPerKm = 1000;

std::string describe(LonLat at) { return fmt::format("at {:.5f}, {:.5f}", at.lon, at.lat); }

/// The coarser level next to one that has areas.
std::optional<AreaLevel> find_level_above(const Dataset& dataset, AreaLevel level) {
  if (level == AreaLevel::kBlock && !dataset.subdivisions.areas.empty()) {
    return AreaLevel::kSubdivision;
  }
  if (level != AreaLevel::kDistrict && !dataset.districts.areas.empty()) {
    return AreaLevel::kDistrict;
  }
  return std::nullopt;
}

}  // namespace

void ReadBooks::begin(LayerRows& rows) {
  paths.insert(paths.end(), rows.paths().begin(), rows.paths().end());
  progress.begin("Reading " + rows.spec().name, rows.source().n_rows());
}

AreaContext::Levels AreaContext::get_levels(AreaIdx finest) const {
  Levels levels;
  std::optional<AreaLevel> level = area.layer().level;
  for (AreaIdx at = finest; level && at.valid(); level = find_level_above(dataset, *level)) {
    if (*level == AreaLevel::kDistrict) levels.district = at;
    if (*level == AreaLevel::kSubdivision) levels.subdivision = at;
    if (*level == AreaLevel::kBlock) levels.block = at;
    at = dataset.areas(*level).areas[at].parent;
  }
  return levels;
}

MultiPolygon to_shape(const std::vector<std::vector<LonLatLine>>& polygons,
                      const Projection& projection) {
  MultiPolygon shape;
  for (const auto& rings : polygons) {
    Polygon polygon{projection.to_xy(rings.front()), {}};
    for (std::size_t i = 1; i < rings.size(); ++i) {
      polygon.holes.push_back(projection.to_xy(rings[i]));
    }
    shape.push_back(std::move(polygon));
  }
  return shape;
}

std::optional<RowPlace> find_place(const SourceRow& row, const Projection& projection,
                                   RowRecorder& recorder) {
  if (!row.bad_coordinate.empty()) {
    recorder.leave_out({"coordinate is not a number", row.bad_coordinate});
    return std::nullopt;
  }
  if (row.shape.empty()) {
    recorder.leave_out({"no geometry"});
    return std::nullopt;
  }
  if (!row.shape.points.empty()) {
    const LonLat at = row.shape.points.front();
    if (!at.valid()) {
      recorder.leave_out({"coordinate is not a number"});
      return std::nullopt;
    }
    const Xy xy = projection.to_xy(at);
    if (row.shape.points.size() > 1) recorder.repair({"several points, the first is used", "", xy});
    return RowPlace{at, xy};
  }
  if (const auto inside = find_inner_point(to_shape(row.shape.polygons, projection))) {
    return RowPlace{projection.to_lon_lat(*inside), *inside};
  }
  recorder.leave_out({"wrong kind of geometry"});
  return std::nullopt;
}

std::optional<AreaPlace> find_area_place(const SourceRow& row, const AreaContext& context,
                                         RowRecorder& recorder, OutsideTally& tally) {
  const auto place = find_place(row, context.area.projection(), recorder);
  if (!place) return std::nullopt;
  if (place->xy.valid()) {
    auto finest = context.area.index().find(place->xy);
    if (!finest) {
      finest = context.area.index().find_nearest(place->xy, context.tolerance_km * kMetresPerKm);
    }
    if (finest) {
      tally.count_inside();
      return AreaPlace{*place, *finest};
    }
  }
  tally.count_outside(place->lon_lat);
  recorder.leave_out({"outside the study area", describe(place->lon_lat), place->xy});
  return std::nullopt;
}

}  // namespace pahunch
