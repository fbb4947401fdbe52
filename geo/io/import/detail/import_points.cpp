#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/base/error.h"
#include "geo/io/import/detail/import_parts.h"
#include "geo/io/import/population_raster.h"
#include "geo/io/ogr_source.h"
#include "geo/io/parse_value.h"
#include "geo/io/table.h"
#include "geo/io/write_table.h"
#include "geo/model/largest_remainder.h"

namespace pahunch::detail {
namespace {

constexpr int kDegreeDecimals = 7;

struct Place {
  std::string id, name;
  LonLat at;
  Persons population = 0;
};

bool is_inside(const ImportAreas& areas, LonLat at) {
  return !areas.exact || areas.exact->contains(at);
}

std::optional<LonLat> find_point(const SourceShape& shape) {
  if (!shape.points.empty()) return shape.points.front();
  if (shape.polygons.empty()) return std::nullopt;
  Bounds bounds;
  for (const LonLat at : shape.polygons.front().front()) bounds.extend(at);
  return LonLat{(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2};
}

std::vector<Place> get_osm_places(const ImportAreas& areas, const ImportPoints& points,
                                  ImportReport& report) {
  std::vector<Place> places;
  std::uint64_t n_unknown = 0;
  for (const osm::Point& point : points) {
    if (point.kind != osm::PointKind::kPlace || !is_inside(areas, point.at.lon_lat())) continue;
    if (!point.population) ++n_unknown;
    places.push_back({point.id, point.name, point.at.lon_lat(), point.population.value_or(0)});
  }
  if (n_unknown > 0) {
    report.add("settlements", "places without a population, taken as 0",
               static_cast<double>(n_unknown));
    report.warnings.push_back(
        fmt::format("{} of {} places of the map have no population: give --population, a raster",
                    n_unknown, places.size()));
  }
  return places;
}

std::vector<Place> read_raster_places(const ImportRequest& request, const ImportAreas& areas,
                                      ImportReport& report) {
  const RasterOptions options{request.cell_km, areas.exact ? &*areas.exact : nullptr};
  const auto raster = read_population_raster(*request.population, options);
  std::vector<Place> places;
  for (const RasterPlace& place : raster.places) {
    const auto id = fmt::format("r{}c{}", place.row, place.column);
    places.push_back({id, id, place.at, place.persons});
  }
  report.add("population raster", "pixels read", static_cast<double>(raster.n_pixels));
  report.add("population raster", "pixels without data", static_cast<double>(raster.n_no_data));
  report.add("population raster", "pixels outside", static_cast<double>(raster.n_outside));
  report.add("population raster", "pixels along the side of a square", raster.merged);
  return places;
}

std::vector<Place> read_layer_places(const ImportRequest& request, const ImportAreas& areas,
                                     ImportReport& report) {
  std::vector<Place> places;
  for (auto& point : read_source_points(*request.settlements, areas, "settlements", report)) {
    const auto population = find_number(point.population);
    if (!population || *population < 0) {
      report.add("settlements", "population not understood, taken as 0: " + point.id, 1);
    }
    const double persons = population && *population > 0 ? *population : 0;
    places.push_back({std::move(point.id), std::move(point.name), point.at, std::llround(persons)});
  }
  return places;
}

/// Women of each place: their share of all people, rounded once, by largest remainder.
std::vector<Persons> get_women(const std::vector<Place>& places, double share) {
  Persons people = 0;
  std::vector<double> weights;
  for (const Place& place : places) {
    people += place.population;
    weights.push_back(static_cast<double>(place.population));
  }
  if (people == 0) return std::vector<Persons>(places.size(), 0);
  return split_by_largest_remainder(std::llround(static_cast<double>(people) * share), weights);
}

std::vector<Column> make_columns(std::vector<Column> last) {
  std::vector<Column> columns = {
      {.name = "id"},
      {.name = "name"},
      {.name = "lon", .type = ColumnType::kReal, .decimals = kDegreeDecimals, .unit = "degrees"},
      {.name = "lat", .type = ColumnType::kReal, .decimals = kDegreeDecimals, .unit = "degrees"}};
  for (auto& column : last) columns.push_back(std::move(column));
  return columns;
}

void write_table(const ImportContext& context, const Table& table) {
  const auto file = table.name + ".csv";
  write_csv(table, context.folder.path(file));
  context.folder.add(file, static_cast<std::int64_t>(table.rows.size()));
}

/// Facilities of the map, or points of the layer that was given.
std::vector<SourcePoint> get_centres(const ImportContext& context, const ImportAreas& areas,
                                     const ImportPoints& points, ImportReport& report) {
  if (context.request.centres) {
    return read_source_points(*context.request.centres, areas, "centres", report);
  }
  std::vector<SourcePoint> centres;
  for (const osm::Point& point : points) {
    if (point.kind != osm::PointKind::kMedical || !is_inside(areas, point.at.lon_lat())) continue;
    centres.push_back({point.id, point.name, point.what, "", point.at.lon_lat()});
  }
  return centres;
}

}  // namespace

std::vector<SourcePoint> read_source_points(const ImportSource& source, const ImportAreas& areas,
                                            const std::string& subject, ImportReport& report) {
  LayerSpec spec;
  spec.name = subject;
  spec.source = std::filesystem::absolute(source.file).string();
  spec.layer = source.layer;
  const auto column = [&](const std::string& role) {
    const auto named = source.fields.find(role);
    return named == source.fields.end() ? role : named->second;
  };
  spec.x = column("lon");
  spec.y = column("lat");
  if (spec.x == spec.y) throw ConfigError({.what = "lon and lat are one column: " + spec.x});
  if (source.file.extension() == ".csv") spec.crs = "EPSG:4326";
  OgrSource rows(spec, named_by_a_person(), GeometryNeed::kPoint);
  std::map<std::string, std::optional<std::size_t>> slots;
  for (const std::string role : {"id", "name", "kind", "population"}) {
    slots[role] = source.fields.contains(role) ? std::optional(rows.read_slot(column(role)))
                                               : rows.find_slot(role);
  }
  std::vector<SourcePoint> points;
  std::uint64_t n_no_place = 0, n_outside = 0;
  SourceRow row;
  while (rows.read_next(row)) {
    const auto text = [&](const char* role, const std::string& otherwise) {
      const auto slot = slots.at(role);
      return slot && row.values[*slot] ? *row.values[*slot] : otherwise;
    };
    const auto at = find_point(row.shape);
    if (!at) {
      ++n_no_place;
    } else if (!is_inside(areas, *at)) {
      ++n_outside;
    } else {
      const auto id = text("id", row.name);
      points.push_back({id, text("name", id), text("kind", ""), text("population", ""), *at});
    }
  }
  report.add(subject, "rows without a place, left out", static_cast<double>(n_no_place));
  report.add(subject, "rows outside the study area, left out", static_cast<double>(n_outside));
  return points;
}

void write_settlements(const ImportContext& context, const ImportAreas& areas,
                       const ImportPoints& points, ImportReport& report) {
  const auto& request = context.request;
  const auto places = request.population    ? read_raster_places(request, areas, report)
                      : request.settlements ? read_layer_places(request, areas, report)
                                            : get_osm_places(areas, points, report);
  const auto women = get_women(places, request.women_share);
  Table table{.name = "settlements",
              .columns = make_columns({{.name = "population", .type = ColumnType::kInteger},
                                       {.name = "women", .type = ColumnType::kInteger}})};
  Persons people = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    people += place.population;
    table.rows.push_back({place.id, place.name.empty() ? place.id : place.name, place.at.lon,
                          place.at.lat, std::int64_t{place.population}, std::int64_t{women[i]}});
  }
  report.n_settlements = static_cast<std::int64_t>(places.size());
  report.add("settlements", "settlements written", static_cast<double>(places.size()));
  report.add("settlements", "population", static_cast<double>(people), "persons");
  write_table(context, table);
}

void write_centres(const ImportContext& context, const ImportAreas& areas,
                   const ImportPoints& points, ImportReport& report) {
  Table table{.name = "centres", .columns = make_columns({{.name = "status"}, {.name = "kind"}})};
  for (const auto& centre : get_centres(context, areas, points, report)) {
    table.rows.push_back({centre.id, centre.name.empty() ? centre.id : centre.name, centre.at.lon,
                          centre.at.lat, std::string("candidate"), centre.kind});
  }
  report.n_centres = static_cast<std::int64_t>(table.rows.size());
  report.add("centres", "candidate sites written", static_cast<double>(report.n_centres));
  write_table(context, table);
}

}  // namespace pahunch::detail
