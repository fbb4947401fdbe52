#include "every_engine.h"

#include <algorithm>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/forest_repair.h"
#include "geo/network/engine/tuned_dijkstra.h"

namespace pahunch::engine::test {
namespace {

std::vector<Label> ask_tuned_dijkstra(std::mt19937& random, const TestGraph& graph,
                                      const std::vector<Seed>& seeds, Flow flow) {
  const auto low =
      eliminate(graph.graph, find_order(graph.graph, {}, draw(random, 4)), Extent::kLowDegreeOnly);
  TunedDijkstra dijkstra(low);
  dijkstra.customise(take_weights(graph.weight));
  TunedDijkstra::Search search(dijkstra);
  return get_labels(search.run(make_table(seeds, Width::kOne), flow), graph.graph, 0);
}

std::vector<Label> ask_hierarchy(std::mt19937& random, const TestGraph& graph,
                                 const std::vector<Seed>& seeds, Flow flow) {
  const auto all =
      eliminate(graph.graph, find_order(graph.graph, {}, draw(random, 5)), Extent::kAll);
  SlotMetric metric(all, Width::kOne, Symmetry::kDirected);
  metric.customise(take_weights(graph.weight));
  const auto width = draw(random, 2) == 0 ? Width::kOne : Width::kAllLanes;
  LabelField field(all, width, Answer::kDistanceAndLabel);
  search_hierarchy(metric, make_table(seeds, width), flow, field);
  return get_labels(field, graph.graph,
                    draw(random, static_cast<std::uint32_t>(get_n_lanes(width))));
}

/// The weights asked for in one lane, any in the others.
std::vector<Label> ask_draws(std::mt19937& random, const TestGraph& graph,
                             const std::vector<Seed>& seeds, Flow flow,
                             std::uint32_t max_scans_per_node) {
  const auto order = find_order(graph.graph, {}, draw(random, 5));
  const auto base = make_random_weights(random, graph.weight.size());
  const DrawEngine engine({.graph = graph.graph,
                           .order = order,
                           .base = base,
                           .seed_sets = std::span(&seeds, 1),
                           .flow = flow,
                           .max_scans_per_node = max_scans_per_node});
  auto lanes = make_random_weights(random, graph.weight.size() * kLanes);
  const auto lane = draw(random, kLanes);
  for (std::size_t a = 0; a < graph.weight.size(); ++a) lanes[a * kLanes + lane] = graph.weight[a];
  DrawEngine::Batch batch(engine);
  batch.set_draws(take_lane_weights(lanes));
  return get_labels(batch.find_nearest(make_table(seeds, Width::kAllLanes)), graph.graph, lane);
}

TestGraph turn_round(const TestGraph& graph) {
  auto reversed = reverse_arcs(graph.graph);
  TestGraph result{std::move(reversed.graph), std::vector<Ms>(graph.weight.size())};
  for (std::size_t a = 0; a < graph.weight.size(); ++a) {
    result.weight[reversed.arc_of_input[a]] = graph.weight[a];
  }
  return result;
}

/// From a state with other weights and other seeds.
std::vector<Label> ask_repair(std::mt19937& random, const TestGraph& given,
                              const std::vector<Seed>& seeds, Flow flow) {
  const auto graph = flow == Flow::kFromSeeds ? given : turn_round(given);
  auto base = make_random_weights(random, graph.weight.size());
  for (std::size_t a = 0; a < base.size(); ++a) {
    if (draw(random, 2) == 0) base[a] = graph.weight[a];
  }
  std::vector<Seed> others;
  if (graph.graph.n_nodes() > 0) others = make_random_seeds(random, graph.graph.n_nodes(), 4);
  ForestRepair repair(graph.graph, base, others);
  StateChange change{{}, seeds, {0, 1, 2, 3, 4}};
  for (std::uint32_t a = 0; a < base.size(); ++a) {
    if (base[a] != graph.weight[a]) change.arcs.push_back({a, graph.weight[a]});
  }
  repair.apply(change);
  std::vector<Label> labels;
  for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
    labels.push_back({repair.distance(v), repair.find_label(v).value_or(kNone)});
  }
  return labels;
}

}  // namespace

std::vector<EngineAnswer> ask_every_engine(std::mt19937& random, const TestGraph& graph,
                                           const std::vector<Seed>& seeds, Flow flow) {
  return {{"tuned Dijkstra", ask_tuned_dijkstra(random, graph, seeds, flow)},
          {"hierarchy", ask_hierarchy(random, graph, seeds, flow)},
          {"draws", ask_draws(random, graph, seeds, flow, 6)},
          {"draws by the hierarchy", ask_draws(random, graph, seeds, flow, 0)},
          {"repair", ask_repair(random, graph, seeds, flow)}};
}

std::vector<Label> ask_boost(const TestGraph& graph, const std::vector<Seed>& seeds, Flow flow) {
  return flow == Flow::kFromSeeds ? find_labels_by_boost(graph.graph, graph.weight, seeds)
                                  : find_labels_to_seeds_by_boost(graph.graph, graph.weight, seeds);
}

}  // namespace pahunch::engine::test
