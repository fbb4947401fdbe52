#include "geo/network/build_network.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "geo/network/components.h"
#include "geo/network/detail/chains.h"
#include "geo/network/detail/noding.h"
#include "geo/network/detail/pieces.h"

namespace pahunch {
namespace {

using detail::Chain;
using detail::ChainPart;
using detail::NodedRoads;
using detail::Piece;
using detail::VertexIdx;

/// A link before it has its number.
struct DraftLink {
  VertexIdx from, to;
  std::vector<Xy> points;
  std::vector<double> segment_m;
  KindIdx kind;
  bool forward_open = true, backward_open = true, bridge = false;
  RoadIdx road;
  std::uint32_t ordinal = 0;
};

bool is_less(const std::vector<Xy>& a, const std::vector<Xy>& b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), detail::lies_before);
}

class NetworkDrafter {
 public:
  NetworkDrafter(const NodedRoads& noded, const std::vector<Piece>& pieces)
      : noded_(noded), pieces_(pieces) {}

  [[nodiscard]] DraftLink draft(const Chain& chain) const {
    const Piece& first = pieces_[chain.front().piece];
    DraftLink link;
    link.from = start_of(first, chain.front());
    link.to = end_of(pieces_[chain.back().piece], chain.back());
    link.kind = first.kind;
    link.bridge = first.bridge;
    link.forward_open = chain.front().reversed ? first.backward_open : first.forward_open;
    link.backward_open = chain.front().reversed ? first.forward_open : first.backward_open;
    std::tie(link.road, link.ordinal) = std::pair(first.road, first.ordinal);
    for (const ChainPart& part : chain) append(part, link);
    turn_around_if_later(link);
    return link;
  }

 private:
  void append(const ChainPart& part, DraftLink& link) const {
    const Piece& piece = pieces_[part.piece];
    const auto& line = noded_.lines[piece.road];
    const std::uint32_t n = piece.last - piece.first;
    if (link.points.empty())
      link.points.push_back(line.points[part.reversed ? piece.last : piece.first]);
    for (std::uint32_t i = 1; i <= n; ++i) {
      link.points.push_back(line.points[part.reversed ? piece.last - i : piece.first + i]);
      link.segment_m.push_back(
          line.segment_m[part.reversed ? piece.last - i : piece.first + i - 1]);
    }
    std::tie(link.road, link.ordinal) =
        std::min(std::pair(link.road, link.ordinal), std::pair(piece.road, piece.ordinal));
  }

  /// A link runs from the node that lies first, whatever way its first road was drawn.
  void turn_around_if_later(DraftLink& link) const {
    std::vector<Xy> turned(link.points.rbegin(), link.points.rend());
    const Xy from = noded_.at[link.from];
    const Xy to = noded_.at[link.to];
    const bool later =
        link.from == link.to ? is_less(turned, link.points) : detail::lies_before(to, from);
    if (!later) return;
    link.points = std::move(turned);
    std::reverse(link.segment_m.begin(), link.segment_m.end());
    std::swap(link.from, link.to);
    std::swap(link.forward_open, link.backward_open);
  }

  const NodedRoads& noded_;
  const std::vector<Piece>& pieces_;
};

/// Nodes numbered by position; only those that links end at.
IdxVector<VertexIdx, NodeIdx> number_nodes(const std::vector<DraftLink>& links,
                                           const NodedRoads& noded, Network& network) {
  std::vector<VertexIdx> ends;
  for (const DraftLink& link : links) ends.insert(ends.end(), {link.from, link.to});
  const auto by_position = [&](VertexIdx a, VertexIdx b) {
    if (noded.at[a] == noded.at[b]) return a < b;
    return detail::lies_before(noded.at[a], noded.at[b]);
  };
  std::sort(ends.begin(), ends.end(), by_position);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  IdxVector<VertexIdx, NodeIdx> numbers(noded.at.size());
  for (const VertexIdx vertex : ends) numbers[vertex] = network.node_at.push_back(noded.at[vertex]);
  return numbers;
}

void add_link(const DraftLink& link, const IdxVector<VertexIdx, NodeIdx>& nodes, Network& network) {
  network.from.push_back(nodes[link.from]);
  network.to.push_back(nodes[link.to]);
  network.kind.push_back(link.kind);
  network.forward_open.push_back(link.forward_open);
  network.backward_open.push_back(link.backward_open);
  network.bridge.push_back(link.bridge);
  network.road.push_back(link.road);
  network.ordinal.push_back(link.ordinal);
  double along_m = 0;
  network.along_m.push_back(0);
  for (const double piece_m : link.segment_m) network.along_m.push_back(along_m += piece_m);
  network.length_m.push_back(along_m);
  network.points.insert(network.points.end(), link.points.begin(), link.points.end());
  network.first_point.push_back(static_cast<std::uint32_t>(network.points.size()));
}

Network put_together(std::vector<DraftLink> links, const NodedRoads& noded) {
  Network network;
  const auto nodes = number_nodes(links, noded, network);
  std::sort(links.begin(), links.end(), [&](const DraftLink& a, const DraftLink& b) {
    const auto ends_a = std::pair(nodes[a.from], nodes[a.to]);
    const auto ends_b = std::pair(nodes[b.from], nodes[b.to]);
    if (ends_a != ends_b) return ends_a < ends_b;
    if (a.points != b.points) return is_less(a.points, b.points);
    return std::tie(a.kind, a.road, a.ordinal) < std::tie(b.kind, b.road, b.ordinal);
  });
  network.first_point.push_back(0);
  for (const DraftLink& link : links) add_link(link, nodes, network);
  return network;
}

}  // namespace

BuiltNetwork build_network(const RoadLayer& roads, const Ground& ground, NodingOptions options) {
  BuiltNetwork built;
  NodingReport& report = built.report;
  const NodedRoads noded = detail::node_roads(roads, ground, options, report);
  const detail::Pieces pieces = detail::cut_into_pieces(noded, roads);
  const std::vector<Chain> chains = detail::find_chains(pieces, noded.at);

  const NetworkDrafter drafter(noded, pieces.pieces);
  std::vector<DraftLink> links;
  links.reserve(chains.size());
  for (const Chain& chain : chains) links.push_back(drafter.draft(chain));
  built.network = put_together(std::move(links), noded);
  built.network.kinds = pieces.kinds;

  report.n_roads = roads.roads.size();
  report.n_chain_nodes = pieces.pieces.size() - chains.size();
  report.n_dead_end_bridges = find_dead_end_bridges(built.network).size();
  return built;
}

}  // namespace pahunch
