/// \file
/// Places of centres that are not for everybody: a shelter is found by those who look for who fled.
#pragma once

#include <string>

#include "geo/io/table.h"
#include "planner/privacy/privacy_settings.h"

namespace pahunch {

/// Side of the squares in metres, of which there are some 3 800 in Bihar.
inline constexpr double kPublicCell_m = 5000;

/// Where the outputs are public, moves each point to the middle of its square of a fixed grid, so
/// that all outputs of a study have it at the same place.
void generalise_points(const PrivacySettings& privacy, Table& table);

/// What a reader must know of what is kept from the outputs; "" where nothing is.
std::string privacy_words(const PrivacySettings& privacy);

}  // namespace pahunch
