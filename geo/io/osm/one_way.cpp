#include "geo/io/osm/one_way.h"

#include <array>
#include <optional>

namespace pahunch::osm {
namespace {

enum class Flow : std::uint8_t { kBoth, kForward, kBackward, kReversible };

std::optional<Flow> find_flow(std::string_view key, std::string_view value, TagReport& report) {
  if (value.empty()) return std::nullopt;
  if (value == "yes" || value == "true" || value == "1") return Flow::kForward;
  if (value == "-1" || value == "reverse") return Flow::kBackward;
  if (value == "no" || value == "false" || value == "0" || value == "alternating") {
    return Flow::kBoth;
  }
  if (value == "reversible") return Flow::kReversible;
  report.note_unknown(key, value);
  return std::nullopt;
}

Flow get_implied_flow(const Tags& tags) {
  const auto junction = tags["junction"];
  if (junction == "roundabout" || junction == "circular") return Flow::kForward;
  return tags["highway"] == "motorway" ? Flow::kForward : Flow::kBoth;
}

/// `motor_vehicle:backward=no` and the like leave one direction.
std::optional<Flow> find_closed_side(const Tags& tags) {
  for (const std::string_view key : {"motor_vehicle", "vehicle", "access"}) {
    const bool no_forward = tags[std::string(key) + ":forward"] == "no";
    const bool no_backward = tags[std::string(key) + ":backward"] == "no";
    if (no_backward && !no_forward) return Flow::kForward;
    if (no_forward && !no_backward) return Flow::kBackward;
  }
  return std::nullopt;
}

bool has_directional_key(const Tags& tags) {
  for (const Tag& tag : tags) {
    if (tag.key.ends_with(":forward") || tag.key.ends_with(":backward")) return true;
  }
  return false;
}

struct Exemption {
  std::string_view key;
  VehicleSet vehicles;
};

constexpr std::array<Exemption, 5> kExemptions = {
    {{"oneway:psv", {Vehicle::kBus, Vehicle::kSharedAuto}},
     {"oneway:bus", {Vehicle::kBus}},
     {"oneway:motorcar", {Vehicle::kCar}},
     {"oneway:emergency", {Vehicle::kRescue}},
     {"oneway:auto_rickshaw", {Vehicle::kSharedAuto}}}};

void add(VehicleSet& set, VehicleSet more) {
  for (const Vehicle vehicle : kVehicles) {
    if (more.contains(vehicle)) set.insert(vehicle);
  }
}

VehicleSet find_exempt(const Tags& tags) {
  VehicleSet exempt = {Vehicle::kFoot};
  for (const Exemption& exemption : kExemptions) {
    if (tags[exemption.key] == "no") add(exempt, exemption.vehicles);
  }
  for (const std::string_view key : {"busway", "busway:left", "busway:right", "busway:both"}) {
    if (tags[key].starts_with("opposite")) exempt.insert(Vehicle::kBus);
  }
  return exempt;
}

}  // namespace

WayDirection find_direction(const Tags& tags, TagReport& report) {
  auto flow = find_flow("oneway:motor_vehicle", tags["oneway:motor_vehicle"], report);
  if (!flow) flow = find_flow("oneway", tags["oneway"], report);
  if (!flow && has_directional_key(tags)) flow = find_closed_side(tags);
  switch (flow.value_or(get_implied_flow(tags))) {
    case Flow::kBoth:
      break;
    case Flow::kForward:
      return {OneWay::kForward, find_exempt(tags)};
    case Flow::kBackward:
      return {OneWay::kBackward, find_exempt(tags)};
    case Flow::kReversible:
      return {OneWay::kNo, {}, {Vehicle::kFoot}};
  }
  return {};
}

}  // namespace pahunch::osm
