#include "geo/network/engine/hierarchy_search.h"

#include <hwy/targets.h>
#include <catch2/catch.hpp>

#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

Elimination eliminate_all(std::mt19937& random, const RoadGraph& graph) {
  return eliminate(graph, find_order(graph, {}, draw(random, 5)), Extent::kAll);
}

}  // namespace

TEST_CASE("one metric gives the distances and labels of Boost, along and against the arcs") {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    const auto graph = round % 10 == 0 ? make_grid(random, 9) : make_random_graph(random, 30);
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
    const auto elimination = eliminate_all(random, graph.graph);
    SlotMetric metric(elimination, Width::kOne, Symmetry::kDirected);
    metric.customise(take_weights(graph.weight));
    LabelField field(elimination, Width::kOne, Answer::kDistanceAndLabel);
    search_hierarchy(metric, make_table(seeds, Width::kOne), Flow::kFromSeeds, field);
    REQUIRE(get_labels(field, graph.graph, 0) ==
            find_labels_by_boost(graph.graph, graph.weight, seeds));
    search_hierarchy(metric, make_table(seeds, Width::kOne), Flow::kToSeeds, field);
    REQUIRE(get_labels(field, graph.graph, 0) ==
            find_labels_to_seeds_by_boost(graph.graph, graph.weight, seeds));
  }
}

TEST_CASE("sixteen metrics side by side give what each gives alone") {
  std::mt19937 random(12);
  for (int round = 0; round < 60; ++round) {
    auto graph = make_random_graph(random, 40);
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 5);
    const auto elimination = eliminate_all(random, graph.graph);
    const auto lanes = make_random_weights(random, graph.weight.size() * kLanes);
    SlotMetric metric(elimination, Width::kAllLanes, Symmetry::kDirected);
    metric.customise(take_lane_weights(lanes));
    LabelField field(elimination, Width::kAllLanes, Answer::kDistanceAndLabel);
    search_hierarchy(metric, make_table(seeds, Width::kAllLanes), Flow::kFromSeeds, field);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      for (std::size_t a = 0; a < graph.weight.size(); ++a) {
        graph.weight[a] = lanes[a * kLanes + lane];
      }
      REQUIRE(get_labels(field, graph.graph, lane) ==
              find_labels_by_boost(graph.graph, graph.weight, seeds));
    }
  }
}

TEST_CASE("sixteen sources swept together give what each gives alone") {
  std::mt19937 random(13);
  for (int round = 0; round < 60; ++round) {
    const auto graph = make_random_graph(random, 40);
    const auto elimination = eliminate_all(random, graph.graph);
    SlotMetric metric(elimination, Width::kOne, Symmetry::kDirected);
    metric.customise(take_weights(graph.weight));
    SeedTable table(kLanes);
    std::vector<std::vector<Seed>> seeds(kLanes);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      seeds[lane] = make_random_seeds(random, graph.graph.n_nodes(), 3);
      for (const auto& seed : seeds[lane]) table.add(seed, lane);
    }
    LabelField field(elimination, Width::kAllLanes, Answer::kDistance);
    search_hierarchy(metric, table, Flow::kFromSeeds, field);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const auto expected = find_labels_by_boost(graph.graph, graph.weight, seeds[lane]);
      for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
        REQUIRE(field.distance(v, lane) == expected[v].distance);
      }
    }
  }
}

TEST_CASE("equal weights both ways need one array and give the same") {
  std::mt19937 random(14);
  for (int round = 0; round < 100; ++round) {
    const auto graph = make_symmetric(make_random_graph(random, 30));
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 4);
    const auto elimination = eliminate_all(random, graph.graph);
    SlotMetric metric(elimination, Width::kOne, Symmetry::kSymmetric);
    metric.customise(take_weights(graph.weight));
    LabelField field(elimination, Width::kOne, Answer::kDistanceAndLabel);
    search_hierarchy(metric, make_table(seeds, Width::kOne), Flow::kToSeeds, field);
    REQUIRE(get_labels(field, graph.graph, 0) ==
            find_labels_by_boost(graph.graph, graph.weight, seeds));
  }
}

TEST_CASE("every instruction set of this processor gives the same bits") {
  std::mt19937 random(15);
  const auto graph = make_grid(random, 12);
  const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
  const auto elimination = eliminate_all(random, graph.graph);
  const auto expected = find_labels_by_boost(graph.graph, graph.weight, seeds);
  for (const auto target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    for (const auto width : {Width::kOne, Width::kAllLanes}) {
      SlotMetric metric(elimination, Width::kOne, Symmetry::kDirected);
      metric.customise(take_weights(graph.weight));
      LabelField field(elimination, width, Answer::kDistanceAndLabel);
      search_hierarchy(metric, make_table(seeds, width), Flow::kFromSeeds, field);
      CHECK(get_labels(field, graph.graph, 0) == expected);
    }
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

}  // namespace pahunch::engine::test
