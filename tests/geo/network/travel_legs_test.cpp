// The parts of a trip, and its drawn line.
#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A bent way with one-way and walking at both ends.
const char* const kDrawing = R"(
  1
A---B>>>C
    |   |
    D<<<E---F
          2)";

TravelTime sum_of(const Legs& legs) { return legs.waiting + legs.access + legs.road + legs.egress; }

TravelTime sum_of(const Route& route) {
  TravelTime sum;
  for (const Route::Step& step : route.steps) sum = sum + step.time;
  return sum;
}

}  // namespace

TEST_CASE("legs add up to the total, which is the time of the nearest site") {
  const TravelCase roads(kDrawing, "1", "2");
  TravelOptions options = plain_options();
  options.profile.waiting_min = given(5);
  for (const auto direction :
       {Direction::kToCentre, Direction::kFromCentre, Direction::kRoundTrip}) {
    options.direction = direction;
    const auto model = roads.model(options);
    const Legs legs = model->legs(PlaceIdx(0), SiteIdx(0));
    CHECK(sum_of(legs) == legs.total);
    CHECK(legs.total == model->times(SiteIdx(0))[PlaceIdx(0)]);
  }
}

TEST_CASE("each leg is charged by itself") {
  const TravelCase roads(kDrawing, "1", "2");
  TravelOptions options = plain_options();
  options.profile.waiting_min = given(5);
  const Legs legs = roads.model(options)->legs(PlaceIdx(0), SiteIdx(0));
  CHECK(legs.waiting == TravelTime(300'000));
  CHECK(legs.access == TravelTime(kOffCellMs));
  CHECK(legs.egress == TravelTime(kOffCellMs));
  CHECK(legs.road == TravelTime((2 + 4 + 2 + 2) * kCellMs));
  CHECK(legs.access_m == Approx(100));
  CHECK(legs.road_m == Approx(1000));
  CHECK_FALSE(legs.direct);
}

TEST_CASE("the legs of a round trip are out plus back, and wait once") {
  const TravelCase roads(kDrawing, "1", "2");
  TravelOptions options = plain_options();
  options.profile.waiting_min = given(5);
  options.direction = Direction::kRoundTrip;
  const Legs legs = roads.model(options)->legs(PlaceIdx(0), SiteIdx(0));
  CHECK(legs.waiting == TravelTime(300'000));
  CHECK(legs.access == TravelTime(2 * kOffCellMs));
  CHECK(legs.road == TravelTime(20 * kCellMs));
  CHECK(legs.road_m == Approx(2000));
}

TEST_CASE("many legs at once are the same as one by one") {
  const TravelCase roads(kDrawing, "12AF", "2CA");
  const auto model = roads.model(plain_options());
  std::vector<std::pair<PlaceIdx, SiteIdx>> pairs;
  for (std::size_t i = 0; i < 12; ++i) pairs.emplace_back(PlaceIdx(i % 4), SiteIdx((i * 5) % 3));
  const std::vector<Legs> together = model->legs(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Legs alone = model->legs(pairs[i].first, pairs[i].second);
    CHECK(together[i].total == alone.total);
    CHECK(together[i].road_m == alone.road_m);
  }
}

TEST_CASE("a route is drawn from the place to the site without a break") {
  const TravelCase roads(kDrawing, "1", "2");
  const Route route = roads.model(plain_options())->route(PlaceIdx(0), SiteIdx(0));
  REQUIRE(route.steps.size() >= 3);
  CHECK(route.steps.front().line.front() == roads.map().at.at('1'));
  CHECK(route.steps.back().line.back() == roads.map().at.at('2'));
  for (std::size_t i = 0; i + 1 < route.steps.size(); ++i) {
    CHECK(route.steps[i].line.back() == route.steps[i + 1].line.front());
  }
  CHECK(sum_of(route) == route.legs.total);
}

TEST_CASE("a route from the centre is drawn from the place too, and takes its own way") {
  const TravelCase roads(kDrawing, "1", "2");
  TravelOptions options = plain_options();
  options.direction = Direction::kFromCentre;
  const Route route = roads.model(options)->route(PlaceIdx(0), SiteIdx(0));
  CHECK(route.steps.front().line.front() == roads.map().at.at('1'));
  bool by_the_lower_road = false;
  for (const auto& step : route.steps) {
    for (const Xy at : step.line) by_the_lower_road |= at == roads.map().at.at('D');
  }
  CHECK(by_the_lower_road);
  CHECK(sum_of(route) == route.legs.total);
}

TEST_CASE("a walk straight there is one step, all of it access") {
  const TravelCase roads("1  2\n\n\nA--B", "1", "2");
  TravelOptions options = plain_options();
  options.profile.direct_max_m = 300;
  const Route route = roads.model(options)->route(PlaceIdx(0), SiteIdx(0));
  CHECK(route.legs.direct);
  CHECK(route.legs.access == route.legs.total);
  CHECK(route.legs.access_m == 300);
  REQUIRE(route.steps.size() == 1);
  CHECK_FALSE(route.steps.front().link.valid());
  CHECK(route.steps.front().time == route.legs.total);
}

TEST_CASE("no way, no legs and no line") {
  const TravelCase roads("A---B    1", "1", "A");
  TravelOptions options = plain_options();
  options.profile.max_access_m = given(100);
  const auto model = roads.model(options);
  CHECK_FALSE(model->legs(PlaceIdx(0), SiteIdx(0)).total.reachable());
  CHECK(model->legs(PlaceIdx(0), SiteIdx(0)).access == TravelTime());
  CHECK(model->route(PlaceIdx(0), SiteIdx(0)).steps.empty());
}

TEST_CASE("a place at the site has a route without steps that takes no time") {
  const TravelCase roads("A---B", "A", "A");
  const Route route = roads.model(plain_options())->route(PlaceIdx(0), SiteIdx(0));
  CHECK(route.legs.total == TravelTime(0));
  CHECK(route.steps.empty());
}

TEST_CASE("along one link a route runs from one to the other, either way") {
  const TravelCase roads("A-------B\n 1     2", "12", "12");
  const auto model = roads.model(plain_options());
  const Route there = model->route(PlaceIdx(0), SiteIdx(1));
  const Route back = model->route(PlaceIdx(1), SiteIdx(0));
  REQUIRE(there.steps.size() == 3);
  CHECK(there.steps[1].line == Polyline{{100, 0}, {700, 0}});
  CHECK(back.steps[1].line == Polyline{{700, 0}, {100, 0}});
}
