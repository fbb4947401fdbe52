// The reference's searches against Bellman and Ford, and by hand.
#include "geo/network/sweep.h"

#include <catch2/catch.hpp>

#include "geo/network/build_network.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Relaxes every link until nothing changes.
NodeLabels relax_all(const Network& network, const Metric& metric, Sense sense,
                     const std::vector<Seed>& seeds) {
  NodeLabels labels(network.n_nodes());
  for (const Seed& seed : seeds) {
    if (seed.label.time.reachable()) labels[seed.node] = std::min(labels[seed.node], seed.label);
  }
  for (bool changed = true; changed;) {
    changed = false;
    const auto relax = [&](NodeIdx from, NodeIdx to, LinkIdx link) {
      const SiteTime label = later_by(labels[from], metric.link_time[link]);
      if (!(label < labels[to])) return;
      labels[to] = label;
      changed = true;
    };
    for (const LinkIdx link : indices(network.from)) {
      const OpenWays ways = sweep_ways(metric.ways[link], sense);
      if (ways.forward) relax(network.from[link], network.to[link], link);
      if (ways.backward) relax(network.to[link], network.from[link], link);
    }
  }
  return labels;
}

struct RandomSweep {
  explicit RandomSweep(std::uint64_t seed) : dice(seed) {
    RandomPlan plan(dice, 4 + dice.below(20));
    network = build_network(plan.roads(3 + dice.below(40)), PlaneGround(), {.end_tolerance_m = 0})
                  .network;
    metric = make_metric(network, random_profile(dice), Season::kDry);
  }
  Dice dice;
  Network network;
  Metric metric;
};

}  // namespace

TEST_CASE("a sweep gives every node the time and site of patient relaxing") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    RandomSweep random(seed);
    auto& [dice, network, metric] = random;
    std::vector<Seed> seeds;
    for (std::size_t n = dice.below(5); n > 0 && network.n_nodes() > 0; --n) {
      seeds.push_back(
          {NodeIdx(dice.below(network.n_nodes())),
           {TravelTime(static_cast<std::uint32_t>(dice.below(3) * 60'000)), SiteIdx(n)}});
    }
    for (const Sense sense : {Sense::kToSites, Sense::kFromSites}) {
      const Sweep sweep(network, metric, sense);
      const auto expected = relax_all(network, metric, sense, seeds);
      REQUIRE(sweep.run(seeds).raw() == expected.raw());
      REQUIRE(sweep.run_tree(seeds).labels.raw() == expected.raw());
    }
  }
}

TEST_CASE("the tree of a sweep leads every node back to a seed in its time") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto [dice, network, metric] = RandomSweep(seed);
    if (network.n_nodes() == 0) continue;
    const std::vector<Seed> seeds = {{NodeIdx(0), {TravelTime(5), SiteIdx(1)}}};
    const SweepTree tree = Sweep(network, metric, Sense::kFromSites).run_tree(seeds);
    for (const NodeIdx node : indices(tree.labels)) {
      if (!tree.labels[node].time.reachable()) continue;
      TravelTime time;
      NodeIdx at = node;
      for (std::size_t steps = 0; tree.via[at].valid(); ++steps) {
        REQUIRE(steps <= network.n_nodes());
        const LinkIdx link = tree.via[at];
        time = time + metric.link_time[link];
        at = network.to[link] == at && metric.ways[link].forward ? network.from[link]
                                                                 : network.to[link];
      }
      REQUIRE(at == NodeIdx(0));
      REQUIRE(time + TravelTime(5) == tree.labels[node].time);
    }
  }
}

TEST_CASE("without seeds, or with seeds that are never there, nothing is reached") {
  const auto [dice, network, metric] = RandomSweep(1);
  const Sweep sweep(network, metric, Sense::kToSites);
  const std::vector<Seed> never = {{NodeIdx(0), {TravelTime::unreachable(), SiteIdx(0)}}};
  for (const auto& labels : {sweep.run({}), sweep.run(never)}) {
    for (const SiteTime& label : labels) CHECK_FALSE(label.time.reachable());
  }
}

TEST_CASE("a label is later by a time, and unreachable has no site") {
  const SiteTime label{TravelTime(10), SiteIdx(4)};
  CHECK(later_by(label, TravelTime(5)) == SiteTime{TravelTime(15), SiteIdx(4)});
  CHECK(later_by(label, TravelTime::unreachable()) == SiteTime{});
  CHECK(later_by({TravelTime(TravelTime::kMaxMs), SiteIdx(0)}, TravelTime(1)) == SiteTime{});
  CHECK(SiteTime{TravelTime(10), SiteIdx(3)} < label);
  CHECK(label < SiteTime{});
}
