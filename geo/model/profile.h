/// \file
/// How somebody travels: speeds by road class, surface and season, the legs off the road, waiting.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/model/vehicle.h"

namespace pahunch {

enum class Season : std::uint8_t { kDry, kMonsoon };
enum class Direction : std::uint8_t { kToCentre, kFromCentre, kRoundTrip };

std::string_view to_string(Season season);        ///< "dry", "monsoon"
std::string_view to_string(Direction direction);  ///< "to-centre", "from-centre", "round-trip"
std::optional<Season> find_season(std::string_view word);
std::optional<Direction> find_direction(std::string_view word);

/// A number with where it comes from. `source` "assumed" where nothing was found.
struct SourcedValue {
  double value = 0;
  double low = 0;
  double high = 0;
  std::string source = "assumed";
};

struct SpeedKey {
  std::string road_class;
  Season season = Season::kDry;
  friend auto operator<=>(const SpeedKey&, const SpeedKey&) = default;
};

struct SurfaceKey {
  std::string surface;
  Season season = Season::kDry;
  friend auto operator<=>(const SurfaceKey&, const SurfaceKey&) = default;
};

/// Defaults are those of a profile that says nothing else.
struct Profile {
  std::string name;
  std::string title;
  Direction direction = Direction::kToCentre;
  /// Whose right of way counts; none: roads are open to it whatever they say of access.
  std::optional<Vehicle> vehicle = {};

  /// Speed on a road, km/h. A class without an entry is not used by this profile.
  std::map<SpeedKey, SourcedValue> speed_km_h;
  /// Multiplies the speed; a surface without an entry: 1.
  std::map<SurfaceKey, SourcedValue> surface_factor;
  /// Classes that cannot be used in a season, although they have a speed in another.
  std::set<SpeedKey> closed;

  /// Off-road leg: straight ground distance x circuity at this speed.
  SourcedValue access_speed_km_h{4.5, 3, 5, "assumed"};
  SourcedValue circuity{1.3, 1.2, 1.5, "assumed"};
  /// Longest straight off-road leg to a road this profile uses; inclusive.
  SourcedValue max_access_m{5000, 3000, 10000, "assumed"};
  /// A trip that touches no road is made when the straight line is at most this long and crosses no
  /// barrier; 0: never.
  double direct_max_m = 0;
  int attachments = 3;  ///< places on the nearest edges that are tried, the fastest wins
  bool respect_barriers = true;
  bool respect_one_way = true;  ///< false for those who walk
  bool use_road_speed = true;   ///< a road's own speed overrides that of its class; not on foot

  SourcedValue waiting_min{0, 0, 0, "assumed"};  ///< once a trip
  /// Hours of service [first, last), local time; none: always.
  std::optional<std::pair<double, double>> service_hours;
  /// Profile used where this one cannot be, or is slower; "" for none.
  std::string fallback;
};

/// Profiles by name.
using ProfileSet = std::map<std::string, Profile>;

}  // namespace pahunch
