#include "geo/io/osm/highway.h"

#include <algorithm>
#include <array>

namespace pahunch::osm {
namespace {

constexpr VehicleSet kEverybody = VehicleSet::all();
constexpr VehicleSet kFast = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kBus};
constexpr VehicleSet kNoBuses = {Vehicle::kFoot, Vehicle::kCar, Vehicle::kRescue,
                                 Vehicle::kSharedAuto};
constexpr VehicleSet kOnFoot = {Vehicle::kFoot};
constexpr VehicleSet kBuses = {Vehicle::kBus, Vehicle::kRescue};

struct Entry {
  std::string_view value;
  Highway highway;
};

// The most frequent first.
constexpr std::array<Entry, 27> kEntries = {{{"residential", {"residential", kEverybody}},
                                             {"service", {"service", kEverybody}},
                                             {"unclassified", {"unclassified", kEverybody}},
                                             {"track", {"track", kNoBuses}},
                                             {"path", {"path", kOnFoot}},
                                             {"footway", {"footway", kOnFoot}},
                                             {"tertiary", {"tertiary", kEverybody}},
                                             {"secondary", {"secondary", kEverybody}},
                                             {"primary", {"primary", kEverybody}},
                                             {"trunk", {"trunk", kEverybody}},
                                             {"motorway", {"motorway", kFast}},
                                             {"living_street", {"living_street", kEverybody}},
                                             {"steps", {"steps", kOnFoot}},
                                             {"pedestrian", {"pedestrian", kOnFoot}},
                                             {"cycleway", {"cycleway", kOnFoot}},
                                             {"road", {"road", kEverybody}},
                                             {"motorway_link", {"motorway", kFast}},
                                             {"trunk_link", {"trunk", kEverybody}},
                                             {"primary_link", {"primary", kEverybody}},
                                             {"secondary_link", {"secondary", kEverybody}},
                                             {"tertiary_link", {"tertiary", kEverybody}},
                                             {"bridleway", {"bridleway", kOnFoot}},
                                             {"corridor", {"footway", kOnFoot}},
                                             {"crossing", {"footway", kOnFoot}},
                                             {"busway", {"busway", kBuses}},
                                             {"bus_guideway", {"busway", {Vehicle::kBus}}},
                                             {"minor", {"unclassified", kEverybody}}}};

constexpr std::array<std::string_view, 12> kNotBuilt = {
    "construction", "proposed",   "planned", "abandoned", "disused",  "razed",
    "demolished",   "dismantled", "raceway", "no",        "elevator", "escape"};
/// Things beside the road that share its key.
constexpr std::array<std::string_view, 5> kBesideRoads = {"platform", "rest_area", "services",
                                                          "bus_stop", "emergency_bay"};

bool is_under_construction(const Tags& tags) {
  const auto value = tags["construction"];
  return !value.empty() && value != "no" && value != "minor" && value != "widening";
}

std::optional<Highway> find_ferry(const Tags& tags) {
  if (tags["route"] == "ferry") return Highway{"ferry", kOnFoot};
  return std::nullopt;
}

std::optional<Highway> find_entry(std::string_view value, TagReport& report) {
  for (const Entry& entry : kEntries) {
    if (entry.value == value) return entry.highway;
  }
  if (is_one_of(value, kBesideRoads)) return std::nullopt;
  if (is_one_of(value, kNotBuilt)) {
    report.note_left_out("highway=" + std::string(value));
  } else {
    report.note_unknown("highway", value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Highway> find_highway(const Tags& tags, TagReport& report) {
  const auto value = tags["highway"];
  if (value.empty()) return find_ferry(tags);
  auto highway = find_entry(value, report);
  if (!highway) return std::nullopt;
  if (is_under_construction(tags)) {
    report.note_left_out("under construction");
    return std::nullopt;
  }
  if (tags["impassable"] == "yes" || tags["status"] == "impassable") {
    report.note_left_out("impassable");
    return std::nullopt;
  }
  // Across a square one walks along its edge; vehicles do not cross it.
  if (tags["area"] == "yes") highway->open_to = highway->open_to & kOnFoot;
  if (tags["motorroad"] == "yes") highway->open_to = highway->open_to & kFast;
  if (highway->open_to.empty()) return std::nullopt;
  return highway;
}

}  // namespace pahunch::osm
