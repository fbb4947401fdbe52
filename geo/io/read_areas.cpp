#include "geo/io/read_areas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/base/error.h"
#include "geo/model/area_index.h"
#include "geo/model/boundary_quality.h"
#include "geo/model/repair_shape.h"

namespace pahunch {

namespace {

struct AreaValues {
  std::optional<LayerRows::Value> id, name, parent;
};

void check_on_earth(const AreaRow& area, const AreaRows& rows) {
  for (const auto& polygon : area.polygons) {
    for (const auto& ring : polygon) {
      for (const auto at : ring) {
        if (!at.valid() || (std::fabs(at.lon) <= 180 && std::fabs(at.lat) <= 90)) continue;
        throw DataError(
            {.what = fmt::format("a boundary lies at {}, {}, which is not on the earth", at.lon,
                                 at.lat),
             .where = fmt::format("{}, {}", rows.where, area.row),
             .why = "the numbers are no degrees: they are probably metres of a projected CRS",
             .hint = "give the file its CRS (a .prj, or crs = \"EPSG:...\")"});
      }
    }
  }
}

/// The row as an area, or nothing when it is left out.
std::optional<AreaRow> find_area(LayerRows& rows, const AreaValues& values, RowRecorder& recorder) {
  AreaRow area;
  const auto* id = rows.get(values.id);
  if (id == nullptr) {
    recorder.leave_out({"no id"});
    return std::nullopt;
  }
  recorder.rename(*id);
  if (rows.row().shape.polygons.empty()) {
    recorder.leave_out({rows.row().shape.empty() ? "no geometry" : "wrong kind of geometry"});
    return std::nullopt;
  }
  area.row = rows.row().name;
  area.id = *id;
  const auto* name = rows.get(values.name);
  if (name == nullptr) recorder.note_repair({"no name, the id is used"});
  area.name = name != nullptr ? *name : *id;
  if (const auto* parent = rows.get(values.parent)) area.parent = *parent;
  area.polygons = rows.row().shape.polygons;
  return area;
}

using IdMap = std::map<std::string, AreaIdx>;

IdMap get_ids(const AreaLayer& layer) {
  IdMap ids;
  for (const auto at : indices(layer.areas)) ids.emplace(layer.areas[at].id, at);
  return ids;
}

[[noreturn]] void refuse_shape(const AreaRow& row, const AreaRows& rows,
                               const std::string& reason) {
  throw DataError({.what = fmt::format("the boundary of {} '{}' ({}) is beyond repair",
                                       to_string(rows.level), row.name, row.id),
                   .where = fmt::format("{}, {}: {}", rows.where, row.row, reason),
                   .why = "nobody knows which places are inside",
                   .hint = "correct the shape in QGIS (Vector > Geometry Tools > Check Validity)"});
}

/// The area with its repaired shape; nothing when it is left out, as `check` does.
std::optional<Area> find_valid_area(const AreaRow& row, AreaRows& rows,
                                    const Projection& projection, RowRecorder::BadRows bad_rows) {
  auto repaired = repair_shape(to_shape(row.polygons, projection));
  if (repaired.state == ShapeState::kBeyondRepair) {
    if (bad_rows == RowRecorder::BadRows::kLimited) refuse_shape(row, rows, repaired.reason);
    rows.recorder.rename(row.id);
    rows.recorder.leave_out({"boundary beyond repair", repaired.reason});
    return std::nullopt;
  }
  if (repaired.state == ShapeState::kRepaired) {
    rows.recorder.rename(row.id);
    rows.recorder.note_repair(
        {kReasonShapeRepaired, repaired.reason, repaired.shape.front().outer.front()});
  }
  const double area_km2 = projection.area_km2(repaired.shape);
  return Area{row.id, row.name, AreaIdx(), std::move(repaired.shape), area_km2};
}

struct RingSums {
  double twice_area = 0, x = 0, y = 0;
};

RingSums get_ring_sums(const LonLatLine& ring) {
  RingSums sums;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const LonLat a = ring[i - 1], b = ring[i];
    const double cross = a.lon * b.lat - b.lon * a.lat;
    sums.twice_area += cross;
    sums.x += (a.lon + b.lon) * cross;
    sums.y += (a.lat + b.lat) * cross;
  }
  return sums;
}

void link_parents(AreaLayer& layer, const AreaRows& rows, const AreaLayer& parents,
                  RowRecorder& recorder) {
  if (parents.areas.empty()) return;
  const auto ids = get_ids(parents);
  std::map<std::string, const AreaRow*> by_id;
  for (const auto& row : rows.rows) by_id.emplace(row.id, &row);
  for (auto& area : layer.areas) {
    const auto& given = by_id.at(area.id)->parent;
    if (given.empty()) continue;
    if (const auto at = ids.find(given); at != ids.end()) {
      area.parent = at->second;
    } else {
      recorder.repair_row(area.id,
                          {"unknown parent, found by surface", fmt::format("parent = '{}'", given),
                           area.shape.front().outer.front()});
    }
  }
  assign_parents(layer, parents);
  for (const auto& area : layer.areas) {
    if (!area.parent.valid()) recorder.repair_row(area.id, {"in no area of the level above"});
  }
}

}  // namespace

AreaRows read_area_rows(AreaLevel level, const LayerSpec& spec, ReadBooks& books) {
  LayerRows source(spec, books.home, GeometryNeed::kPolygon);
  books.begin(source);
  const AreaValues values{source.find_value("id"), source.find_value("name"),
                          source.find_value("parent")};
  const auto& where = source.source().where();
  AreaRows rows{level, spec, where, RowRecorder(spec, where, books.bad_rows), {}};
  std::map<std::string, AreaRow> by_id;
  while (source.next()) {
    rows.recorder.begin(source.row().name);
    auto area = find_area(source, values, rows.recorder);
    books.progress.advance(1);
    if (!area) continue;
    check_on_earth(*area, rows);
    auto [at, is_new] = by_id.try_emplace(area->id, *area);
    if (is_new) continue;
    rows.recorder.repair({"repeated id, the parts are merged"});
    auto& parts = at->second.polygons;
    parts.insert(parts.end(), area->polygons.begin(), area->polygons.end());
  }
  for (auto& [id, area] : by_id) rows.rows.push_back(std::move(area));
  return rows;
}

LonLat get_centroid(const AreaRows& rows) {
  RingSums all;
  for (const auto& row : rows.rows) {
    for (const auto& polygon : row.polygons) {
      const auto sums = get_ring_sums(polygon.front());
      // Whatever way a ring turns, it counts as surface.
      const double sign = sums.twice_area < 0 ? -1 : 1;
      all.twice_area += sign * sums.twice_area;
      all.x += sign * sums.x;
      all.y += sign * sums.y;
    }
  }
  if (all.twice_area == 0) return rows.rows.front().polygons.front().front().front();
  return {all.x / (3 * all.twice_area), all.y / (3 * all.twice_area)};
}

AreaLayer make_areas(AreaRows& rows, const Projection& projection, const AreaLayer& parents,
                     ReadBooks& books) {
  AreaLayer layer{rows.level, rows.spec.modelled, {}};
  for (const auto& row : rows.rows) {
    if (auto area = find_valid_area(row, rows, projection, books.bad_rows)) {
      layer.areas.push_back(*std::move(area));
    }
  }
  link_parents(layer, rows, parents, rows.recorder);
  books.finish(rows.recorder);
  return layer;
}

}  // namespace pahunch
