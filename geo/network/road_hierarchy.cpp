#include "geo/network/road_hierarchy.h"

#include <cassert>
#include <utility>

#include "geo/network/engine/hierarchy_search.h"

namespace pahunch {
RoadHierarchy::RoadHierarchy(const Network& network) {
  std::vector<engine::Arc> arcs;
  arcs.reserve(network.n_links() * 2 + network.n_turns());
  const auto add = [&](NodeIdx from, NodeIdx to) { arcs.push_back({from.value(), to.value()}); };
  for (const LinkIdx link : indices(network.from)) {
    for (const Heading heading : {Heading::kForward, Heading::kBackward}) {
      add(network.tail(link, heading), network.head(link, heading));
    }
  }
  for (const TurnIdx turn : indices(network.turn_from)) {
    add(network.turn_from[turn], network.turn_to[turn]);
  }
  auto built = engine::make_road_graph(static_cast<std::uint32_t>(network.n_nodes()), arcs);
  graph_ = std::move(built.graph);
  link_of_.resize(arcs.size());
  for (const LinkIdx link : indices(network.from)) {
    forward_arc_.push_back(built.arc_of_input[2 * link.value()]);
    backward_arc_.push_back(built.arc_of_input[2 * link.value() + 1]);
    link_of_[forward_arc_.back()] = link_of_[backward_arc_.back()] = link;
  }
  const auto first_turn = static_cast<std::ptrdiff_t>(2 * network.n_links());
  turn_arc_.assign(built.arc_of_input.begin() + first_turn, built.arc_of_input.end());
  order_ = engine::find_order(graph_, network.node_at.raw());
  elimination_ = engine::eliminate(graph_, order_, engine::Extent::kAll);
}

std::vector<engine::Ms> RoadHierarchy::get_weights(const Metric& metric) const {
  std::vector<engine::Ms> weights(graph_.n_arcs(), engine::kFarMs);
  for (const LinkIdx link : indices(metric.link_time)) {
    if (!metric.link_time[link].reachable()) continue;
    const engine::Ms time = metric.link_time[link].ms();
    if (metric.ways[link].forward) weights[forward_arc_[link.value()]] = time;
    if (metric.ways[link].backward) weights[backward_arc_[link.value()]] = time;
  }
  for (const TurnIdx turn : indices(metric.turn_open)) {
    if (metric.turn_open[turn]) weights[turn_arc_[turn.value()]] = 0;
  }
  return weights;
}

const RoadHierarchy& LazyHierarchy::get(const Network& network) const {
  std::call_once(once_, [&] { hierarchy_.emplace(network); });
  return *hierarchy_;
}

ManySweeps::ManySweeps(const RoadHierarchy& hierarchy, const Metric& metric)
    : hierarchy_(hierarchy),
      metric_(hierarchy.elimination(), engine::Width::kOne, engine::Symmetry::kDirected) {
  const auto weights = hierarchy.get_weights(metric);
  metric_.customise(engine::take_weights(weights));
}

engine::LabelField ManySweeps::run(std::span<const std::vector<Seed>> lanes, Sense sense) const {
  assert(lanes.size() <= kLanes);
  engine::SeedTable table(kLanes);
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    for (const Seed& seed : lanes[lane]) {
      if (!seed.label.time.reachable()) continue;
      table.add({seed.node.value(), seed.label.time.ms(), 0}, lane);
    }
  }
  engine::LabelField field(hierarchy_.elimination(), engine::Width::kAllLanes,
                           engine::Answer::kDistance);
  const auto flow = sense == Sense::kToSites ? engine::Flow::kToSeeds : engine::Flow::kFromSeeds;
  engine::search_hierarchy(metric_, table, flow, field);
  return field;
}

}  // namespace pahunch
