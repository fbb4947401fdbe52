#include "geo/network/engine/draw_engine.h"

#include <catch2/catch.hpp>

#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

/// Weights of `kLanes` draws, side by side for each arc.
struct Draws {
  std::vector<Ms> lanes;

  [[nodiscard]] std::vector<Ms> of(std::size_t lane) const {
    std::vector<Ms> weight;
    for (std::size_t at = lane; at < lanes.size(); at += kLanes) weight.push_back(lanes[at]);
    return weight;
  }
};

void require_exact(const LabelField& found, const RoadGraph& graph, const Draws& draws,
                   const std::vector<Seed>& seeds) {
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    REQUIRE(get_labels(found, graph, lane) ==
            find_labels_to_seeds_by_boost(graph, draws.of(lane), seeds));
  }
}

}  // namespace

TEST_CASE("draws give the distances and labels of Boost, whatever the order was made for") {
  std::mt19937 random(31);
  for (int round = 0; round < 150; ++round) {
    const auto graph = round % 5 == 0 ? make_grid(random, 9) : make_random_graph(random, 40);
    const auto n_nodes = graph.graph.n_nodes();
    const auto order = find_order(graph.graph, {}, draw(random, 5));
    std::vector<std::vector<Seed>> typical(draw(random, 3));
    for (auto& seeds : typical) seeds = make_random_seeds(random, n_nodes, 4);
    const DrawEngine engine(
        {.graph = graph.graph, .order = order, .base = graph.weight, .seed_sets = typical});
    DrawEngine::Batch batch(engine);
    for (int repeat = 0; repeat < 2; ++repeat) {
      const Draws draws{make_random_weights(random, graph.weight.size() * kLanes)};
      batch.set_draws(take_lane_weights(draws.lanes));
      for (int set = 0; set < 2; ++set) {
        const auto seeds = make_random_seeds(random, n_nodes, 5);
        require_exact(batch.find_nearest(make_table(seeds, Width::kAllLanes)), graph.graph, draws,
                      seeds);
      }
    }
  }
}

TEST_CASE("where the sweeps do not settle in their budget the whole hierarchy takes over") {
  std::mt19937 random(32);
  const auto grid = make_grid(random, 12);
  const auto order = find_order(grid.graph, {}, 2);
  const std::vector<Seed> seeds = {{0, 0, 7}, {100, 3, 4}};
  const DrawEngine engine({.graph = grid.graph,
                           .order = order,
                           .base = grid.weight,
                           .seed_sets = std::span(&seeds, 1),
                           .max_scans_per_node = 0});
  DrawEngine::Batch batch(engine);
  for (std::uint64_t round = 1; round <= 2; ++round) {
    const Draws draws{make_random_weights(random, grid.weight.size() * kLanes)};
    batch.set_draws(take_lane_weights(draws.lanes));
    require_exact(batch.find_nearest(make_table(seeds, Width::kAllLanes)), grid.graph, draws,
                  seeds);
    CHECK(batch.n_fallbacks() == round);
  }
}

TEST_CASE("without seeds nothing is reached") {
  const std::vector<Arc> arcs = {{0, 1}};
  const auto graph = make_road_graph(2, arcs).graph;
  const std::vector<Ms> base = {5};
  const DrawEngine engine(
      {.graph = graph, .order = find_order(graph, {}, 2), .base = base, .seed_sets = {}});
  DrawEngine::Batch batch(engine);
  const std::vector<Ms> lanes(kLanes, 3);
  batch.set_draws(take_lane_weights(lanes));
  const auto& found = batch.find_nearest(SeedTable(kLanes));
  CHECK(found.distance(0, 0) == kFarMs);
  CHECK_FALSE(found.find_label(1, 15));
}

}  // namespace pahunch::engine::test
