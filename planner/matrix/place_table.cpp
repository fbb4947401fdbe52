#include "planner/matrix/place_table.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "geo/base/error.h"
#include "planner/csv/csv_reader.h"

namespace pahunch {
namespace {

Xy project(LonLat at, const Projection& projection, const CsvReader& reader) {
  const bool in_range = std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90;
  const Xy xy = in_range ? projection.to_xy(at) : Xy();
  if (xy.valid()) return xy;
  throw DataError({.what = fmt::format("lon {} lat {} is no place of the working CRS {}", at.lon,
                                       at.lat, projection.crs()),
                   .where = reader.where(),
                   .hint = "are lon and lat swapped, or not in degrees?"});
}

}  // namespace

PlaceTable read_places(std::istream& in, const std::string& file, const Projection& projection) {
  CsvReader reader(in, file);
  const auto id = reader.get_column("id");
  const auto lon = reader.get_column("lon");
  const auto lat = reader.get_column("lat");
  PlaceTable table;
  std::set<std::string> seen;
  CsvReader::Row row;
  while (reader.next(row)) {
    if (!seen.insert(row[id]).second) {
      throw DataError({.what = fmt::format("the id '{}' is there twice", row[id]),
                       .where = reader.where(),
                       .hint = "keep one row an id"});
    }
    table.ids.push_back(row[id]);
    table.points.push_back(
        project({reader.number(row, lon), reader.number(row, lat)}, projection, reader));
  }
  if (table.ids.empty()) {
    throw DataError({.what = "the table has no rows", .where = file, .hint = "give it some"});
  }
  return table;
}

}  // namespace pahunch
