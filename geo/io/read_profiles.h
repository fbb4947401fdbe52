/// \file
/// Reading travel profiles (`profiles.toml`): speeds, closures, off-road legs, waiting, hours.
///
/// \code
///   format = 1
///   [[profile]]
///   name = "shared-auto"
///   title = "Shared auto-rickshaw"         # default: the name
///   direction = "to-centre"                # default; or from-centre, round-trip
///   vehicle = "shared-auto"                # whose right of way counts; default: all roads are
///   open attachments = 3                        # 1 to 64 direct_max_m = 0 respect_barriers = true
///   respect_one_way = true
///   use_road_speed = true                  # heed a speed given for a single road
///   fallback = "walk"                      # default: none
///   service_hours = [5, 21]                # default: always
///   access_speed_km_h = { value = 4.5, low = 3, high = 5, source = "..." }
///   circuity = 1.3                         # short for value = low = high, source "given"
///   max_access_m = 5000
///   waiting_min = 10
///   speeds = [ { class = "trunk", season = "dry", km_h = 35, low = 25, high = 45, source = "..." }
///   ] surface_factors = [ { surface = "unpaved", season = "monsoon", factor = 0.6 } ] closed = [ {
///   class = "track", season = "monsoon" } ]
/// \endcode
///
/// `season = "all"` (the default of an entry) sets both. Class "*" is the speed of every class not
/// named. Everything wrong is a `ConfigError` that names file, line, key and what to try: unknown
/// keys, speeds that are not positive, a range that does not hold its value, two entries for one
/// class and season, a closed class without a speed, a profile that can go nowhere.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "geo/model/profile.h"

namespace pahunch {

/// The profiles of one file. A `fallback` may name a profile of another file.
ProfileSet read_profiles(const std::filesystem::path& file);

/// The profiles of several files, a later one replacing those of the same name in an earlier one.
/// Every `fallback` must be among them.
ProfileSet read_profiles(std::span<const std::filesystem::path> files);

/// The same from text; `name` stands for the file in messages.
ProfileSet parse_profiles(std::string_view content, const std::string& name);

/// Throws ConfigError, naming the nearest known one, when the set has no such profile.
const Profile& get_profile(const ProfileSet& profiles, const std::string& name);

}  // namespace pahunch
