/// \file
/// Sixteen times side by side, as the engine has them.
#pragma once

#include <array>

#include "geo/base/travel_time.h"
#include "geo/network/engine/lane_buffer.h"

namespace pahunch {

using LaneMs = std::array<engine::Ms, engine::kLanes>;

inline engine::Ms to_ms(TravelTime time) { return time.reachable() ? time.ms() : engine::kFarMs; }

}  // namespace pahunch
