#include "geo/io/osm/turn_restrictions.h"

#include <array>
#include <optional>

#include "geo/io/read_turns.h"

namespace pahunch::osm {
namespace {

constexpr std::string_view kKey = "restriction";
constexpr std::string_view kConditional = "conditional";

struct ModeWord {
  std::string_view mode;
  VehicleSet vehicles;
};

/// As access.h has them: what a key says of its vehicles holds for turns too.
constexpr VehicleSet kMotors = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto,
                                Vehicle::kBus};
constexpr std::array<ModeWord, 19> kModes = {{{"vehicle", kMotors},
                                              {"motor_vehicle", kMotors},
                                              {"motorcar", {Vehicle::kCar, Vehicle::kRescue}},
                                              {"emergency", {Vehicle::kRescue}},
                                              {"psv", {Vehicle::kSharedAuto, Vehicle::kBus}},
                                              {"bus", {Vehicle::kBus}},
                                              {"share_taxi", {Vehicle::kSharedAuto}},
                                              {"auto_rickshaw", {Vehicle::kSharedAuto}},
                                              {"foot", {}},
                                              {"bicycle", {}},
                                              {"moped", {}},
                                              {"mofa", {}},
                                              {"motorcycle", {}},
                                              {"hgv", {}},
                                              {"goods", {}},
                                              {"taxi", {}},
                                              {"tourist_bus", {}},
                                              {"caravan", {}},
                                              {"trailer", {}}}};

std::optional<VehicleSet> find_mode(std::string_view mode) {
  for (const ModeWord& word : kModes) {
    if (word.mode == mode) return word.vehicles;
  }
  return std::nullopt;
}

/// The vehicles of a key: "restriction", "restriction:bus".
VehicleSet find_bound(std::string_view key, std::string_view value, TagReport& report) {
  if (key == kKey) return kMotors;
  const auto vehicles = find_mode(key.substr(kKey.size() + 1));
  if (!vehicles) report.note_unknown(key, value);
  return vehicles.value_or(VehicleSet());
}

VehicleSet without_excepted(VehicleSet vehicles, std::string_view except, TagReport& report) {
  while (!except.empty()) {
    const auto mode = take_until(except, ';');
    const auto excepted = find_mode(mode);
    if (!excepted && !mode.empty()) report.note_unknown("except", mode);
    for (const Vehicle vehicle : kVehicles) {
      if (excepted && excepted->contains(vehicle)) vehicles.erase(vehicle);
    }
  }
  return vehicles;
}

bool is_conditional(const Tags& tags, std::string_view key) {
  constexpr std::array<std::string_view, 4> kHours = {"hour_on", "hour_off", "day_on", "day_off"};
  if (key.ends_with(kConditional)) return true;
  for (const auto& hour : kHours) {
    if (tags.has(hour)) return true;
  }
  return false;
}

bool has_usable_numbers(const Restriction& turn) {
  const auto& members = turn.members;
  return (members.from_ways.size() == 1 || turn.kind == "no_entry") &&
         (members.to_ways.size() == 1 || turn.kind == "no_exit") && members.via_nodes.size() == 1;
}

std::string find_refusal(const Restriction& turn) {
  const auto& members = turn.members;
  if (members.over_way) return "over a way";
  if (members.from_ways.empty() || members.to_ways.empty() || members.via_nodes.empty()) {
    return "a member is missing";
  }
  if (!has_usable_numbers(turn)) return "several members of one role";
  if (turn.vehicles.empty()) return "for no vehicle that is modelled";
  return "";
}

}  // namespace

std::vector<Restriction> find_restrictions(const Tags& tags, const RestrictionMembers& members,
                                           TagReport& report) {
  std::vector<Restriction> found;
  if (tags["type"] != kKey) return found;
  for (const Tag& tag : tags) {
    if (tag.key != kKey && !tag.key.starts_with("restriction:")) continue;
    Restriction turn{std::string(tag.value), {}, members, ""};
    if (is_conditional(tags, tag.key)) {
      turn.kind = kConditional;
      turn.refusal = "at hours or under conditions";
    } else if (tag.value.find('_') == std::string_view::npos || !find_turn_kind(tag.value)) {
      report.note_unknown(tag.key, tag.value);
      turn.kind = "unknown";
      turn.refusal = "of an unknown kind";
    } else {
      turn.vehicles =
          without_excepted(find_bound(tag.key, tag.value, report), tags["except"], report);
      turn.refusal = find_refusal(turn);
    }
    found.push_back(std::move(turn));
  }
  return found;
}

}  // namespace pahunch::osm
