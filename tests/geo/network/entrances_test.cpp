#include "geo/network/entrances.h"

#include <catch2/catch.hpp>

#include "geo/network/build_network.h"

using namespace pahunch;

namespace {

/// Roads in a plane along the x axis, 36 km/h (10 m a second), off the road 3.6 km/h (1 m a
/// second).
class Line {
 public:
  explicit Line(OneWay one_way = OneWay::kNo) {
    Road road;
    road.road_class = "road";
    road.one_way = one_way;
    road.line = {{0, 0}, {1000, 0}};
    RoadLayer layer;
    layer.roads.push_back(road);
    network = build_network(layer, ground, {.end_tolerance_m = 0}).network;
    profile.name = "cart";
    profile.speed_km_h[{"road", Season::kDry}] = {36, 36, 36, ""};
    profile.access_speed_km_h = {3.6, 3.6, 3.6, ""};
    profile.circuity = {1, 1, 1, ""};
    profile.max_access_m = {500, 500, 500, ""};
    profile.attachments = 1;
    metric = make_metric(network, profile, Season::kDry);
  }

  void set_sites(std::vector<Xy> at) {
    sites = std::move(at);
    SilentProgress silent;
    access =
        find_road_access({network, ground, barriers, {}, sites}, {profile, metric, false}, silent);
  }
  [[nodiscard]] RoadTripInputs inputs() const { return {network, profile, metric, access}; }

  PlaneGround ground;
  BarrierLayer barriers;
  Network network;
  Profile profile;
  Metric metric;
  std::vector<Xy> sites;
  RoadAccess access;
};

std::vector<std::uint32_t> start_ms(const Entrances& entrances) {
  std::vector<std::uint32_t> ms;
  for (const Seed& seed : entrances.seeds()) ms.push_back(seed.label.time.ms());
  return ms;
}

}  // namespace

TEST_CASE("a site beside the road seeds both ends of its link with walk and road") {
  Line line;
  line.set_sites({{300, 40}});
  const RoadTripInputs in = line.inputs();
  const std::vector<SiteIdx> open = {SiteIdx(0)};
  const Entrances entrances(in, Sense::kToSites, open);
  CHECK(start_ms(entrances) == std::vector<std::uint32_t>{40'000 + 30'000, 40'000 + 70'000});
  REQUIRE(entrances.on(LinkIdx(0)).size() == 1);
  CHECK(entrances.on(LinkIdx(0))[0].at.frac == Approx(0.3));
  CHECK(entrances.on(LinkIdx(0))[0].off_road.ms() == 40'000);
}

TEST_CASE("a one-way lets travellers come to a site from behind, and go from it forward") {
  Line line(OneWay::kForward);
  line.set_sites({{300, 0}});
  const RoadTripInputs in = line.inputs();
  const std::vector<SiteIdx> open = {SiteIdx(0)};
  CHECK(start_ms(Entrances(in, Sense::kToSites, open)) == std::vector<std::uint32_t>{30'000});
  CHECK(start_ms(Entrances(in, Sense::kFromSites, open)) == std::vector<std::uint32_t>{70'000});
}

TEST_CASE("a site at the very end of a one-way is at the node, whatever the way") {
  Line line(OneWay::kForward);
  line.set_sites({{1000, 0}});
  const RoadTripInputs in = line.inputs();
  const std::vector<SiteIdx> open = {SiteIdx(0)};
  CHECK(start_ms(Entrances(in, Sense::kFromSites, open)) == std::vector<std::uint32_t>{0});
}

TEST_CASE("only open sites seed, and their origin is told") {
  Line line;
  line.set_sites({{300, 0}, {600, 0}, {5000, 5000}});
  const RoadTripInputs in = line.inputs();
  const std::vector<SiteIdx> open = {SiteIdx(1), SiteIdx(2)};
  const Entrances entrances(in, Sense::kToSites, open);
  REQUIRE(entrances.seeds().size() == 2);
  for (const Seed& seed : entrances.seeds()) {
    CHECK(seed.label.site == SiteIdx(1));
    const auto [at, piece] = entrances.get_origin(seed.node, seed.label);
    CHECK(at.frac == Approx(0.6));
    CHECK(piece.to_frac == Approx(0.6));
    CHECK((piece.from_frac == 0 || piece.from_frac == 1));
  }
  CHECK(Entrances(in, Sense::kToSites, {}).seeds().empty());
}
