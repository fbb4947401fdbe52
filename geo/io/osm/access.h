/// \file
/// Who may use a way or pass a barrier, from `access` and its mode keys.
///
/// The most specific key that is present decides for each vehicle:
///   foot         foot, access
///   car          motorcar, motor_vehicle, vehicle, access
///   rescue       emergency, motorcar, motor_vehicle, vehicle, access
///   shared-auto  auto_rickshaw, share_taxi, psv, motor_vehicle, vehicle, access
///   bus          bus, psv, motor_vehicle, vehicle, access
/// `destination` and `customers` count as open (she travels to a destination there; through traffic
/// is not told apart). `private`, `delivery`, `permit` and the like are open to a rescue vehicle
/// only; `no` is closed to it too, unless `emergency` says otherwise. A value that is not known is
/// reported and its key passed over.
#pragma once

#include "geo/io/osm/tags.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

/// Whether `access` and `vehicle` may open what is closed by default. On a way they only narrow
/// (`access=yes` does not open a footway to cars); at a barrier they decide.
enum class GeneralKeys : std::uint8_t { kNarrow, kDecide };

VehicleSet find_access(const Tags& tags, VehicleSet by_default, GeneralKeys general_keys,
                       TagReport& report);

}  // namespace pahunch::osm
