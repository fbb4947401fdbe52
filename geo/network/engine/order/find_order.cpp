#include "geo/network/engine/order/find_order.h"

#include "geo/network/engine/order/low_degree.h"
#include "geo/network/engine/order/nested_dissection.h"

namespace pahunch::engine {

EliminationOrder find_order(const RoadGraph& graph, std::span<const Xy> at,
                            std::uint32_t max_low_degree) {
  auto low = eliminate_low_degree(make_adjacency(graph), max_low_degree);
  std::vector<Xy> core_at;
  if (!at.empty()) {
    for (const auto v : low.core) core_at.push_back(at[v]);
  }
  EliminationOrder order{std::move(low.eliminated), 0};
  order.n_low_degree = static_cast<std::uint32_t>(order.node.size());
  for (const auto v : dissect(low.core_graph, core_at)) order.node.push_back(low.core[v]);
  return order;
}

}  // namespace pahunch::engine
