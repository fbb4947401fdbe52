#include "geo/io/osm/points.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pahunch::osm {
namespace {

bool is_place(std::string_view value) {
  constexpr std::array<std::string_view, 5> kPlaces = {"city", "town", "village", "hamlet",
                                                       "isolated_dwelling"};
  return is_one_of(value, kPlaces);
}

/// The value that says that it is a medical facility; "" otherwise.
std::string_view find_medical(const Tags& tags) {
  constexpr std::array<std::string_view, 4> kAmenities = {"hospital", "clinic", "doctors",
                                                          "health_post"};
  constexpr std::array<std::string_view, 5> kHealthcare = {"hospital", "clinic", "centre", "doctor",
                                                           "health_post"};
  if (const auto value = tags["amenity"]; is_one_of(value, kAmenities)) return value;
  if (const auto value = tags["healthcare"]; is_one_of(value, kHealthcare)) return value;
  return {};
}

std::optional<std::int64_t> find_population(const Tags& tags, TagReport& report) {
  std::string digits;
  for (const char c : tags["population"]) {
    if (c != ',' && c != ' ') digits += c;
  }
  if (digits.empty()) return std::nullopt;
  std::int64_t persons = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, persons);
  if (error != std::errc() || stop != end || persons < 0) {
    report.note_unknown("population", tags["population"]);
    return std::nullopt;
  }
  return persons;
}

}  // namespace

std::optional<Point> find_point(const Tags& tags, TagReport& report) {
  Point point;
  if (const auto place = tags["place"]; is_place(place)) {
    point.what = place;
    point.population = find_population(tags, report);
  } else if (const auto medical = find_medical(tags); !medical.empty()) {
    point.kind = PointKind::kMedical;
    point.what = medical;
  } else {
    return std::nullopt;
  }
  point.name = tags["name"];
  return point;
}

}  // namespace pahunch::osm
