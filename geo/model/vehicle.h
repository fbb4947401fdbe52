/// \file
/// Kinds of traveller whose right of way differs, and sets of them.
///
/// A road says who may use it; a profile says which kind it is (`Profile::vehicle`).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace pahunch {

enum class Vehicle : std::uint8_t { kFoot, kCar, kRescue, kSharedAuto, kBus };

inline constexpr std::array kVehicles = {Vehicle::kFoot, Vehicle::kCar, Vehicle::kRescue,
                                         Vehicle::kSharedAuto, Vehicle::kBus};

std::string_view to_string(Vehicle vehicle);  ///< "foot", "car", "rescue", "shared-auto", "bus"
std::optional<Vehicle> find_vehicle(std::string_view word);

/// A set of vehicles in one byte; empty by default.
class VehicleSet {
 public:
  constexpr VehicleSet() = default;
  constexpr VehicleSet(std::initializer_list<Vehicle> vehicles) {
    for (const Vehicle vehicle : vehicles) insert(vehicle);
  }
  static constexpr VehicleSet all() {
    VehicleSet set;
    for (const Vehicle vehicle : kVehicles) set.insert(vehicle);
    return set;
  }

  [[nodiscard]] constexpr bool contains(Vehicle vehicle) const {
    return (bits_ & bit(vehicle)) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr void insert(Vehicle vehicle) {
    bits_ = static_cast<std::uint8_t>(bits_ | bit(vehicle));
  }
  constexpr void erase(Vehicle vehicle) {
    bits_ = static_cast<std::uint8_t>(bits_ & ~unsigned{bit(vehicle)});
  }

  friend constexpr VehicleSet operator&(VehicleSet a, VehicleSet b) {
    VehicleSet both;
    both.bits_ = static_cast<std::uint8_t>(a.bits_ & b.bits_);
    return both;
  }
  friend constexpr auto operator<=>(VehicleSet, VehicleSet) = default;

 private:
  static constexpr std::uint8_t bit(Vehicle vehicle) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(vehicle));
  }
  std::uint8_t bits_ = 0;
};

/// Words with spaces between ("foot bus"); "all" and "none" for those sets.
std::string to_string(VehicleSet set);
/// The inverse; none when a word is not known.
std::optional<VehicleSet> find_vehicle_set(std::string_view words);

}  // namespace pahunch
