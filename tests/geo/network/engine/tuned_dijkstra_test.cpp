#include "geo/network/engine/tuned_dijkstra.h"

#include <catch2/catch.hpp>

#include "test_graphs.h"

namespace pahunch::engine::test {

TEST_CASE("the tuned Dijkstra gives the distances and labels of Boost, both ways") {
  std::mt19937 random(21);
  for (int round = 0; round < 3000; ++round) {
    const auto graph = round % 10 == 0 ? make_grid(random, 8) : make_random_graph(random, 30);
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
    const auto low = eliminate(graph.graph, find_order(graph.graph, {}, draw(random, 4)),
                               Extent::kLowDegreeOnly);
    TunedDijkstra dijkstra(low);
    dijkstra.customise(take_weights(graph.weight));
    TunedDijkstra::Search search(dijkstra);
    const auto table = make_table(seeds, Width::kOne);
    REQUIRE(get_labels(search.run(table, Flow::kFromSeeds), graph.graph, 0) ==
            find_labels_by_boost(graph.graph, graph.weight, seeds));
    REQUIRE(get_labels(search.run(table, Flow::kToSeeds), graph.graph, 0) ==
            find_labels_to_seeds_by_boost(graph.graph, graph.weight, seeds));
  }
}

TEST_CASE("seeds may start farther apart than the queue looks ahead") {
  const std::vector<Arc> arcs = {{0, 1}, {1, 2}};
  const auto graph = make_road_graph(3, arcs).graph;
  const auto low = eliminate(graph, find_order(graph, {}, 0), Extent::kLowDegreeOnly);
  TunedDijkstra dijkstra(low);
  const std::vector<Ms> weight = {1, 1};
  dijkstra.customise(take_weights(weight));
  TunedDijkstra::Search search(dijkstra);
  const std::vector<Seed> seeds = {{2, 0, 1}, {0, 100000000, 2}, {1, kFarMs - 1, 3}};
  const auto& found = search.run(make_table(seeds, Width::kOne), Flow::kFromSeeds);
  CHECK(get_labels(found, graph, 0) == std::vector<Label>{{100000000, 2}, {100000001, 2}, {0, 1}});
}

}  // namespace pahunch::engine::test
