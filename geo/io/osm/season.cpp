#include "geo/io/osm/season.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

namespace pahunch::osm {
namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kFirstMonsoonMonth = 5, kLastMonsoonMonth = 8;  // June and September, from 0

std::optional<std::size_t> find_month(std::string_view word) {
  constexpr std::array<std::string_view, kMonths> kNames = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto found = std::find(kNames.begin(), kNames.end(), word);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kNames.begin());
}

/// The months of "Jun-Sep" or "Jul" added to `months`; false when it is neither.
bool add_months(std::string_view range, std::bitset<kMonths>& months) {
  auto rest = range;
  const auto first = find_month(take_until(rest, '-'));
  const auto last = rest.empty() ? first : find_month(trimmed(rest));
  if (!first || !last) return false;
  for (std::size_t month = *first;; month = (month + 1) % kMonths) {
    months.set(month);
    if (month == *last) return true;
  }
}

std::string_view without_brackets(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return trimmed(text);
}

/// Keys whose conditions would matter to somebody.
bool concerns_roads(std::string_view key) {
  constexpr std::array<std::string_view, 11> kKeys = {
      "access", "vehicle", "motor_vehicle", "motorcar",   "foot",    "bus",
      "psv",    "oneway",  "emergency",     "share_taxi", "maxspeed"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

/// "no @ (Jun-Sep)" of a key that speaks for all vehicles.
bool closes_in_monsoon(std::string_view key, std::string_view value) {
  if (key != "access" && key != "vehicle" && key != "motor_vehicle") return false;
  const auto at = value.find('@');
  return at != std::string_view::npos && trimmed(value.substr(0, at)) == "no" &&
         covers_monsoon(without_brackets(value.substr(at + 1)));
}

bool find_conditional_closure(const Tags& tags, TagReport& report) {
  constexpr std::string_view kSuffix = ":conditional";
  bool closed = false;
  for (const Tag& tag : tags) {
    if (!tag.key.ends_with(kSuffix)) continue;
    const auto key = tag.key.substr(0, tag.key.size() - kSuffix.size());
    if (!concerns_roads(key)) continue;
    if (closes_in_monsoon(key, tag.value)) {
      closed = true;
    } else {
      report.note_unknown(tag.key, tag.value);
    }
  }
  return closed;
}

bool find_seasonal_closure(const Tags& tags, TagReport& report) {
  const auto value = tags["seasonal"];
  if (value.empty() || value == "no") return false;
  if (value == "yes" || value == "dry_season" || value == "winter" || value == "spring") {
    return true;
  }
  report.note_unknown("seasonal", value);
  return false;
}

}  // namespace

bool covers_monsoon(std::string_view condition) {
  std::bitset<kMonths> months;
  auto rest = condition;
  while (!rest.empty()) {
    if (!add_months(take_until(rest, ','), months)) return false;
  }
  for (auto month = kFirstMonsoonMonth; month <= kLastMonsoonMonth; ++month) {
    if (!months.test(month)) return false;
  }
  return true;
}

bool is_ford(const Tags& tags) {
  const auto value = tags["ford"];
  return !value.empty() && value != "no";
}

bool is_closed_in_monsoon(const Tags& tags, TagReport& report) {
  const bool conditional = find_conditional_closure(tags, report);
  const bool seasonal = find_seasonal_closure(tags, report);
  return conditional || seasonal || is_ford(tags) || tags["bridge"] == "low_water_crossing" ||
         tags["winter_road"] == "yes" || tags["ice_road"] == "yes";
}

}  // namespace pahunch::osm
