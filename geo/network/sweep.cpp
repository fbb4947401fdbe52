#include "geo/network/sweep.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <functional>
#include <utility>

#include "geo/network/link_ends.h"

namespace pahunch {
namespace {

struct Arc {
  TravelTime time;
  LinkIdx link;  ///< invalid: a turn
};

using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                               boost::no_property, std::uint32_t, std::uint64_t>;
using CsrEdge = boost::graph_traits<Csr>::edge_descriptor;
using CsrVertex = boost::graph_traits<Csr>::vertex_descriptor;

/// Notes the steps of the tree.
class ViaRecorder : public boost::dijkstra_visitor<> {
 public:
  explicit ViaRecorder(SweepTree* tree) : tree_(tree) {}
  void edge_relaxed(CsrEdge edge, const Csr& graph) {
    if (tree_ == nullptr) return;
    const NodeIdx node(target(edge, graph));
    tree_->parent[node] = NodeIdx(source(edge, graph));
    tree_->via[node] = graph[edge].link;
  }

 private:
  SweepTree* tree_;
};

Csr make_csr(const Network& network, const Metric& metric, Sense sense) {
  std::vector<std::pair<CsrVertex, CsrVertex>> ends;
  std::vector<Arc> arcs;
  const auto add = [&](NodeIdx from, NodeIdx to, const Arc& arc) {
    ends.emplace_back(from.value(), to.value());
    arcs.push_back(arc);
  };
  for_each_open_arc(network, metric, sense, [&](NodeIdx from, NodeIdx to, LinkIdx link) {
    add(from, to, {metric.link_time[link], link});
  });
  for_each_open_turn(network, metric, sense, [&](NodeIdx from, NodeIdx to) {
    add(from, to, {TravelTime(), LinkIdx()});
  });
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
                 IdxVector<NodeIdx, NodeIdx>(num_vertices(graph_->csr)),
                 IdxVector<NodeIdx, LinkIdx>(num_vertices(graph_->csr))};
  graph_->run(seeds, tree.labels, ViaRecorder(&tree));
  return tree;
}

}  // namespace pahunch
