#include "geo/network/engine/source_sweeper.h"

#include <catch2/catch.hpp>

#include "every_engine.h"

namespace pahunch::engine::test {

TEST_CASE("sweeps over the slots that a metric needs give the times and labels of Boost") {
  std::mt19937 random(71);
  std::size_t n_kept = 0;
  std::size_t n_all = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto graph = round % 10 == 0 ? make_grid(random, 9) : make_random_graph(random, 30);
    const auto all =
        eliminate(graph.graph, find_order(graph.graph, {}, draw(random, 5)), Extent::kAll);
    SlotMetric metric(all, Width::kOne, Symmetry::kDirected);
    metric.customise(take_weights(graph.weight));
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
    for (const auto flow : {Flow::kFromSeeds, Flow::kToSeeds}) {
      const SourceSweeper sweeper(metric, flow);
      const auto width = draw(random, 2) == 0 ? Width::kOne : Width::kAllLanes;
      LabelField field(all, width, Answer::kDistanceAndLabel);
      sweeper.run(make_table(seeds, width), field);
      REQUIRE(get_labels(field, graph.graph, get_n_lanes(width) - 1) ==
              ask_boost(graph, seeds, flow));
      n_kept += sweeper.n_slots();
      n_all += all.n_slots();
    }
  }
  CHECK(n_kept < n_all * 8 / 10);
}

}  // namespace pahunch::engine::test
