#include "geo/network/detail/chains.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pahunch::detail {
namespace {

/// The ends of pieces at one vertex; only the first two are kept, as more never make a chain.
struct Ends {
  std::size_t n = 0;
  bool kept = false;                 ///< a true node whatever meets there
  std::array<ChainPart, 2> leaving;  ///< each as it is walked away from the vertex
};

class ChainFinder {
 public:
  ChainFinder(const Pieces& pieces, const IdxVector<VertexIdx, Xy>& vertex_at,
              std::span<const VertexIdx> kept)
      : pieces_(pieces.pieces),
        vertex_at_(vertex_at),
        ends_(vertex_at.size()),
        used_(pieces_.size(), false) {
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      note_end(pieces_[p].from, {p, false});
      note_end(pieces_[p].to, {p, true});
    }
    for (const VertexIdx vertex : kept) ends_[vertex].kept = true;
  }

  std::vector<Chain> find() {
    std::vector<Chain> chains;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {  // those with a true node at one end
      for (const bool reversed : {false, true}) {
        const ChainPart part{p, reversed};
        if (!used_[p] && !runs_through(start_of(pieces_[p], part))) chains.push_back(walk(part));
      }
    }
    for (std::size_t p = 0; p < pieces_.size(); ++p) {  // what is left are rings
      if (!used_[p]) chains.push_back(walk(first_of_ring(p)));
    }
    return chains;
  }

 private:
  void note_end(VertexIdx vertex, ChainPart leaving) {
    Ends& ends = ends_[vertex];
    if (ends.n < 2) ends.leaving[ends.n] = leaving;
    ++ends.n;
  }

  [[nodiscard]] bool runs_through(VertexIdx vertex) const {
    const Ends& ends = ends_[vertex];
    if (ends.n != 2 || ends.kept || ends.leaving[0].piece == ends.leaving[1].piece) return false;
    const Piece& a = pieces_[ends.leaving[0].piece];
    const Piece& b = pieces_[ends.leaving[1].piece];
    // Walked through a (towards the vertex), then b (away from it).
    const bool same_way = ends.leaving[0].reversed != ends.leaving[1].reversed;
    const bool b_forward = same_way ? b.forward_open : b.backward_open;
    const bool b_backward = same_way ? b.backward_open : b.forward_open;
    return a.kind == b.kind && a.bridge == b.bridge && a.forward_open == b_forward &&
           a.backward_open == b_backward;
  }

  /// The part that follows when `part` was walked; none at a true node.
  [[nodiscard]] std::optional<ChainPart> next(const ChainPart& part) const {
    const VertexIdx end = end_of(pieces_[part.piece], part);
    if (!runs_through(end)) return std::nullopt;
    const auto& leaving = ends_[end].leaving;
    return leaving[0].piece == part.piece ? leaving[1] : leaving[0];
  }

  Chain walk(ChainPart part) {
    Chain chain{part};
    used_[part.piece] = true;
    for (auto following = next(part); following && !used_[following->piece];
         following = next(*following)) {
      used_[following->piece] = true;
      chain.push_back(*following);
    }
    return chain;
  }

  /// Where to begin the ring that a piece is in: at the vertex that lies first.
  [[nodiscard]] ChainPart first_of_ring(std::size_t piece) const {
    const ChainPart begin{piece, false};
    ChainPart first = begin;
    for (auto part = next(begin); part && part->piece != piece; part = next(*part)) {
      const auto at = [&](const ChainPart& p) { return vertex_at_[start_of(pieces_[p.piece], p)]; };
      if (lies_before(at(*part), at(first))) first = *part;
    }
    return first;
  }

  const std::vector<Piece>& pieces_;
  const IdxVector<VertexIdx, Xy>& vertex_at_;
  IdxVector<VertexIdx, Ends> ends_;
  std::vector<bool> used_;
};

}  // namespace

std::vector<Chain> find_chains(const Pieces& pieces, const IdxVector<VertexIdx, Xy>& vertex_at,
                               std::span<const VertexIdx> kept) {
  return ChainFinder(pieces, vertex_at, kept).find();
}

}  // namespace pahunch::detail
