#include "geo/network/components.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <utility>

namespace pahunch {
namespace {

using Graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint64_t>;

Graph make_graph(const Network& network, Connection connection, const LinkRule& rule) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  for (const LinkIdx link : indices(network.from)) {
    const OpenWays ways = rule(link);
    const std::uint32_t from = network.from[link].value();
    const std::uint32_t to = network.to[link].value();
    const bool either = connection == Connection::kWeak && (ways.forward || ways.backward);
    if (ways.forward || either) arcs.emplace_back(from, to);
    if (ways.backward || either) arcs.emplace_back(to, from);
  }
  return Graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(),
               static_cast<std::uint32_t>(network.n_nodes()));
}

/// The algorithm's numbers, which depend on its search order, turned into the order of lowest
/// nodes.
void renumber(const std::vector<std::uint32_t>& found, Components& result) {
  std::map<std::uint32_t, ComponentIdx> numbers;
  for (std::size_t n = 0; n < found.size(); ++n) {
    const auto [at, added] = numbers.try_emplace(found[n], ComponentIdx(result.components.size()));
    if (added) result.components.push_back({.lowest_node = NodeIdx(n)});
    result.of_node.push_back(at->second);
    ++result.components[at->second].n_nodes;
  }
}

void measure(const Network& network, const LinkRule& rule, Components& result) {
  for (const LinkIdx link : indices(network.from)) {
    const OpenWays ways = rule(link);
    const ComponentIdx component = result.of_node[network.from[link]];
    if (!(ways.forward || ways.backward) || result.of_node[network.to[link]] != component) continue;
    ++result.components[component].n_links;
    result.components[component].length_m += network.length_m[link];
  }
  for (const ComponentIdx component : indices(result.components)) {
    if (!result.main.valid() ||
        result.components[component].length_m > result.components[result.main].length_m) {
      result.main = component;
    }
  }
}

}  // namespace

LinkRule get_one_way_rule(const Network& network) {
  return [&network](LinkIdx link) {
    return OpenWays{network.forward_open[link], network.backward_open[link]};
  };
}

Components find_components(const Network& network, Connection connection, const LinkRule& rule) {
  Components result;
  if (network.n_nodes() == 0) return result;
  const Graph graph = make_graph(network, connection, rule);
  std::vector<std::uint32_t> found(network.n_nodes());
  boost::strong_components(
      graph, boost::make_iterator_property_map(found.begin(), get(boost::vertex_index, graph)));
  renumber(found, result);
  measure(network, rule, result);
  return result;
}

std::vector<LinkIdx> find_dead_end_bridges(const Network& network) {
  IdxVector<NodeIdx, std::uint32_t> n_ends(network.n_nodes());
  for (const LinkIdx link : indices(network.from)) {
    ++n_ends[network.from[link]];
    ++n_ends[network.to[link]];
  }
  std::vector<LinkIdx> found;
  for (const LinkIdx link : indices(network.from)) {
    const bool dead_end = n_ends[network.from[link]] == 1 || n_ends[network.to[link]] == 1;
    if (network.bridge[link] && dead_end) found.push_back(link);
  }
  return found;
}

}  // namespace pahunch
