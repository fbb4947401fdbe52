// Sweeps by the engine against those by Boost.Graph, node by node.
#include "geo/network/fast_sweep.h"

#include <catch2/catch.hpp>

#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Links drawn by lot between up to `max_nodes` nodes: loops, parallel links, links of no length,
/// closed ones, some that take nearly as long as a time may last.
struct LinkLottery {
  LinkLottery(Dice& dice, std::size_t max_nodes) {
    network.node_at = IdxVector<NodeIdx, Xy>(dice.below(max_nodes + 1));
    const auto n_nodes = network.n_nodes();
    const auto n_links = n_nodes == 0 ? 0 : dice.below(n_nodes * 3);
    const bool all_closed = dice.one_in(25);
    for (std::size_t i = 0; i < n_links; ++i) {
      network.from.push_back(NodeIdx(dice.below(n_nodes)));
      network.to.push_back(NodeIdx(dice.below(n_nodes)));
      const bool closed = all_closed || dice.one_in(10);
      metric.link_time.push_back(closed ? TravelTime::unreachable() : draw_time(dice));
      metric.ways.push_back(closed ? OpenWays{false, false}
                                   : OpenWays{!dice.one_in(5), !dice.one_in(5)});
    }
    const auto n_seeds = n_nodes == 0 ? 0 : dice.below(6);
    for (std::size_t i = 0; i < n_seeds; ++i) {
      seeds.push_back({NodeIdx(dice.below(n_nodes)), {draw_time(dice), SiteIdx(dice.below(4))}});
    }
  }

  static TravelTime draw_time(Dice& dice) {
    if (dice.one_in(8)) return TravelTime(0);
    if (dice.one_in(12)) return TravelTime(TravelTime::kMaxMs - 10);
    return TravelTime(static_cast<std::uint32_t>(dice.below(12)));
  }

  Network network;
  Metric metric;
  std::vector<Seed> seeds;
};

}  // namespace

TEST_CASE("sweeps by the engine label every node as those by Boost do, either way") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const LinkLottery drawn(dice, 25);
    for (const auto sense : {Sense::kToSites, Sense::kFromSites}) {
      const auto found = FastSweep(drawn.network, drawn.metric, sense).run(drawn.seeds);
      const auto expected = Sweep(drawn.network, drawn.metric, sense).run(drawn.seeds);
      REQUIRE(found.size() == expected.size());
      for (const NodeIdx node : indices(expected)) REQUIRE(found[node] == expected[node]);
    }
  }
}
