#include "geo/network/sweep.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <functional>
#include <utility>

namespace pahunch {
namespace {

struct Arc {
  TravelTime time;
  LinkIdx link;
};

using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                               boost::no_property, std::uint32_t, std::uint64_t>;
using CsrEdge = boost::graph_traits<Csr>::edge_descriptor;
using CsrVertex = boost::graph_traits<Csr>::vertex_descriptor;

/// Notes the link of each step of the tree.
class ViaRecorder : public boost::dijkstra_visitor<> {
 public:
  explicit ViaRecorder(IdxVector<NodeIdx, LinkIdx>* via) : via_(via) {}
  void edge_relaxed(CsrEdge edge, const Csr& graph) {
    if (via_ != nullptr) (*via_)[NodeIdx(target(edge, graph))] = graph[edge].link;
  }

 private:
  IdxVector<NodeIdx, LinkIdx>* via_;
};

Csr make_csr(const Network& network, const Metric& metric, Sense sense) {
  std::vector<std::pair<CsrVertex, CsrVertex>> ends;
  std::vector<Arc> arcs;
  const auto add = [&](NodeIdx from, NodeIdx to, LinkIdx link) {
    ends.emplace_back(from.value(), to.value());
    arcs.push_back({metric.link_time[link], link});
  };
  for (const LinkIdx link : indices(network.from)) {
    if (!metric.link_time[link].reachable()) continue;
    const OpenWays ways = sweep_ways(metric.ways[link], sense);
    if (ways.forward) add(network.from[link], network.to[link], link);
    if (ways.backward) add(network.to[link], network.from[link], link);
  }
  return Csr(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), arcs.begin(),
             static_cast<CsrVertex>(network.n_nodes()));
}

/// The nodes where a sweep begins, each once; their labels are set to the least of their seeds.
std::vector<CsrVertex> plant(std::span<const Seed> seeds, NodeLabels& labels) {
  std::vector<CsrVertex> nodes;
  for (const Seed& seed : seeds) {
    if (!seed.label.time.reachable()) continue;
    labels[seed.node] = std::min(labels[seed.node], seed.label);
    nodes.push_back(seed.node.value());
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

}  // namespace

struct Sweep::Graph {
  Csr csr;

  void run(std::span<const Seed> seeds, NodeLabels& labels, ViaRecorder recorder) const {
    const std::vector<CsrVertex> begin = plant(seeds, labels);
    if (begin.empty()) return;
    const auto index = get(boost::vertex_index, csr);
    boost::dijkstra_shortest_paths_no_init(
        csr, begin.begin(), begin.end(), boost::dummy_property_map(),
        boost::make_iterator_property_map(labels.raw().begin(), index), get(&Arc::time, csr), index,
        std::less<>(), later_by, SiteTime{TravelTime(), SiteIdx(0)}, recorder);
  }
};

Sweep::Sweep(const Network& network, const Metric& metric, Sense sense)
    : graph_(std::make_unique<const Graph>(Graph{make_csr(network, metric, sense)})) {}

Sweep::~Sweep() = default;

NodeLabels Sweep::run(std::span<const Seed> seeds) const {
  NodeLabels labels(num_vertices(graph_->csr));
  graph_->run(seeds, labels, ViaRecorder(nullptr));
  return labels;
}

SweepTree Sweep::run_tree(std::span<const Seed> seeds) const {
  SweepTree tree{NodeLabels(num_vertices(graph_->csr)),
                 IdxVector<NodeIdx, LinkIdx>(num_vertices(graph_->csr))};
  graph_->run(seeds, tree.labels, ViaRecorder(&tree.via));
  return tree;
}

}  // namespace pahunch
