// What a season closes, a second profile replaces, and an hour leaves out.
#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// On foot: 100 s a cell on every road, in every season.
Profile on_foot() {
  Profile profile = plain_profile();
  profile.name = "foot";
  for (auto& [key, speed] : profile.speed_km_h) speed = given(3.6);
  return profile;
}

TravelOptions monsoon_without_tracks() {
  TravelOptions options = plain_options();
  options.season = Season::kMonsoon;
  options.profile.closed.insert({"track", Season::kMonsoon});
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    options.profile.speed_km_h[{"track", season}] = given(36);
  }
  return options;
}

Nearest nearest_to(const TravelModel& model, std::size_t place) {
  const SiteIdx open[] = {SiteIdx(0)};
  return model.nearest(open)[PlaceIdx(place)];
}

}  // namespace

TEST_CASE("a class closed in a season is driven round, and open again in the other") {
  const TravelCase roads(R"(
A...B
|   |
C---D)",
                         "A", "B");
  TravelOptions options = monsoon_without_tracks();
  CHECK(roads.time(options) == TravelTime(8 * kCellMs));
  options.season = Season::kDry;
  CHECK(roads.time(options) == TravelTime(4 * kCellMs));
}

TEST_CASE("a place beside closed roads only is closed, not off the network") {
  const TravelCase roads("1   A....................B---C", "1B", "C");
  const TravelOptions options = monsoon_without_tracks();
  const auto model = roads.model(options);
  CHECK(model->state(PlaceIdx(0)) == PlaceState::kClosed);
  CHECK(model->state(PlaceIdx(1)) == PlaceState::kAttached);
  CHECK_FALSE(model->times(SiteIdx(0))[PlaceIdx(0)].reachable());
  CHECK_FALSE(model->snap_distance_m(PlaceIdx(0)));
}

TEST_CASE("a season may cut a place off, but does not move it to another part of the network") {
  const TravelCase roads("A---B...C---D", "A", "D");
  TravelOptions options = monsoon_without_tracks();
  options.profile.max_access_m = given(300);
  const auto model = roads.model(options);
  CHECK(model->state(PlaceIdx(0)) == PlaceState::kAttached);
  CHECK(model->snap_distance_m(PlaceIdx(0)) == 0);
  CHECK_FALSE(model->times(SiteIdx(0))[PlaceIdx(0)].reachable());
}

TEST_CASE("a class without a speed is not used in any season") {
  const TravelCase roads(R"(
A...B
|   |
C---D)",
                         "A", "B");
  TravelOptions options = plain_options();
  options.profile.speed_km_h.clear();
  options.profile.speed_km_h[{"road", Season::kDry}] = given(36);
  CHECK(roads.time(options) == TravelTime(8 * kCellMs));
}

TEST_CASE("the fallback is taken where it is faster, the main profile on a tie") {
  const TravelCase roads("A---B", "A", "B");
  TravelOptions options = plain_options();
  options.fallback = on_foot();
  CHECK(nearest_to(*roads.model(options), 0).mode == Mode::kMain);
  options.profile.waiting_min = given(6);  // 360 s: as long as it saves
  CHECK(nearest_to(*roads.model(options), 0).time == TravelTime(400'000));
  CHECK(nearest_to(*roads.model(options), 0).mode == Mode::kMain);
  options.profile.waiting_min = given(7);
  CHECK(nearest_to(*roads.model(options), 0).time == TravelTime(400'000));
  CHECK(nearest_to(*roads.model(options), 0).mode == Mode::kFallback);
}

TEST_CASE("the fallback is taken where the main profile cannot go") {
  const TravelCase roads("A---B...C", "C", "A");
  TravelOptions options = monsoon_without_tracks();
  options.profile.max_access_m = given(300);
  options.fallback = on_foot();
  const auto model = roads.model(options);
  CHECK(nearest_to(*model, 0).mode == Mode::kFallback);
  CHECK(nearest_to(*model, 0).time == TravelTime(800'000));
  CHECK(model->legs(PlaceIdx(0), SiteIdx(0)).mode == Mode::kFallback);
  const Route route = model->route(PlaceIdx(0), SiteIdx(0));
  REQUIRE_FALSE(route.steps.empty());
  CHECK(route.legs.mode == Mode::kFallback);
  CHECK(route.steps.front().mode == Mode::kFallback);
}

TEST_CASE("a place that only the fallback attaches is attached") {
  const TravelCase roads("A---B         1", "1", "A");
  TravelOptions options = plain_options();
  options.profile.max_access_m = given(500);
  CHECK(roads.model(options)->state(PlaceIdx(0)) == PlaceState::kOffNetwork);
  options.fallback = on_foot();
  CHECK(roads.model(options)->state(PlaceIdx(0)) == PlaceState::kAttached);
}

TEST_CASE("outside its hours of service a profile is not used; the last hour is outside") {
  const TravelCase roads("A---B", "A", "B");
  TravelOptions options = plain_options();
  options.profile.service_hours = {5, 21};
  for (const auto& [hour, out] :
       {std::pair(5.0, false), {20.9, false}, {21.0, true}, {4.9, true}}) {
    options.depart_hour = hour;
    CHECK(roads.model(options)->out_of_service() == out);
    CHECK(roads.time(options).reachable() != out);
  }
  options.depart_hour.reset();
  CHECK_FALSE(roads.model(options)->out_of_service());
}

TEST_CASE("out of service there are no legs, or those of the fallback") {
  const TravelCase roads("A---B", "A", "B");
  TravelOptions options = plain_options();
  options.profile.service_hours = {5, 21};
  options.depart_hour = 23;
  CHECK_FALSE(roads.model(options)->legs(PlaceIdx(0), SiteIdx(0)).total.reachable());
  CHECK(roads.model(options)->route(PlaceIdx(0), SiteIdx(0)).steps.empty());
  options.fallback = on_foot();
  CHECK(roads.model(options)->legs(PlaceIdx(0), SiteIdx(0)).mode == Mode::kFallback);
  CHECK(roads.time(options) == TravelTime(400'000));
}
