#include "geo/io/osm/resolve_turns.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "geo/io/osm/road_pieces.h"
#include "geo/model/turn_arms.h"

namespace pahunch::osm {
namespace {

class TurnResolver {
 public:
  TurnResolver(const RoadData& data, const std::vector<bool>& inside)
      : data_(data), pieces_(data, inside) {
    std::unordered_set<std::int64_t> named;
    for (const Restriction& turn : data.restrictions) {
      named.insert(turn.members.from_ways.begin(), turn.members.from_ways.end());
      named.insert(turn.members.to_ways.begin(), turn.members.to_ways.end());
    }
    if (named.empty()) return;
    for (const Way& way : data.ways) {
      if (named.contains(way.id)) ways_.emplace(way.id, &way);
    }
  }

  /// The reason for which it is not honoured, or "" with its rows added.
  std::string resolve(const Restriction& turn, std::vector<TurnRow>& rows) {
    if (!turn.refusal.empty()) return turn.refusal;
    const auto node = data_.via_nodes.find(turn.members.via_nodes.front());
    if (node == data_.via_nodes.end()) return "its node is on no road";
    for (const auto& [ways, end] : {std::pair(&turn.members.from_ways, TurnEnd::kFrom),
                                    std::pair(&turn.members.to_ways, TurnEnd::kTo)}) {
      for (const std::int64_t way : *ways) {
        auto reason = find_fault(way, node->second, end);
        if (!reason.empty()) return reason;
      }
    }
    for (const std::int64_t from : turn.members.from_ways) {
      for (const std::int64_t to : turn.members.to_ways) {
        rows.push_back({from, to, data_.nodes[node->second], turn.kind, turn.vehicles});
      }
    }
    return "";
  }

 private:
  std::string find_fault(std::int64_t way_id, std::uint32_t node, TurnEnd end) {
    const auto found = ways_.find(way_id);
    if (found == ways_.end()) return "a member is no road of the file";
    const Way& way = *found->second;
    if (std::ranges::count(data_.nodes_of(way), node) == 0) return "its roads do not meet";
    bool meets = false;
    std::size_t n_arms = 0;
    for (const RoadPiece& piece : pieces_.make(way)) {
      for (std::size_t v = 0; v < piece.line.size(); ++v) {
        if (piece.line[v] != data_.nodes[node]) continue;
        meets = true;
        n_arms += find_turn_headings({piece.line.size(), v, way.rules.one_way}, end).size();
      }
    }
    if (!meets) return "cut off by the study area, a barrier or a missing node";
    if (n_arms == 0) return "against a one-way";
    if (n_arms > 1) return "a road goes on through its node";
    return "";
  }

  const RoadData& data_;
  PieceMaker pieces_;
  std::unordered_map<std::int64_t, const Way*> ways_;
};

}  // namespace

std::uint64_t ResolvedTurns::n_refused() const {
  std::uint64_t n = 0;
  for (const auto& [reason, count] : refused) n += count;
  return n;
}

ResolvedTurns resolve_turns(const RoadData& data, const std::vector<bool>& inside) {
  ResolvedTurns resolved;
  TurnResolver resolver(data, inside);
  for (const Restriction& turn : data.restrictions) {
    const auto reason = resolver.resolve(turn, resolved.rows);
    if (reason.empty()) {
      ++resolved.n_honoured;
    } else {
      ++resolved.refused[reason];
    }
  }
  return resolved;
}

}  // namespace pahunch::osm
