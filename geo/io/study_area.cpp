#include "geo/io/study_area.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "geo/base/error.h"

namespace pahunch {

namespace {
constexpr double kMetresPerKm = 1000;
}

StudyArea::StudyArea(const AreaLayer& finest, const Projection& projection)
    : layer_(finest), projection_(projection), index_(finest) {
  for (const auto& area : finest.areas) {
    for (const auto& polygon : area.shape) {
      for (const auto point : polygon.outer) box_.extend(point);
    }
  }
}

bool StudyArea::is_near(Xy at, double km) const {
  if (!at.valid() || !box_.grown(km * kMetresPerKm).contains(at)) return false;
  return index_.is_near(std::array{at}, km * kMetresPerKm);
}

bool StudyArea::is_in_box(LonLat at) const {
  const Xy xy = projection_.to_xy(at);
  return xy.valid() && box_.contains(xy);
}

void OutsideTally::count_outside(LonLat at) {
  if (n_outside_++ == 0) example_ = at;
  if (std::fabs(at.lon) > 180 || std::fabs(at.lat) > 90) ++n_no_degrees_;
  if (at == LonLat{0, 0}) ++n_zero_;
  if (area_.is_in_box({at.lat, at.lon})) ++n_swapped_;
}

std::string OutsideTally::get_cause() const {
  const auto most = n_outside_ / 2;
  if (n_swapped_ > most)
    return "exchanged, the coordinates would lie inside: longitude and latitude are swapped";
  if (n_no_degrees_ > most)
    return "the numbers are no degrees: they are probably metres of a projected CRS";
  if (n_zero_ > most) return "they lie at 0, 0: the coordinates are probably missing";
  return "the CRS is probably wrong (another UTM zone, for example), or the layer is of another "
         "place";
}

std::string OutsideTally::get_hint() const {
  const auto most = n_outside_ / 2;
  if (n_swapped_ > most)
    return "exchange x and y of the layer, or correct the file (or the boundaries)";
  if (n_no_degrees_ > most) return "give the CRS of the file: crs = \"EPSG:...\"";
  return "look at the layer and the boundaries together in QGIS, and correct crs or the file";
}

void OutsideTally::check(const std::string& layer, const std::string& where) const {
  if (n_outside_ <= n_inside_) return;
  throw DataError(
      {.what = fmt::format("{} of {} places of the layer '{}' lie outside the study area",
                           n_outside_, n_inside_ + n_outside_, layer),
       .where =
           fmt::format("{}: the first lies at {:.4f}, {:.4f}", where, example_.lon, example_.lat),
       .why = get_cause(),
       .hint = get_hint()});
}

}  // namespace pahunch
