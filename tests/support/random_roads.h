/// \file
/// Random road networks, places and profiles: the same for the same seed on every machine.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "geo/network/travel_model.h"
#include "tests/support/travel_case.h"

namespace pahunch::test {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 .. n-1
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(engine_() >> 11) * 0x1p-53);
  }

 private:
  std::mt19937_64 engine_;
};

/// On a grid of 100 m half of the time, so that ties and shared lines are common.
class RandomPlan {
 public:
  RandomPlan(Dice& dice, std::size_t n_corners) : dice_(dice), on_grid_(dice.one_in(2)) {
    for (std::size_t i = 0; i < n_corners; ++i) corners_.push_back(point());
  }

  Xy point() {
    if (on_grid_) {
      return {static_cast<double>(dice_.below(12)) * 100,
              static_cast<double>(dice_.below(12)) * 100};
    }
    return {dice_.between(0, 1200), dice_.between(0, 1200)};
  }

  RoadLayer roads(std::size_t n_roads) {
    RoadLayer layer;
    for (std::size_t i = 0; i < n_roads; ++i) layer.roads.push_back(road());
    return layer;
  }

  BarrierLayer barriers(std::size_t n_barriers) {
    BarrierLayer layer;
    for (std::size_t i = 0; i < n_barriers; ++i) {
      // Off the grid, so that nothing just touches.
      layer.barriers.push_back({"river",
                                BarrierKind::kRiver,
                                {{dice_.between(0, 1200), dice_.between(0, 1200)},
                                 {dice_.between(0, 1200), dice_.between(0, 1200)}}});
    }
    return layer;
  }

  /// Restrictions of turns between roads that no other road lies beside, so that each link of the
  /// network is known by its geometry.
  std::vector<TurnRestriction> turns(std::size_t n_tries, const RoadLayer& layer) {
    std::vector<TurnRestriction> turns;
    const auto arms = find_arms(layer);
    for (std::size_t i = 0; i < n_tries && !arms.empty(); ++i) {
      const TurnArm in = arms[dice_.below(arms.size())];
      const TurnArm out = arms[dice_.below(arms.size())];
      const auto at = [&](const TurnArm& arm) { return layer.roads[arm.road].line[arm.vertex]; };
      if (at(in) != at(out)) continue;
      // An arm is listed as it departs; the same arm arrives in the other heading.
      const TurnArm arriving{in.road, in.vertex, turn_round(in.heading)};
      turns.push_back(
          {dice_.one_in(3) ? TurnKind::kOnly : TurnKind::kNo, arriving, out, random_vehicles()});
    }
    return turns;
  }

 private:
  /// All ways to depart from a vertex of a road, but those that share their segment.
  static std::vector<TurnArm> find_arms(const RoadLayer& layer) {
    const auto is_single = [&](Xy a, Xy b) {
      std::size_t n = 0;
      for (const Road& road : layer.roads) {
        for (std::size_t i = 1; i < road.line.size(); ++i) {
          const bool same = road.line[i - 1] == a && road.line[i] == b;
          const bool turned = road.line[i - 1] == b && road.line[i] == a;
          if (same || turned) ++n;
        }
      }
      return n == 1 && a != b;
    };
    std::vector<TurnArm> arms;
    for (const RoadIdx road : indices(layer.roads)) {
      const Polyline& line = layer.roads[road].line;
      for (std::uint32_t i = 1; i < line.size(); ++i) {
        if (!is_single(line[i - 1], line[i])) continue;
        arms.push_back({road, i - 1, Heading::kForward});
        arms.push_back({road, i, Heading::kBackward});
      }
    }
    return arms;
  }

  VehicleSet random_vehicles() {
    if (dice_.one_in(2)) {
      return {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto, Vehicle::kBus};
    }
    VehicleSet set;
    for (const Vehicle vehicle : kVehicles) {
      if (vehicle != Vehicle::kFoot && dice_.one_in(2)) set.insert(vehicle);
    }
    return set;
  }

  Road road() {
    Road road;
    road.road_class = dice_.one_in(4) ? "track" : "road";
    road.surface = dice_.one_in(4) ? "gravel" : "";
    if (dice_.one_in(8)) road.speed_km_h = 20;
    if (dice_.one_in(3)) road.one_way = dice_.one_in(2) ? OneWay::kForward : OneWay::kBackward;
    road.bridge = dice_.one_in(10);
    road.line = {corner(), corner()};
    if (dice_.one_in(3)) road.line.insert(road.line.begin() + 1, corner());
    return road;
  }
  Xy corner() { return corners_[dice_.below(corners_.size())]; }

  Dice& dice_;
  bool on_grid_;
  std::vector<Xy> corners_;
};

inline Profile random_profile(Dice& dice) {
  Profile profile;
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    profile.speed_km_h[{"road", season}] = given(dice.between(5, 60));
    if (!dice.one_in(5)) profile.speed_km_h[{"track", season}] = given(dice.between(5, 30));
    profile.surface_factor[{"gravel", season}] = given(dice.between(0.3, 1));
  }
  if (dice.one_in(4)) profile.closed.insert({"track", Season::kMonsoon});
  profile.access_speed_km_h = given(dice.between(2, 6));
  profile.circuity = given(dice.between(1, 1.5));
  profile.max_access_m = given(dice.one_in(3) ? 150 : 3000);
  profile.attachments = 1 + static_cast<int>(dice.below(4));
  profile.respect_barriers = !dice.one_in(3);
  profile.respect_one_way = !dice.one_in(4);
  profile.use_road_speed = !dice.one_in(3);
  if (dice.one_in(3)) profile.direct_max_m = dice.between(0, 600);
  profile.waiting_min = given(dice.one_in(2) ? 0 : dice.between(0, 10));
  return profile;
}

}  // namespace pahunch::test
