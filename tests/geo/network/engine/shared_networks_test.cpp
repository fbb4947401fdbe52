// The engine against Boost.Graph on real roads, with links closed and slowed by lot.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "geo/io/osm/make_road_layer.h"
#include "geo/io/osm/read_osm.h"
#include "geo/io/projection.h"
#include "geo/network/build_network.h"
#include "geo/network/fast_sweep.h"
#include "tests/support/random_roads.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct RealRoads {
  std::unique_ptr<const Projection> ground;
  Network network;
};

RealRoads load(const std::filesystem::path& file) {
  SilentProgress silent;
  const auto data = osm::read_osm(file, {}, silent);
  const auto known = std::ranges::find_if(data.nodes, &osm::Position::valid);
  auto ground = std::make_unique<const Projection>(get_utm_crs(known->lon_lat()));
  const auto layer = osm::make_road_layer(data, {}, *ground);
  auto network = build_network(layer, *ground, {.end_tolerance_m = 0}).network;
  return {std::move(ground), std::move(network)};
}

/// A tenth of the links closed, the others at half to twice their time.
Metric draw_metric(Dice& dice, const Network& network) {
  Metric metric = make_metric(network, plain_profile(), Season::kDry);
  for (const LinkIdx link : indices(metric.link_time)) {
    TravelTime& time = metric.link_time[link];
    if (!time.reachable()) continue;
    time = dice.one_in(10) ? TravelTime::unreachable()
                           : TravelTime::from_seconds(time.ms() / 1000.0 * dice.between(0.5, 2));
  }
  return metric;
}

void check_sweeps(Dice& dice, const Network& network) {
  const Metric metric = draw_metric(dice, network);
  std::vector<Seed> seeds;
  for (std::size_t site = 0; site < 65; ++site) {
    seeds.push_back({NodeIdx(dice.below(network.n_nodes())), {TravelTime(0), SiteIdx(site)}});
  }
  for (const auto sense : {Sense::kToSites, Sense::kFromSites}) {
    const auto found = FastSweep(network, metric, sense).run(seeds);
    CHECK(found.raw() == Sweep(network, metric, sense).run(seeds).raw());
  }
}

/// Places and sites beside junctions, so that some are tied and some have far to walk.
void check_models(Dice& dice, const RealRoads& roads) {
  const auto draw_points = [&](std::size_t n) {
    std::vector<Xy> points;
    for (std::size_t i = 0; i < n; ++i) {
      const Xy at = roads.network.node_at[NodeIdx(dice.below(roads.network.n_nodes()))];
      points.push_back({at.x_m + dice.between(-50, 50), at.y_m + dice.between(-50, 50)});
    }
    return points;
  };
  const auto places = draw_points(200);
  const auto sites = draw_points(4);
  const BarrierLayer none;
  const TravelInputs inputs{roads.network, *roads.ground, none, places, sites};
  std::vector<SiteIdx> open;
  for (std::size_t s = 0; s < sites.size(); ++s) open.emplace_back(s);
  TravelOptions options = plain_options();
  SilentProgress silent;
  for (const auto direction :
       {Direction::kToCentre, Direction::kFromCentre, Direction::kRoundTrip}) {
    options.direction = direction;
    const auto found = make_fast_model(inputs, options, silent)->nearest(open);
    const auto expected = make_reference_model(inputs, options, silent)->nearest(open);
    for (const PlaceIdx place : indices(expected)) {
      CHECK(found[place].time == expected[place].time);
      CHECK(found[place].site == expected[place].site);
    }
  }
}

void check(const char* name) {
  const auto file = find_shared(std::string("networks/") + name);
  if (!file) return;
  const auto roads = load(*file);
  Dice dice(roads.network.n_links());
  for (int round = 0; round < 3; ++round) check_sweeps(dice, roads.network);
  check_models(dice, roads);
}

}  // namespace

TEST_CASE("the engine agrees with Boost on the roads of Monaco") { check("monaco.osm.pbf"); }
TEST_CASE("the engine agrees with Boost on the roads of Porto") { check("porto.osm.pbf"); }
TEST_CASE("the engine agrees with Boost on the roads of Porto Alegre") {
  check("porto-alegre.osm.pbf");
}
TEST_CASE("the engine agrees with Boost on the roads of Harrisburg") {
  check("harrisburg.osm.pbf");
}
TEST_CASE("the engine agrees with Boost on the roads of Liechtenstein") {
  check("liechtenstein.osm.pbf");
}
