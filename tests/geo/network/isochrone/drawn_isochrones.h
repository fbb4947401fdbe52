/// \file
/// Isochrones over a drawn road map (travel_case.h): 10 s a cell by road, 100 s off the road.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "geo/model/inside.h"
#include "geo/network/isochrone/isochrones.h"
#include "tests/support/travel_case.h"

namespace pahunch::test {

class DrawnIsochrones {
 public:
  /// Centres at the letters and digits of `sites`. Places attach to any part of the network.
  DrawnIsochrones(std::string_view map, std::string_view sites)
      : map_(parse_road_map(map)), network_(build_network(map_.roads, ground_, {}).network) {
    for (const char c : sites) {
      open_.emplace_back(sites_.size());
      sites_.push_back(map_.at.at(c));
    }
    options.main_component_only = false;
  }
  DrawnIsochrones(const DrawnIsochrones&) = delete;
  DrawnIsochrones& operator=(const DrawnIsochrones&) = delete;

  [[nodiscard]] std::vector<MultiPolygon> areas(const std::vector<std::uint32_t>& limits_s) const {
    SilentProgress silent;
    const TravelInputs in = inputs();
    const auto limits = to_limits(limits_s);
    return find_isochrones({in, options, open_, limits}, drawing, silent).areas;
  }
  [[nodiscard]] std::vector<ReachedRoad> roads(const std::vector<std::uint32_t>& limits_s) const {
    const TravelInputs in = inputs();
    const auto limits = to_limits(limits_s);
    return find_reached_roads({in, options, open_, limits});
  }
  /// Is the spot, in cells to the right of and above the first letter's row, in the area?
  [[nodiscard]] bool covers(std::uint32_t limit_s, double right, double up) const {
    return find_inside(areas({limit_s})[0], std::vector<Xy>{{right * kCell_m, up * kCell_m}})[0];
  }
  [[nodiscard]] const Network& network() const { return network_; }

  TravelOptions options = plain_options();
  IsochroneOptions drawing = {.cell_m = 10, .min_hole_m2 = 0};

 private:
  [[nodiscard]] TravelInputs inputs() const {
    return {network_, ground_, map_.barriers, {}, sites_};
  }
  static std::vector<TravelTime> to_limits(const std::vector<std::uint32_t>& limits_s) {
    std::vector<TravelTime> limits;
    for (const std::uint32_t limit_s : limits_s) limits.emplace_back(limit_s * 1000);
    return limits;
  }

  RoadMap map_;
  PlaneGround ground_;
  Network network_;
  std::vector<Xy> sites_;
  std::vector<SiteIdx> open_;
};

}  // namespace pahunch::test
