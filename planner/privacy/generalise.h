/// \file
/// Places of centres that are not for everybody: a shelter is found by those who look for who fled.
#pragma once

#include <string>
#include <vector>

#include "geo/base/point.h"
#include "planner/privacy/privacy_settings.h"

namespace pahunch {

/// Side of the squares in metres, of which there are some 3 800 in Bihar.
inline constexpr double kPublicCell_m = 5000;

/// Where the outputs are public, the middle of the square of a fixed grid in which a point lies, so
/// that all outputs of a study have it at the same place; else the point itself.
Xy shown_place(const PrivacySettings& privacy, Xy at);
std::vector<Xy> shown_places(const PrivacySettings& privacy, std::vector<Xy> points);

/// What a reader must know of what is kept from the outputs; "" where nothing is.
std::string privacy_words(const PrivacySettings& privacy);

}  // namespace pahunch
