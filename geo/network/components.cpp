#include "geo/network/components.h"

#include <array>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <utility>

namespace pahunch {
namespace {

using Graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint64_t>;

constexpr std::array kHeadings = {Heading::kForward, Heading::kBackward};

Graph make_graph(const Network& network, Connection connection, const TravelRule& rule) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  const auto add = [&](NodeIdx from, NodeIdx to) { arcs.emplace_back(from.value(), to.value()); };
  const bool weak = connection == Connection::kWeak;
  for (const LinkIdx link : indices(network.from)) {
    const OpenWays ways = rule.ways(link);
    const bool either = weak && (ways.forward || ways.backward);
    for (const Heading heading : kHeadings) {
      if (!either && !is_open(ways, heading)) continue;
      add(network.tail(link, heading), network.head(link, heading));
    }
  }
  for (const TurnIdx turn : indices(network.turn_from)) {
    if (weak || rule.may_turn(turn)) add(network.turn_from[turn], network.turn_to[turn]);
    if (weak) add(network.turn_to[turn], network.turn_from[turn]);
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

/// The components that hold both ends of the open ways along a link; invalid for none.
std::array<ComponentIdx, 2> find_components_of(const Network& network, LinkIdx link,
                                               const OpenWays& ways, const Components& found) {
  std::array<ComponentIdx, 2> components;
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    const ComponentIdx at_tail = found.of_node[network.tail(link, kHeadings[i])];
    const bool both = at_tail == found.of_node[network.head(link, kHeadings[i])];
    if (both && is_open(ways, kHeadings[i])) components[i] = at_tail;
  }
  return components;
}

void measure(const Network& network, const TravelRule& rule, Components& result) {
  for (const LinkIdx link : indices(network.from)) {
    const auto [forward, backward] = find_components_of(network, link, rule.ways(link), result);
    const ComponentIdx component = forward.valid() ? forward : backward;
    if (!component.valid()) continue;
    ++result.components[component].n_links;
    result.components[component].length_m += network.length_m[link];
  }
  for (const ComponentIdx component : indices(result.components)) {
    if (!result.main.valid() ||
        result.components[component].length_m > result.components[result.main].length_m) {
      result.main = component;
    }
  }
  for (const LinkIdx link : indices(network.from)) {
    const auto [forward, backward] = find_components_of(network, link, rule.ways(link), result);
    result.link_in_main.push_back(forward == result.main || backward == result.main);
  }
}

}  // namespace

TravelRule get_one_way_rule(const Network& network) {
  TravelRule rule;
  rule.ways = [&network](LinkIdx link) {
    return OpenWays{network.forward_open[link], network.backward_open[link]};
  };
  rule.may_turn = [&network](TurnIdx turn) {
    return network.turn_open_to[turn] == VehicleSet::all();
  };
  return rule;
}

Components find_components(const Network& network, Connection connection, const TravelRule& rule) {
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
