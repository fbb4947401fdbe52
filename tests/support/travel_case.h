/// \file
/// A travel model over a drawn road map, in whole seconds that can be worked by hand.
///
/// The plain profile goes 100 m (a cell) in 10 s by road and in 100 s off the road, and takes no
/// detour there.
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/network/build_network.h"
#include "geo/network/travel_model.h"
#include "tests/support/road_map.h"

namespace pahunch::test {

inline constexpr std::uint32_t kCellMs = 10'000;      ///< by road
inline constexpr std::uint32_t kOffCellMs = 100'000;  ///< off the road

inline SourcedValue given(double value) { return {value, value, value, "given"}; }

inline Profile plain_profile() {
  Profile profile;
  profile.name = "plain";
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    profile.speed_km_h[{"*", season}] = given(36);
  }
  profile.access_speed_km_h = given(3.6);
  profile.circuity = given(1);
  profile.max_access_m = given(1000);
  return profile;
}

inline TravelOptions plain_options() {
  TravelOptions options;
  options.profile = plain_profile();
  return options;
}

/// A drawn map with places and sites at its letters and digits. Nothing moves once it is made.
class TravelCase {
 public:
  TravelCase(std::string_view drawing, std::string_view places, std::string_view sites)
      : TravelCase(parse_road_map(drawing), places, sites) {}
  TravelCase(RoadMap map, std::string_view places, std::string_view sites)
      : map_(std::move(map)), network_(build_network(map_.roads, ground_, {}).network) {
    for (const char c : places) places_.push_back(map_.at.at(c));
    for (const char c : sites) sites_.push_back(map_.at.at(c));
  }
  TravelCase(const TravelCase&) = delete;
  TravelCase& operator=(const TravelCase&) = delete;

  [[nodiscard]] std::unique_ptr<TravelModel> model(const TravelOptions& options) const {
    SilentProgress silent;
    return make_reference_model({network_, ground_, map_.barriers, places_, sites_}, options,
                                silent);
  }
  /// Time between the first place and the first site.
  [[nodiscard]] TravelTime time(const TravelOptions& options) const {
    return model(options)->times(SiteIdx(0))[PlaceIdx(0)];
  }
  [[nodiscard]] const Network& network() const { return network_; }
  [[nodiscard]] const RoadMap& map() const { return map_; }

  std::vector<Xy>& places() { return places_; }
  std::vector<Xy>& sites() { return sites_; }

 private:
  RoadMap map_;
  PlaneGround ground_;
  Network network_;
  std::vector<Xy> places_, sites_;
};

}  // namespace pahunch::test
