#include "geo/network/build_network.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "geo/network/components.h"
#include "geo/network/detail/chains.h"
#include "geo/network/detail/noding.h"
#include "geo/network/detail/pieces.h"
#include "geo/network/detail/turn_copies.h"

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
  std::size_t chain = 0;
  bool turned = false;  ///< runs against its chain
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
    link.turned = true;
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

/// Sorts the drafts into the order of the links.
Network put_together(std::vector<DraftLink>& links, const NodedRoads& noded) {
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

std::vector<VertexIdx> find_turn_vertices(const RoadLayer& roads, const NodedRoads& noded) {
  std::vector<VertexIdx> vertices;
  for (const TurnRestriction& turn : roads.turns) {
    vertices.push_back(detail::find_vertex(noded, turn.from));
    vertices.push_back(detail::find_vertex(noded, turn.to));
  }
  return vertices;
}

/// Finds the links by which roads arrive at the vertices of restricted turns and depart from them.
class TurnResolver {
 public:
  TurnResolver(const NodedRoads& noded, const std::vector<Piece>& pieces,
               const std::vector<Chain>& chains, const std::vector<DraftLink>& links)
      : noded_(noded), pieces_(pieces), link_of_piece_(pieces.size()) {
    for (const LinkIdx link : IdxRange<LinkIdx>(links.size())) {
      for (const ChainPart& part : chains[links[link.value()].chain]) {
        const bool against = part.reversed != links[link.value()].turned;
        link_of_piece_[part.piece] = {link, against ? Heading::kBackward : Heading::kForward};
      }
    }
  }

  /// None where the vertices are not one, or an arm has shrunk to nothing.
  [[nodiscard]] std::optional<detail::LinkTurn> find(const TurnRestriction& turn) const {
    const auto from = find_way(turn.from, turn.from.heading == Heading::kForward);
    const auto to = find_way(turn.to, turn.to.heading == Heading::kBackward);
    if (!from || !to) return std::nullopt;
    if (detail::find_vertex(noded_, turn.from) != detail::find_vertex(noded_, turn.to)) {
      return std::nullopt;
    }
    return detail::LinkTurn{turn.kind, *from, *to, turn.vehicles};
  }

 private:
  /// By the piece of the road that ends, or begins, at the arm's vertex.
  [[nodiscard]] std::optional<detail::LinkWay> find_way(const TurnArm& arm, bool ends_there) const {
    const std::uint32_t place = noded_.lines[arm.road].place_of[arm.vertex];
    auto piece = std::ranges::lower_bound(pieces_, arm.road, {}, &Piece::road);
    for (; piece != pieces_.end() && piece->road == arm.road; ++piece) {
      if ((ends_there ? piece->last : piece->first) != place) continue;
      detail::LinkWay way = link_of_piece_[static_cast<std::size_t>(piece - pieces_.begin())];
      if (arm.heading == Heading::kBackward) way.heading = turn_round(way.heading);
      return way;
    }
    return std::nullopt;
  }

  const NodedRoads& noded_;
  const std::vector<Piece>& pieces_;
  std::vector<detail::LinkWay> link_of_piece_;  ///< as the piece is drawn
};

void restrict_turns(const RoadLayer& roads, const TurnResolver& resolver, BuiltNetwork& built) {
  std::vector<detail::LinkTurn> turns;
  for (const TurnRestriction& turn : roads.turns) {
    if (const auto found = resolver.find(turn)) turns.push_back(*found);
  }
  built.report.n_turn_restrictions = turns.size();
  built.report.n_turn_restrictions_lost = roads.turns.size() - turns.size();
  detail::add_turn_copies(std::move(turns), built.network);
}

}  // namespace

BuiltNetwork build_network(const RoadLayer& roads, const Ground& ground, NodingOptions options) {
  BuiltNetwork built;
  NodingReport& report = built.report;
  const NodedRoads noded = detail::node_roads(roads, ground, options, report);
  const detail::Pieces pieces = detail::cut_into_pieces(noded, roads);
  const std::vector<Chain> chains =
      detail::find_chains(pieces, noded.at, find_turn_vertices(roads, noded));

  const NetworkDrafter drafter(noded, pieces.pieces);
  std::vector<DraftLink> links;
  links.reserve(chains.size());
  for (const Chain& chain : chains) {
    links.push_back(drafter.draft(chain));
    links.back().chain = links.size() - 1;
  }
  built.network = put_together(links, noded);
  built.network.kinds = pieces.kinds;
  if (!roads.turns.empty()) {
    restrict_turns(roads, TurnResolver(noded, pieces.pieces, chains, links), built);
  }

  report.n_roads = roads.roads.size();
  report.n_chain_nodes = pieces.pieces.size() - chains.size();
  report.n_dead_end_bridges = find_dead_end_bridges(built.network).size();
  return built;
}

}  // namespace pahunch
