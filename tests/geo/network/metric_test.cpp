#include "geo/network/metric.h"

#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Profile auto_profile() {
  Profile profile;
  profile.speed_km_h[{"trunk", Season::kDry}] = given(36);
  profile.speed_km_h[{"trunk", Season::kMonsoon}] = given(30);
  profile.speed_km_h[{"track", Season::kDry}] = given(10);
  profile.surface_factor[{"gravel", Season::kMonsoon}] = given(0.5);
  return profile;
}

LinkKind kind(const std::string& road_class, const std::string& surface = "") {
  return {road_class, surface, std::nullopt};
}

}  // namespace

TEST_CASE("speed is that of class and season times the factor of the surface") {
  const Profile profile = auto_profile();
  CHECK(find_speed_km_h(profile, Season::kDry, kind("trunk")) == 36.0);
  CHECK(find_speed_km_h(profile, Season::kDry, kind("trunk", "gravel")) == 36.0);
  CHECK(find_speed_km_h(profile, Season::kMonsoon, kind("trunk", "gravel")) == 15.0);
}

TEST_CASE("a class without a speed is unused; with one in the other season only, closed") {
  const Profile profile = auto_profile();
  CHECK(find_link_use(profile, Season::kDry, kind("path")) == LinkUse::kUnused);
  CHECK(find_link_use(profile, Season::kDry, kind("track")) == LinkUse::kOpen);
  CHECK(find_link_use(profile, Season::kMonsoon, kind("track")) == LinkUse::kClosed);
  CHECK_FALSE(find_speed_km_h(profile, Season::kMonsoon, kind("track")));
}

TEST_CASE("the class * stands for every class not named, and a closure may name one of them") {
  Profile profile = auto_profile();
  profile.speed_km_h[{"*", Season::kDry}] = given(8);
  profile.speed_km_h[{"*", Season::kMonsoon}] = given(6);
  CHECK(find_speed_km_h(profile, Season::kMonsoon, kind("path")) == 6.0);
  CHECK(find_speed_km_h(profile, Season::kDry, kind("trunk")) == 36.0);
  CHECK(find_link_use(profile, Season::kMonsoon, kind("track")) == LinkUse::kClosed);
  profile.closed.insert({"path", Season::kMonsoon});
  CHECK(find_link_use(profile, Season::kMonsoon, kind("path")) == LinkUse::kClosed);
  CHECK(find_link_use(profile, Season::kMonsoon, kind("lane")) == LinkUse::kOpen);
}

TEST_CASE("a road's own speed overrides its class, for a profile that heeds it") {
  Profile profile = auto_profile();
  const LinkKind signed_road{"trunk", "", 20.0};
  CHECK(find_speed_km_h(profile, Season::kDry, signed_road) == 20.0);
  profile.use_road_speed = false;
  CHECK(find_speed_km_h(profile, Season::kDry, signed_road) == 36.0);
  const LinkKind unused{"path", "", 20.0};
  CHECK_FALSE(find_speed_km_h(profile, Season::kDry, unused));
}

TEST_CASE("a metric holds time, use and ways of each link") {
  const auto map = parse_road_map("A>>>B");
  const Network network = build_network(map.roads, PlaneGround(), {}).network;
  const Metric metric = make_metric(network, plain_profile(), Season::kDry);
  CHECK(metric.use[LinkIdx(0)] == LinkUse::kOpen);
  CHECK(metric.link_time[LinkIdx(0)] == TravelTime(4 * kCellMs));
  CHECK(metric.ways[LinkIdx(0)].forward);
  CHECK_FALSE(metric.ways[LinkIdx(0)].backward);
}

TEST_CASE("a link that is not open has no time and no way, but is there in any season") {
  const auto map = parse_road_map("A...B");
  const Network network = build_network(map.roads, PlaneGround(), {}).network;
  const Profile profile = auto_profile();
  const Metric metric = make_metric(network, profile, Season::kMonsoon);
  CHECK(metric.use[LinkIdx(0)] == LinkUse::kClosed);
  CHECK_FALSE(metric.link_time[LinkIdx(0)].reachable());
  CHECK_FALSE(metric.ways[LinkIdx(0)].forward);
  CHECK(get_any_season_rule(network, profile).ways(LinkIdx(0)).forward);
  Profile nowhere;
  CHECK_FALSE(get_any_season_rule(network, nowhere).ways(LinkIdx(0)).forward);
}

TEST_CASE("a road is used by those it is open to, and by a profile without a vehicle") {
  Profile profile = auto_profile();
  LinkKind bus_street = kind("trunk");
  bus_street.access = {Vehicle::kBus};
  CHECK(find_link_use(profile, Season::kDry, bus_street) == LinkUse::kOpen);
  profile.vehicle = Vehicle::kCar;
  CHECK(find_link_use(profile, Season::kDry, bus_street) == LinkUse::kUnused);
  CHECK_FALSE(find_speed_km_h(profile, Season::kDry, bus_street));
  profile.vehicle = Vehicle::kBus;
  CHECK(find_link_use(profile, Season::kDry, bus_street) == LinkUse::kOpen);
}

TEST_CASE("a limit caps the speed and never raises it") {
  const Profile profile = auto_profile();
  LinkKind limited = kind("trunk");
  limited.speed_limit_km_h = 20;
  CHECK(find_speed_km_h(profile, Season::kDry, limited) == 20.0);
  limited.speed_limit_km_h = 100;
  CHECK(find_speed_km_h(profile, Season::kDry, limited) == 36.0);
}

TEST_CASE("a ford is closed in the monsoon") {
  LinkKind ford = kind("trunk");
  ford.closed_in_monsoon = true;
  CHECK(find_link_use(auto_profile(), Season::kDry, ford) == LinkUse::kOpen);
  CHECK(find_link_use(auto_profile(), Season::kMonsoon, ford) == LinkUse::kClosed);
}
