#include "geo/io/osm/speed_limit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace pahunch::osm {
namespace {

constexpr double kKmPerMile = 1.609344, kKmPerNauticalMile = 1.852, kWalkKmH = 5;
constexpr double kMaxPlausibleKmH = 300;

/// A plain number at the start of `text`, which shrinks; no exponent, sign or "inf".
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  text = trimmed(text);
  return value;
}

std::optional<double> find_unit_km_h(std::string_view unit) {
  if (unit.empty() || unit == "km/h" || unit == "kmh" || unit == "kph" || unit == "kmph") return 1;
  if (unit == "mph") return kKmPerMile;
  if (unit == "knots" || unit == "knot") return kKmPerNauticalMile;
  return std::nullopt;
}

std::optional<double> find_zone_km_h(std::string_view value) {
  struct Zone {
    std::string_view kind;
    double general_km_h, india_km_h;
  };
  constexpr std::array<Zone, 5> kZones = {{{"urban", 50, 70},
                                           {"rural", 90, 70},
                                           {"trunk", 110, 100},
                                           {"motorway", 130, 120},
                                           {"living_street", 20, 20}}};
  const auto colon = value.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  for (const Zone& zone : kZones) {
    if (value.substr(colon + 1) == zone.kind) {
      return value.substr(0, colon) == "IN" ? zone.india_km_h : zone.general_km_h;
    }
  }
  return std::nullopt;
}

/// Whether a word says that there is no limit, or none that is known.
bool says_none(std::string_view value) {
  return value == "none" || value == "signals" || value == "variable" || value == "unlimited" ||
         value == "unknown" || value == "default";
}

std::optional<double> find_one_km_h(std::string_view value) {
  if (value == "walk") return kWalkKmH;
  auto rest = value;
  if (const auto number = take_number(rest)) {
    const auto unit = find_unit_km_h(rest);
    if (!unit || *number <= 0 || *number * *unit > kMaxPlausibleKmH) return std::nullopt;
    return *number * *unit;
  }
  return find_zone_km_h(value);
}

void lower(std::optional<double>& limit, std::optional<double> other) {
  if (other) limit = limit ? std::min(*limit, *other) : *other;
}

std::optional<double> find_lowest(std::string_view key, const Tags& tags, TagReport& report) {
  std::optional<double> lowest;
  auto rest = tags[key];
  while (!rest.empty()) {
    const auto value = take_until(rest, rest.find(';') != std::string_view::npos ? ';' : '|');
    if (value.empty() || says_none(value)) continue;
    const auto km_h = find_one_km_h(value);
    if (!km_h) report.note_unknown(key, value);
    lower(lowest, km_h);
  }
  return lowest;
}

/// "PT1H30M" after the "PT".
std::optional<double> find_iso_duration_s(std::string_view text) {
  double total_s = 0;
  while (!text.empty()) {
    const auto number = take_number(text);
    if (!number || text.empty()) return std::nullopt;
    const char unit = text.front();
    text.remove_prefix(1);
    if (unit != 'H' && unit != 'M' && unit != 'S') return std::nullopt;
    total_s += *number * (unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
  }
  return total_s;
}

std::optional<double> find_clock_duration_s(std::string_view text) {
  std::array<double, 3> parts{};
  std::size_t n = 0;
  while (!text.empty()) {
    auto part = take_until(text, ':');
    const auto number = take_number(part);
    if (!number || !part.empty() || n == parts.size()) return std::nullopt;
    parts[n++] = *number;
  }
  if (n == 1) return parts[0] * 60;
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

}  // namespace

std::optional<double> find_speed_limit_km_h(const Tags& tags, TagReport& report) {
  auto limit = find_lowest("maxspeed", tags, report);
  lower(limit, find_lowest("maxspeed:forward", tags, report));
  lower(limit, find_lowest("maxspeed:backward", tags, report));
  return limit;
}

std::optional<double> find_duration_s(const Tags& tags, TagReport& report) {
  const auto text = trimmed(tags["duration"]);
  if (text.empty()) return std::nullopt;
  const auto seconds =
      text.starts_with("PT") ? find_iso_duration_s(text.substr(2)) : find_clock_duration_s(text);
  if (!seconds || *seconds <= 0) {
    report.note_unknown("duration", text);
    return std::nullopt;
  }
  return seconds;
}

}  // namespace pahunch::osm
