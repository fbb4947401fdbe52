/// \file
/// Roads over two blocks, "A" in the west and "B" in the east, for tests of closures.
#pragma once

#include "geo/network/build_network.h"
#include "sim/flood/road_exposure.h"
#include "tests/support/road_map.h"
#include "tests/support/shapes.h"

namespace pahunch::test {

/// Two blocks, each 1 km wide and high: the first from x = 0, the second from x = 1 km.
struct RoadCase {
  RoadMap map;
  AreaLayer blocks = areas(AreaLevel::kBlock, {"0 -1000, 1000 -1000, 1000 0, 0 0",
                                               "1000 -1000, 2000 -1000, 2000 0, 1000 0"});
  CentreLayer centres;
  Network network;

  explicit RoadCase(std::string_view drawing) : map(parse_road_map(drawing)) {
    network = build_network(map.roads, PlaneGround(), {}).network;
  }

  void add_centre(const std::string& id, Xy at) {
    Centre centre;
    centre.id = id;
    centre.at = at;
    centres.centres.push_back(centre);
  }

  [[nodiscard]] RoadExposure expose() const {
    return make_road_exposure({network, map.roads, map.barriers, blocks, centres});
  }
};

}  // namespace pahunch::test
