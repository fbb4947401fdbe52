#include "geo/network/fast_sweep.h"

#include "geo/network/engine/order/low_degree.h"
#include "geo/network/engine/tuned_dijkstra.h"
#include "geo/network/link_ends.h"

namespace pahunch {
namespace {

/// Trees and chains: beyond them elimination costs more than one search of the core gains.
constexpr std::uint32_t kMaxDegree = 2;

struct WeightedGraph {
  engine::RoadGraph graph;
  std::vector<engine::Ms> weight;
};

WeightedGraph make_graph(const Network& network, const Metric& metric, Sense sense) {
  std::vector<engine::Arc> arcs;
  std::vector<engine::Ms> weight;
  const auto add = [&](NodeIdx from, NodeIdx to, TravelTime time) {
    arcs.push_back({from.value(), to.value()});
    weight.push_back(time.ms());
  };
  for_each_open_arc(network, metric, sense, [&](NodeIdx from, NodeIdx to, LinkIdx link) {
    add(from, to, metric.link_time[link]);
  });
  for_each_open_turn(network, metric, sense,
                     [&](NodeIdx from, NodeIdx to) { add(from, to, TravelTime()); });
  auto built = engine::make_road_graph(static_cast<std::uint32_t>(network.n_nodes()), arcs);
  WeightedGraph result{std::move(built.graph), std::vector<engine::Ms>(arcs.size())};
  for (std::size_t i = 0; i < arcs.size(); ++i) result.weight[built.arc_of_input[i]] = weight[i];
  return result;
}

engine::EliminationOrder find_chain_order(const engine::RoadGraph& graph) {
  auto low = engine::eliminate_low_degree(engine::make_adjacency(graph), kMaxDegree);
  engine::EliminationOrder order{std::move(low.eliminated), 0};
  order.n_low_degree = static_cast<std::uint32_t>(order.node.size());
  order.node.insert(order.node.end(), low.core.begin(), low.core.end());
  return order;
}

}  // namespace

struct FastSweep::Core {
  explicit Core(const WeightedGraph& roads)
      : elimination(engine::eliminate(roads.graph, find_chain_order(roads.graph),
                                      engine::Extent::kLowDegreeOnly)),
        dijkstra(elimination) {
    dijkstra.customise(engine::take_weights(roads.weight));
  }

  engine::Elimination elimination;
  engine::TunedDijkstra dijkstra;
};

FastSweep::FastSweep(const Network& network, const Metric& metric, Sense sense)
    : core_(std::make_unique<const Core>(make_graph(network, metric, sense))) {}

FastSweep::~FastSweep() = default;

NodeLabels FastSweep::run(std::span<const Seed> seeds) const {
  engine::SeedTable table(1);
  for (const Seed& seed : seeds) {
    if (!seed.label.time.reachable()) continue;
    table.add({seed.node.value(), seed.label.time.ms(), seed.label.site.value()});
  }
  engine::TunedDijkstra::Search search(core_->dijkstra);
  const auto& found = search.run(table, engine::Flow::kFromSeeds);
  NodeLabels labels(core_->elimination.n_nodes());
  for (const NodeIdx node : indices(labels)) {
    if (const auto site = found.find_label(node.value(), 0)) {
      labels[node] = {TravelTime(found.distance(node.value(), 0)), SiteIdx(*site)};
    }
  }
  return labels;
}

}  // namespace pahunch
