// Turn restrictions on drawn maps, worked by hand: 10 s a cell by road, 100 s off the road.
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const VehicleSet kMotors = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto, Vehicle::kBus};

/// "AB>BC" is the turn from the road A-B onto the road B-C, at B.
TurnRestriction turn(const RoadMap& map, TurnKind kind, std::string_view way,
                     VehicleSet vehicles = kMotors) {
  const auto find_arm = [&](char start, char end, bool arrives) -> TurnArm {
    for (const RoadIdx road : indices(map.roads.roads)) {
      const Polyline& line = map.roads.roads[road].line;
      const bool forward = line.front() == map.at.at(start) && line.back() == map.at.at(end);
      const bool backward = line.front() == map.at.at(end) && line.back() == map.at.at(start);
      if (!forward && !backward) continue;
      const bool at_end = arrives == forward;
      return {road, at_end ? 1U : 0U, forward ? Heading::kForward : Heading::kBackward};
    }
    throw std::invalid_argument("no such road is drawn");
  };
  return {kind, find_arm(way[0], way[1], true), find_arm(way[3], way[4], false), vehicles};
}

struct Rule {
  TurnKind kind;
  std::string_view way;
  VehicleSet vehicles = kMotors;
};

/// A drawn map whose turns are restricted before the network is built.
RoadMap restricted(std::string_view drawing, const std::vector<Rule>& rules) {
  RoadMap map = parse_road_map(drawing);
  for (const Rule& rule : rules) {
    map.roads.turns.push_back(turn(map, rule.kind, rule.way, rule.vehicles));
  }
  return map;
}

/// On the nearest road only, so that nobody walks round a restriction.
TravelOptions driving(Vehicle vehicle = Vehicle::kCar) {
  TravelOptions options = plain_options();
  options.profile.vehicle = vehicle;
  options.profile.attachments = 1;
  options.main_component_only = false;
  return options;
}

TravelOptions coming(TravelOptions options) {
  options.direction = Direction::kFromCentre;
  return options;
}

TravelTime cells(std::uint32_t n) { return TravelTime(n * kCellMs); }

constexpr TurnKind kNo = TurnKind::kNo, kOnly = TurnKind::kOnly;

// From A to D it is 6 cells by the left turn at B, and 14 round the block.
constexpr std::string_view kBlock = R"(
    D---F
    |   |
A---B---C
  1)";

// From S to D it is 6 cells by the left turn at A, and 14 by way of C and back.
constexpr std::string_view kDeadEnd = R"(
    D
    |
S>>>A---C)";

}  // namespace

TEST_CASE("a forbidden left turn sends her round the block, and binds one way only") {
  CHECK(TravelCase(kBlock, "A", "D").time(driving()) == cells(6));
  const TravelCase block(restricted(kBlock, {{kNo, "AB>BD"}}), "A", "D");
  CHECK(block.time(driving()) == cells(14));
  CHECK(block.time(coming(driving())) == cells(6));
}

TEST_CASE("only straight on forbids every other turn") {
  const TravelCase block(restricted(kBlock, {{kOnly, "AB>BC"}}), "A", "D");
  CHECK(block.time(driving()) == cells(14));
  const TravelCase both(restricted(kBlock, {{kOnly, "AB>BC"}, {kOnly, "AB>BD"}}), "A", "D");
  CHECK(both.time(driving()) == cells(6));
}

TEST_CASE("from a place beside the road she is bound at the next junction") {
  const TravelCase block(restricted(kBlock, {{kNo, "AB>BD"}}), "1", "D");
  CHECK(block.time(driving()) == TravelTime(kOffCellMs + 12 * kCellMs));
}

TEST_CASE("from the junction itself she leaves by any road") {
  const TravelCase from(restricted(kBlock, {{kNo, "AB>BD"}, {kOnly, "DB>BC"}}), "B", "D");
  CHECK(from.time(driving()) == cells(2));
  CHECK(from.time(coming(driving())) == cells(2));
}

TEST_CASE("a restriction binds those whom it names, and nobody on foot") {
  const VehicleSet not_buses = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto};
  const TravelCase block(restricted(kBlock, {{kNo, "AB>BD", not_buses}}), "A", "D");
  CHECK(block.time(driving(Vehicle::kCar)) == cells(14));
  CHECK(block.time(driving(Vehicle::kBus)) == cells(6));
  CHECK(block.time(driving(Vehicle::kFoot)) == cells(6));
  TravelOptions walking = driving(Vehicle::kCar);
  walking.profile.respect_one_way = false;
  CHECK(block.time(walking) == cells(6));
  TravelOptions anybody = driving();
  anybody.profile.vehicle.reset();
  CHECK(block.time(anybody) == cells(14));
}

TEST_CASE("she turns round at a dead end unless a U-turn is forbidden there") {
  const TravelCase open(restricted(kDeadEnd, {{kNo, "SA>AD"}}), "S", "D");
  CHECK(open.time(driving()) == cells(14));
  const TravelCase shut(restricted(kDeadEnd, {{kNo, "SA>AD"}, {kNo, "AC>CA"}}), "S", "D");
  CHECK_FALSE(shut.time(driving()).reachable());
  CHECK(shut.time(driving(Vehicle::kFoot)) == cells(6));
}

TEST_CASE("at a restricted junction a U-turn stays open unless a restriction closes it") {
  const std::string_view tee = "    D\n    |\nS>>>A---C---E\n        |\n        F";
  const TravelCase open(restricted(tee, {{kOnly, "SA>AC"}, {kNo, "AC>CE"}, {kNo, "AC>CF"}}), "S",
                        "D");
  CHECK(open.time(driving()) == cells(14));
  const TravelCase round(restricted(tee, {{kOnly, "SA>AC"}, {kOnly, "AC>CE"}}), "S", "D");
  CHECK(round.time(driving()) == cells(22));  // to E and back
}

TEST_CASE("a turn can be forbidden where two roads meet that would be one link") {
  const RoadMap map = restricted("A---B---C", {{kNo, "AB>BC"}});
  const TravelCase road(map, "A", "C");
  CHECK(road.network().n_links() == 2);
  CHECK_FALSE(road.time(driving()).reachable());
  CHECK(road.time(coming(driving())) == cells(8));
}

TEST_CASE("a part of the network that restrictions close is not in the main component") {
  const RoadMap map = restricted("A-----B---C", {{kNo, "AB>BC"}, {kNo, "CB>BA"}});
  const TravelCase road(map, "C", "A");
  TravelOptions options = driving();
  options.main_component_only = true;
  const auto model = road.model(options);
  CHECK(model->times(SiteIdx(0))[PlaceIdx(0)] == TravelTime(4 * kOffCellMs + 6 * kCellMs));
}

TEST_CASE("routes go where the times go") {
  const TravelCase block(restricted(kBlock, {{kNo, "AB>BD"}}), "A", "D");
  const auto model = block.model(driving());
  const Route route = model->route(PlaceIdx(0), SiteIdx(0));
  TravelTime time;
  for (const Route::Step& step : route.steps) time = time + step.time;
  CHECK(time == cells(14));
  CHECK(route.legs.road_m == 1400);
  CHECK(route.steps.back().line.back() == block.map().at.at('D'));
}
