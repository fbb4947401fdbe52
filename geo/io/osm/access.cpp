#include "geo/io/osm/access.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace pahunch::osm {
namespace {

enum class Verdict : std::uint8_t { kOpen, kWithPermission, kClosed };

constexpr std::array<std::string_view, 11> kOpenWords = {
    "yes",    "permissive",  "designated", "official", "destination", "customers",
    "public", "discouraged", "allowed",    "dismount", "unrestricted"};
constexpr std::array<std::string_view, 14> kPermissionWords = {
    "private",    "delivery",  "permit", "residents", "agricultural",          "forestry",
    "military",   "employees", "staff",  "members",   "agricultural;forestry", "emergency",
    "restricted", "service"};
constexpr std::array<std::string_view, 4> kClosedWords = {"no", "none", "use_sidepath", "closed"};

std::optional<Verdict> find_verdict(std::string_view key, std::string_view value,
                                    TagReport& report) {
  if (is_one_of(value, kOpenWords)) return Verdict::kOpen;
  if (is_one_of(value, kPermissionWords)) return Verdict::kWithPermission;
  if (is_one_of(value, kClosedWords)) return Verdict::kClosed;
  // `emergency` also says what a thing is (a hydrant); `unknown` says nothing.
  if (key != "emergency" && value != "unknown") report.note_unknown(key, value);
  return std::nullopt;
}

/// How far a key reaches: its own kind of traveller, all motor vehicles, or everybody.
enum class Reach : std::uint8_t { kOwn, kMotor, kGeneral };

struct Key {
  std::string_view name;
  Reach reach;
};

constexpr Key kAccess{"access", Reach::kGeneral}, kVehicle{"vehicle", Reach::kGeneral},
    kMotorVehicle{"motor_vehicle", Reach::kMotor}, kMotorcar{"motorcar", Reach::kOwn},
    kPsv{"psv", Reach::kOwn};
constexpr std::array kFootKeys = {Key{"foot", Reach::kOwn}, kAccess};
constexpr std::array kCarKeys = {kMotorcar, kMotorVehicle, kVehicle, kAccess};
constexpr std::array kRescueKeys = {Key{"emergency", Reach::kOwn}, kMotorcar, kMotorVehicle,
                                    kVehicle, kAccess};
constexpr std::array kAutoKeys = {Key{"auto_rickshaw", Reach::kOwn},
                                  Key{"share_taxi", Reach::kOwn},
                                  kPsv,
                                  kMotorVehicle,
                                  kVehicle,
                                  kAccess};
constexpr std::array kBusKeys = {Key{"bus", Reach::kOwn}, kPsv, kMotorVehicle, kVehicle, kAccess};

std::span<const Key> get_keys(Vehicle vehicle) {
  switch (vehicle) {
    case Vehicle::kFoot:
      return kFootKeys;
    case Vehicle::kCar:
      return kCarKeys;
    case Vehicle::kRescue:
      return kRescueKeys;
    case Vehicle::kSharedAuto:
      return kAutoKeys;
    case Vehicle::kBus:
      return kBusKeys;
  }
  return {};
}

/// May a key of this reach open what is closed to a vehicle by default?
bool may_widen(Reach reach, VehicleSet by_default, GeneralKeys general_keys) {
  if (general_keys == GeneralKeys::kDecide || reach == Reach::kOwn) return true;
  // `motor_vehicle=yes` opens a footpath to motors, but not a motorway to rickshaws.
  return reach == Reach::kMotor && !by_default.contains(Vehicle::kCar);
}

bool has_access_key(const Tags& tags) {
  constexpr std::array<std::string_view, 10> kNames = {
      "access", "vehicle", "motor_vehicle", "motorcar",   "foot",
      "bus",    "psv",     "emergency",     "share_taxi", "auto_rickshaw"};
  return std::any_of(tags.begin(), tags.end(),
                     [&](const Tag& tag) { return is_one_of(tag.key, kNames); });
}

}  // namespace

VehicleSet find_access(const Tags& tags, VehicleSet by_default, GeneralKeys general_keys,
                       TagReport& report) {
  if (!has_access_key(tags)) return by_default;
  VehicleSet result;
  for (const Vehicle vehicle : kVehicles) {
    bool open = by_default.contains(vehicle);
    for (const Key& key : get_keys(vehicle)) {
      const auto value = tags[key.name];
      if (value.empty()) continue;
      const auto verdict = find_verdict(key.name, value, report);
      if (!verdict) continue;
      const bool granted = *verdict == Verdict::kOpen ||
                           (*verdict == Verdict::kWithPermission && vehicle == Vehicle::kRescue);
      open = granted && (open || may_widen(key.reach, by_default, general_keys));
      break;
    }
    if (open) result.insert(vehicle);
  }
  return result;
}

}  // namespace pahunch::osm
