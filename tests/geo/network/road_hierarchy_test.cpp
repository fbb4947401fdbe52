#include "geo/network/road_hierarchy.h"

#include <catch2/catch.hpp>

#include "geo/network/build_network.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A network, a metric of it and seeds at random.
struct SweepProblem {
  explicit SweepProblem(std::uint64_t seed) : dice(seed) {
    RandomPlan plan(dice, 4 + dice.below(25));
    network = build_network(plan.roads(3 + dice.below(50)), PlaneGround(), {.end_tolerance_m = 0})
                  .network;
    season = dice.one_in(2) ? Season::kDry : Season::kMonsoon;
    metric = make_metric(network, random_profile(dice), season);
  }

  std::vector<Seed> draw_seeds() {
    std::vector<Seed> seeds;
    for (std::size_t n = dice.below(4); n > 0 && network.n_nodes() > 0; --n) {
      const TravelTime start(static_cast<std::uint32_t>(dice.below(600'000)));
      seeds.push_back({NodeIdx(dice.below(network.n_nodes())),
                       {dice.one_in(9) ? TravelTime::unreachable() : start, SiteIdx(n)}});
    }
    return seeds;
  }

  Dice dice;
  Network network;
  Season season = Season::kDry;
  Metric metric;
};

void require_lane_of_sweep(const engine::LabelField& field, std::size_t lane,
                           const NodeLabels& expected) {
  for (const NodeIdx node : indices(expected)) {
    const TravelTime found(field.distance(node.value(), lane));
    REQUIRE(found == expected[node].time);
    REQUIRE(field.distances(node.value())[lane] == field.distance(node.value(), lane));
  }
}

}  // namespace

TEST_CASE("sixteen sweeps side by side have the times of sixteen sweeps") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SweepProblem p(seed);
    const RoadHierarchy hierarchy(p.network);
    const ManySweeps many(hierarchy, p.metric);
    for (const Sense sense : {Sense::kToSites, Sense::kFromSites}) {
      std::vector<std::vector<Seed>> lanes(p.dice.below(ManySweeps::kLanes + 1));
      for (auto& lane : lanes) lane = p.draw_seeds();
      const auto field = many.run(lanes, sense);
      const Sweep reference(p.network, p.metric, sense);
      for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        require_lane_of_sweep(field, lane, reference.run(lanes[lane]));
      }
    }
  }
}

TEST_CASE("one hierarchy serves every profile and season of its network") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SweepProblem p(seed);
    const RoadHierarchy hierarchy(p.network);
    for (int metrics = 0; metrics < 4; ++metrics) {
      p.metric = make_metric(p.network, random_profile(p.dice), p.season);
      const std::vector<std::vector<Seed>> lanes = {p.draw_seeds()};
      const auto field = ManySweeps(hierarchy, p.metric).run(lanes, Sense::kToSites);
      const Sweep reference(p.network, p.metric, Sense::kToSites);
      require_lane_of_sweep(field, 0, reference.run(lanes[0]));
    }
  }
}

TEST_CASE("each link has an arc each way, and a closed way weighs more than any time") {
  SweepProblem p(4);
  const RoadHierarchy hierarchy(p.network);
  const auto weights = hierarchy.get_weights(p.metric);
  CHECK(hierarchy.graph().n_arcs() == 2 * p.network.n_links());
  REQUIRE(weights.size() == 2 * p.network.n_links());
  std::size_t n_open = 0, n_open_ways = 0;
  for (const engine::Ms weight : weights) n_open += weight < engine::kFarMs ? 1 : 0;
  for (const OpenWays ways : p.metric.ways) {
    n_open_ways += (ways.forward ? 1U : 0U) + (ways.backward ? 1U : 0U);
  }
  CHECK(n_open == n_open_ways);
  CHECK(n_open > 0);
}

TEST_CASE("a lazy hierarchy prepares its network once") {
  const SweepProblem p(2);
  const LazyHierarchy lazy;
  const RoadHierarchy* first = &lazy.get(p.network);
  CHECK(first->graph().n_nodes() == p.network.n_nodes());
  CHECK(&lazy.get(p.network) == first);
}

TEST_CASE("a network without roads has a hierarchy without nodes") {
  const Network none;
  const RoadHierarchy hierarchy(none);
  CHECK(hierarchy.graph().n_nodes() == 0);
  CHECK(hierarchy.get_weights(Metric{}).empty());
}
