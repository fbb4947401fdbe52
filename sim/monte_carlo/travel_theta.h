/// \file
/// How she travels, as one draw of its uncertain inputs has it.
#pragma once

#include <span>
#include <vector>

#include "geo/network/travel_model.h"
#include "sim/flood/uncertain_parameter.h"

namespace pahunch {

/// Those without a range too. Speeds of all classes move together within their own ranges.
std::vector<UncertainParameter> list_travel_parameters(const TravelOptions& travel);

/// `places`: in their ranges, 0 to 1, one for each of the list above. Those of a profile's speeds
/// and legs move its fallback too.
TravelOptions make_travel_theta(const TravelOptions& travel, std::span<const double> places);

}  // namespace pahunch
