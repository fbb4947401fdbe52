#include "geo/model/vehicle.h"

#include <algorithm>

namespace pahunch {

std::string_view to_string(Vehicle vehicle) {
  switch (vehicle) {
    case Vehicle::kFoot:
      return "foot";
    case Vehicle::kCar:
      return "car";
    case Vehicle::kRescue:
      return "rescue";
    case Vehicle::kSharedAuto:
      return "shared-auto";
    case Vehicle::kBus:
      return "bus";
  }
  return "";
}

std::optional<Vehicle> find_vehicle(std::string_view word) {
  for (const Vehicle vehicle : kVehicles) {
    if (word == to_string(vehicle)) return vehicle;
  }
  return std::nullopt;
}

std::string to_string(VehicleSet set) {
  if (set == VehicleSet::all()) return "all";
  std::string words;
  for (const Vehicle vehicle : kVehicles) {
    if (!set.contains(vehicle)) continue;
    if (!words.empty()) words += ' ';
    words += to_string(vehicle);
  }
  return words.empty() ? "none" : words;
}

std::optional<VehicleSet> find_vehicle_set(std::string_view words) {
  if (words == "all") return VehicleSet::all();
  VehicleSet set;
  if (words == "none") return set;
  while (!words.empty()) {
    const auto space = std::min(words.find(' '), words.size());
    if (space > 0) {
      const auto vehicle = find_vehicle(words.substr(0, space));
      if (!vehicle) return std::nullopt;
      set.insert(*vehicle);
    }
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return set.empty() ? std::nullopt : std::optional(set);
}

}  // namespace pahunch
