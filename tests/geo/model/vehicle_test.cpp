#include "geo/model/vehicle.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("every vehicle is found by its own word") {
  for (const Vehicle vehicle : kVehicles) CHECK(find_vehicle(to_string(vehicle)) == vehicle);
  CHECK_FALSE(find_vehicle("boat"));
  CHECK_FALSE(find_vehicle(""));
}

TEST_CASE("a vehicle set holds what was put in and not what was taken out") {
  VehicleSet set = {Vehicle::kFoot, Vehicle::kBus};
  CHECK(set.contains(Vehicle::kBus));
  CHECK_FALSE(set.contains(Vehicle::kCar));
  set.erase(Vehicle::kBus);
  CHECK(set == VehicleSet{Vehicle::kFoot});
  CHECK((VehicleSet::all() & set) == set);
  CHECK((set & VehicleSet{Vehicle::kCar}).empty());
}

TEST_CASE("a vehicle set is written in words and read back") {
  CHECK(to_string(VehicleSet::all()) == "all");
  CHECK(to_string(VehicleSet{}) == "none");
  CHECK(to_string(VehicleSet{Vehicle::kBus, Vehicle::kFoot}) == "foot bus");
  for (unsigned bits = 0; bits < (1U << kVehicles.size()); ++bits) {
    VehicleSet set;
    for (const Vehicle vehicle : kVehicles) {
      if ((bits >> static_cast<unsigned>(vehicle) & 1U) != 0) set.insert(vehicle);
    }
    CHECK(find_vehicle_set(to_string(set)) == set);
  }
}

TEST_CASE("an unknown word makes no vehicle set") {
  CHECK_FALSE(find_vehicle_set("foot boat"));
  CHECK_FALSE(find_vehicle_set(""));
  CHECK_FALSE(find_vehicle_set(" "));
}
