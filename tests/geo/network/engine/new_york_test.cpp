// Known answers on DIMACS New York, on which three independent programs agree. The list that they
// come from names the distance file, but they are those of the travel-time file: a plain Dijkstra
// apart from this code gives 233 812 473 957 there, and 186 686 642 878 by distance.
#include <catch2/catch.hpp>
#include <numeric>

#include "geo/io/read_dimacs.h"
#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/forest_repair.h"
#include "geo/network/engine/tuned_dijkstra.h"
#include "test_graphs.h"
#include "tests/support/shared_files.h"

namespace pahunch::engine::test {
namespace {

TestGraph load_new_york(const std::filesystem::path& file) {
  const auto list = read_dimacs(file, std::nullopt);
  std::vector<Arc> arcs;
  for (std::size_t i = 0; i < list.tail.size(); ++i) arcs.push_back({list.tail[i], list.head[i]});
  auto built = make_road_graph(list.n_nodes, arcs);
  TestGraph result{std::move(built.graph), std::vector<Ms>(arcs.size())};
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    result.weight[built.arc_of_input[i]] = list.weight[i];
  }
  return result;
}

/// Distances of all nodes from one, in one lane.
template <class Distance>
void check_from_node_1(std::uint32_t n_nodes, Distance distance) {
  std::uint64_t sum = 0;
  std::uint32_t farthest = 0;
  int n_within = 0;
  for (std::uint32_t v = 0; v < n_nodes; ++v) {
    sum += distance(v);
    if (distance(v) > distance(farthest)) farthest = v;
    n_within += distance(v) <= 300000;
  }
  CHECK(sum == 233812473957);
  CHECK(farthest == 90643);
  CHECK(distance(farthest) == 1916421);
  CHECK(n_within == 7714);
  CHECK(distance(std::uint32_t{264345}) == 734269);
}

}  // namespace

TEST_CASE("every engine gives the known answers on New York") {
  const auto file = pahunch::test::find_shared("networks/USA-road-t.NY.gr.gz");
  if (!file) return;
  const auto ny = load_new_york(*file);
  const auto n_nodes = ny.graph.n_nodes();
  const auto order = find_order(ny.graph, {}, 8);
  const std::vector<Seed> seeds = {{0, 0, 0}};

  const auto low = eliminate(ny.graph, order, Extent::kLowDegreeOnly);
  TunedDijkstra dijkstra(low);
  dijkstra.customise(take_weights(ny.weight));
  TunedDijkstra::Search search(dijkstra);
  const auto& tuned = search.run(make_table(seeds, Width::kOne), Flow::kFromSeeds);
  check_from_node_1(n_nodes, [&](std::uint32_t v) { return tuned.distance(v, 0); });

  const auto all = eliminate(ny.graph, order, Extent::kAll);
  SlotMetric metric(all, Width::kOne, Symmetry::kDirected);
  metric.customise(take_weights(ny.weight));
  SeedTable sources(kLanes);
  sources.add(seeds[0], 3);
  sources.add({999, 0, 0}, 15);
  LabelField field(all, Width::kAllLanes, Answer::kDistance);
  search_hierarchy(metric, sources, Flow::kFromSeeds, field);
  check_from_node_1(n_nodes, [&](std::uint32_t v) { return field.distance(v, 3); });
  std::uint64_t from_1000 = 0;
  for (std::uint32_t v = 0; v < n_nodes; ++v) from_1000 += field.distance(v, 15);
  CHECK(from_1000 == 218476343697);

  const DrawEngine draws({.graph = ny.graph,
                          .order = order,
                          .base = ny.weight,
                          .seed_sets = std::span(&seeds, 1),
                          .flow = Flow::kFromSeeds});
  DrawEngine::Batch batch(draws);
  batch.set_draws([&](std::span<const std::uint32_t> arcs, Ms* out) {
    for (const auto arc : arcs) out = std::fill_n(out, kLanes, ny.weight[arc]);
  });
  const auto& found = batch.find_nearest(make_table(seeds, Width::kAllLanes));
  check_from_node_1(n_nodes, [&](std::uint32_t v) { return found.distance(v, 7); });

  // From another base state, changed into this one.
  ForestRepair repair(ny.graph, ny.weight, std::vector<Seed>{{5000, 0, 1}});
  repair.apply({.arcs = {}, .added = seeds, .closed = {1}});
  check_from_node_1(n_nodes, [&](std::uint32_t v) { return repair.distance(v); });
}

}  // namespace pahunch::engine::test
