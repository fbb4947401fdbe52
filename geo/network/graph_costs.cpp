#include "geo/network/graph_costs.h"

#include <algorithm>
#include <cassert>

#include "geo/network/engine/hierarchy_search.h"
#include "geo/network/engine/order/find_order.h"

namespace pahunch {
GraphCosts::GraphCosts(const ArcList& arcs) {
  std::vector<engine::Arc> ends;
  ends.reserve(arcs.tail.size());
  for (std::size_t i = 0; i < arcs.tail.size(); ++i) ends.push_back({arcs.tail[i], arcs.head[i]});
  const auto built = engine::make_road_graph(arcs.n_nodes, ends);
  const auto order = engine::find_order(built.graph, {});
  elimination_ = engine::eliminate(built.graph, order, engine::Extent::kAll);
  std::vector<engine::Ms> weights(ends.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    weights[built.arc_of_input[i]] = std::min(arcs.weight[i], engine::kFarMs);
  }
  metric_.emplace(elimination_, engine::Width::kOne, engine::Symmetry::kDirected);
  metric_->customise(engine::take_weights(weights));
}

std::vector<std::vector<std::optional<std::uint32_t>>> GraphCosts::find(
    std::span<const std::uint32_t> from, std::span<const std::uint32_t> to) const {
  assert(to.size() <= kBlock);
  engine::SeedTable seeds(kBlock);
  for (std::size_t lane = 0; lane < to.size(); ++lane) seeds.add({to[lane], 0, 0}, lane);
  engine::LabelField field(elimination_, engine::Width::kAllLanes, engine::Answer::kDistance);
  engine::search_hierarchy(*metric_, seeds, engine::Flow::kToSeeds, field);
  std::vector<std::vector<std::optional<std::uint32_t>>> rows(to.size());
  for (std::size_t lane = 0; lane < to.size(); ++lane) {
    for (const std::uint32_t node : from) {
      const engine::Ms cost = field.distance(node, lane);
      rows[lane].push_back(cost <= kMaxCost ? std::optional(cost) : std::nullopt);
    }
  }
  return rows;
}

}  // namespace pahunch
