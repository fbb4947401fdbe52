#include "geo/io/osm/road_pieces.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pahunch::osm {
namespace {

/// The place at most `kStubM` from `barrier` towards `neighbour`; `neighbour` itself where the
/// segment is too short to be cut.
Position find_cut(Position barrier, Position neighbour) {
  const double length_m = get_length_m(std::array{barrier, neighbour});
  constexpr double kMostOfSegment = 0.4;  // so that two barriers do not reach each other
  if (length_m == 0) return neighbour;
  const double frac = std::min(kStubM / length_m, kMostOfSegment);
  const auto between = [frac](std::int32_t from, std::int32_t to) {
    const double step = (static_cast<double>(to) - from) * frac;
    return static_cast<std::int32_t>(std::lround(from + step));
  };
  const Position cut{between(barrier.lon_e7, neighbour.lon_e7),
                     between(barrier.lat_e7, neighbour.lat_e7)};
  return cut == barrier ? neighbour : cut;
}

}  // namespace

PieceMaker::PieceMaker(const RoadData& data, const std::vector<bool>& inside)
    : data_(data), inside_(inside) {}

bool PieceMaker::keeps_segment(std::uint32_t from, std::uint32_t to) const {
  if (!data_.nodes[from].valid() || !data_.nodes[to].valid()) return false;
  return inside_.empty() || inside_[from] || inside_[to];
}

const std::vector<RoadPiece>& PieceMaker::make(const Way& way) {
  pieces_.clear();
  line_.clear();
  const auto nodes = data_.nodes_of(way);
  std::size_t first = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (keeps_segment(nodes[i - 1], nodes[i])) continue;
    add_run(way, nodes.subspan(first, i - first));
    first = i;
  }
  add_run(way, nodes.subspan(first));
  return pieces_;
}

void PieceMaker::add_run(const Way& way, std::span<const std::uint32_t> run) {
  if (run.size() < 2) return;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (!data_.node_rules.empty() && data_.node_rules.contains(run[i])) {
      add_barrier(way, run, i);
    } else {
      add_place(data_.nodes[run[i]]);
    }
  }
  finish_piece(way.rules.access, way.rules.closed_in_monsoon);
}

/// Ends the piece before the barrier, makes that of the barrier, and begins the next.
void PieceMaker::add_barrier(const Way& way, std::span<const std::uint32_t> run, std::size_t at) {
  const NodeRule& rule = data_.node_rules.at(run[at]);
  const Position barrier = data_.nodes[run[at]];
  if (at > 0) {
    const Position before =
        find_cut(barrier, line_.empty() ? data_.nodes[run[at - 1]] : line_.back());
    add_place(before);
    finish_piece(way.rules.access, way.rules.closed_in_monsoon);
    add_place(before);
  }
  add_place(barrier);
  if (at + 1 < run.size()) {
    const Position behind = find_cut(barrier, data_.nodes[run[at + 1]]);
    add_place(behind);
    finish_piece(way.rules.access & rule.passes,
                 way.rules.closed_in_monsoon || rule.closed_in_monsoon);
    add_place(behind);
  } else {
    finish_piece(way.rules.access & rule.passes,
                 way.rules.closed_in_monsoon || rule.closed_in_monsoon);
  }
}

void PieceMaker::finish_piece(VehicleSet access, bool closed_in_monsoon) {
  if (line_.size() >= 2 && !access.empty()) {
    pieces_.push_back({line_, access, closed_in_monsoon});
  }
  line_.clear();
}

void PieceMaker::add_place(Position at) {
  if (line_.empty() || line_.back() != at) line_.push_back(at);
}

}  // namespace pahunch::osm
