#include "geo/network/detail/noding.h"

#include <algorithm>
#include <map>
#include <utility>

#include "geo/network/detail/segment_tree.h"

namespace pahunch::detail {
namespace {

/// Nearer than this two positions are one spot: rounding of coordinates, far below any survey.
constexpr double kSameSpot_m = 1e-6;

struct Cut {
  RoadIdx road;
  std::uint32_t part = 0;
  double frac = 0;
  VertexIdx vertex;
};

bool comes_before(const Cut& a, const Cut& b) {
  return std::tie(a.road, a.part, a.frac, a.vertex) < std::tie(b.road, b.part, b.frac, b.vertex);
}

/// The nearest point of one road to a line end.
struct Touch {
  std::uint32_t part = 0;
  Projected nearest;
  std::uint32_t vertex = 0;                                            ///< nearest vertex of it
  double vertex_distance_m = std::numeric_limits<double>::infinity();  ///< to that vertex
};

class Noder {
 public:
  Noder(const RoadLayer& roads, const NodingOptions& options)
      : roads_(roads.roads), options_(options), keep_places_(!roads.turns.empty()) {
    std::vector<OwnedSegment> segments;
    vertices_of_ = IdxVector<RoadIdx, std::vector<VertexIdx>>(roads_.size());
    for (const RoadIdx road : indices(roads_)) {
      const Polyline& line = roads_[road].line;
      for (const Xy at : line) vertices_of_[road].push_back(table_.get_or_add(at));
      for (std::uint32_t part = 0; part + 1 < line.size(); ++part) {
        segments.push_back({{line[part], line[part + 1]}, road.value(), part});
      }
    }
    tree_ = SegmentTree(segments);
  }

  std::uint64_t join_ends() {
    std::uint64_t n_joined = 0;
    for (const RoadIdx road : indices(roads_)) {
      n_joined += join_end(road, 0);
      n_joined += join_end(road, roads_[road].line.size() - 1);
    }
    return n_joined;
  }

  std::uint64_t cut_crossings() {
    std::uint64_t n_cut = 0;
    for (const RoadIdx road : indices(roads_)) {
      if (roads_[road].bridge) continue;
      const Polyline& line = roads_[road].line;
      for (std::uint32_t part = 0; part + 1 < line.size(); ++part) n_cut += cut_segment(road, part);
    }
    return n_cut;
  }

  NodedRoads finish(const Ground& ground) {
    std::sort(cuts_.begin(), cuts_.end(), comes_before);
    NodedRoads noded;
    for (const RoadIdx road : indices(roads_)) noded.lines.push_back(noded_line(road, ground));
    for (std::size_t v = 0; v < table_.size(); ++v) noded.at.push_back(table_.at(VertexIdx(v)));
    return noded;
  }

 private:
  [[nodiscard]] bool same_vertex(VertexIdx a, VertexIdx b) {
    return table_.root(a) == table_.root(b);
  }

  /// Joins one end of a road to every line within the tolerance; 1 when it was joined to any.
  std::uint64_t join_end(RoadIdx road, std::size_t end) {
    const Xy at = roads_[road].line[end];
    const VertexIdx vertex = vertices_of_[road][end];
    std::map<std::uint32_t, Touch> touched;  // by road
    Box around;
    around.extend(at);
    tree_.for_each_in(around.grown(options_.end_tolerance_m), [&](const OwnedSegment& other) {
      if (may_join(road, end, other)) note_touch(at, other, touched[other.owner]);
    });
    bool joined = false;
    for (const auto& [other, touch] : touched) {
      joined |= join_vertex(vertex, RoadIdx(other), touch);
    }
    return joined ? 1 : 0;
  }

  /// An end joins its own road only beyond the near part of it, which always lies within the
  /// tolerance; and a bridge only where that ends.
  [[nodiscard]] bool may_join(RoadIdx road, std::size_t end, const OwnedSegment& other) const {
    const RoadIdx owner(other.owner);
    const Polyline& line = roads_[owner].line;
    if (roads_[owner].bridge && other.part != 0 && other.part + 2 != line.size()) return false;
    if (owner != road) return true;
    double apart_m = 0;
    const std::size_t first = end == 0 ? 0 : other.part + 1;
    const std::size_t last = end == 0 ? other.part : end;
    for (std::size_t i = first; i < last && apart_m <= 2 * options_.end_tolerance_m; ++i) {
      apart_m += planar_distance_m(line[i], line[i + 1]);
    }
    return apart_m > 2 * options_.end_tolerance_m;
  }

  static void note_touch(Xy at, const OwnedSegment& other, Touch& touch) {
    const Projected nearest = project(at, other.segment);
    const bool first = !touch.nearest.at.valid();
    if (first || std::pair(nearest.distance_m, other.part) <
                     std::pair(touch.nearest.distance_m, touch.part)) {
      touch.nearest = nearest;
      touch.part = other.part;
    }
    for (const std::uint32_t corner : {0U, 1U}) {
      const double d_m = planar_distance_m(at, corner == 0 ? other.segment.a : other.segment.b);
      if (std::pair(d_m, other.part + corner) < std::pair(touch.vertex_distance_m, touch.vertex)) {
        touch.vertex_distance_m = d_m;
        touch.vertex = other.part + corner;
      }
    }
  }

  /// At a vertex of the other line where one is within the tolerance, else where it is cut.
  bool join_vertex(VertexIdx vertex, RoadIdx other, const Touch& touch) {
    if (!(touch.nearest.distance_m <= options_.end_tolerance_m)) return false;
    const bool bridge = roads_[other].bridge;
    const bool at_its_end = touch.vertex == 0 || touch.vertex + 1 == roads_[other].line.size();
    if (touch.vertex_distance_m <= options_.end_tolerance_m && (!bridge || at_its_end)) {
      return table_.merge(vertex, vertices_of_[other][touch.vertex]);
    }
    return !bridge && cut_at(vertex, other, touch.part, touch.nearest);
  }

  bool cut_at(VertexIdx vertex, RoadIdx road, std::uint32_t part, const Projected& where) {
    const VertexIdx here = table_.get_or_add(where.at);
    const bool merged = table_.merge(vertex, here);
    cuts_.push_back({road, part, where.frac, here});
    return merged;
  }

  std::uint64_t cut_segment(RoadIdx road, std::uint32_t part) {
    const OwnedSegment mine = owned(road, part);
    Box box;
    box.extend(mine.segment.a);
    box.extend(mine.segment.b);
    std::vector<OwnedSegment> others;
    tree_.for_each_in(box.grown(kSameSpot_m), [&](const OwnedSegment& other) {
      const bool later = std::pair(road.value(), part) < std::pair(other.owner, other.part);
      if (later && !roads_[RoadIdx(other.owner)].bridge) others.push_back(other);
    });
    std::uint64_t n_cut = 0;
    for (const OwnedSegment& other : others) n_cut += cut_pair(mine, other);
    return n_cut;
  }

  [[nodiscard]] OwnedSegment owned(RoadIdx road, std::uint32_t part) const {
    const Polyline& line = roads_[road].line;
    return {{line[part], line[part + 1]}, road.value(), part};
  }

  /// 1 when two pieces that were not joined before are now.
  std::uint64_t cut_pair(const OwnedSegment& s, const OwnedSegment& t) {
    bool touching = false;
    bool changed = false;
    for (const std::uint32_t corner : {0U, 1U}) {
      touching |= meet_corner(s, corner, t, changed);
      touching |= meet_corner(t, corner, s, changed);
    }
    if (touching) return changed ? 1 : 0;
    const auto crossing = find_crossing(s.segment, t.segment);
    if (!crossing) return 0;
    const Xy at = interpolate(s.segment.a, s.segment.b, crossing->frac_s);
    const VertexIdx vertex = table_.get_or_add(at);
    cuts_.push_back({RoadIdx(s.owner), s.part, crossing->frac_s, vertex});
    cuts_.push_back({RoadIdx(t.owner), t.part, crossing->frac_t, vertex});
    return 1;
  }

  /// Joins a corner of one piece to another piece that it lies on; false when it does not.
  bool meet_corner(const OwnedSegment& mine, std::uint32_t corner, const OwnedSegment& other,
                   bool& changed) {
    const Projected on = project(corner == 0 ? mine.segment.a : mine.segment.b, other.segment);
    if (on.distance_m > kSameSpot_m) return false;
    const VertexIdx vertex = vertices_of_[RoadIdx(mine.owner)][mine.part + corner];
    const auto& theirs = vertices_of_[RoadIdx(other.owner)];
    const bool at_a = planar_distance_m(on.at, other.segment.a) <= kSameSpot_m;
    const bool at_b = planar_distance_m(on.at, other.segment.b) <= kSameSpot_m;
    if (at_a || at_b) {
      changed |= table_.merge(vertex, theirs[other.part + (at_a ? 0 : 1)]);
    } else if (!same_vertex(vertex, theirs[other.part]) &&
               !same_vertex(vertex, theirs[other.part + 1])) {
      changed |= cut_at(vertex, RoadIdx(other.owner), other.part, on);
    }
    return true;
  }

  /// Adds a vertex to a line; one that repeats the last is dropped with the piece between them.
  void extend(NodedLine& line, VertexIdx vertex, double piece_m) {
    const Xy at = table_.at(vertex);
    vertex = table_.root(vertex);
    if (!line.vertices.empty() && line.vertices.back() == vertex) return;
    if (!line.vertices.empty()) line.segment_m.push_back(piece_m);
    line.vertices.push_back(vertex);
    line.points.push_back(at);
  }

  NodedLine noded_line(RoadIdx road, const Ground& ground) {
    const auto& vertices = vertices_of_[road];
    NodedLine line;
    extend(line, vertices.front(), 0);
    note_place(line);
    double total_m = 0;
    for (std::uint32_t part = 0; part + 1 < vertices.size(); ++part) {
      const double whole_m = segment_length_m(road, part, ground);
      double done_frac = 0;
      for (; next_cut_ < cuts_.size() && is_on(cuts_[next_cut_], road, part); ++next_cut_) {
        const Cut& cut = cuts_[next_cut_];
        extend(line, cut.vertex, whole_m * (cut.frac - done_frac));
        done_frac = cut.frac;
      }
      extend(line, vertices[part + 1], whole_m * (1 - done_frac));
      note_place(line);
      total_m += whole_m;
    }
    if (line.vertices.size() == 1) {  // all of it is one spot
      line.vertices.push_back(line.vertices.front());
      line.points.push_back(table_.at(vertices.back()));
      line.segment_m.push_back(total_m);
    }
    return line;
  }

  void note_place(NodedLine& line) const {
    if (!keep_places_) return;
    line.place_of.push_back(static_cast<std::uint32_t>(line.vertices.size() - 1));
  }

  static bool is_on(const Cut& cut, RoadIdx road, std::uint32_t part) {
    return cut.road == road && cut.part == part;
  }

  [[nodiscard]] double segment_length_m(RoadIdx road, std::uint32_t part,
                                        const Ground& ground) const {
    const Road& r = roads_[road];
    if (!r.segment_m.empty()) return r.segment_m[part];
    return ground.distance_m(r.line[part], r.line[part + 1]);
  }

  const IdxVector<RoadIdx, Road>& roads_;
  const NodingOptions& options_;
  bool keep_places_;
  VertexTable table_;
  IdxVector<RoadIdx, std::vector<VertexIdx>> vertices_of_;
  SegmentTree tree_;
  std::vector<Cut> cuts_;
  std::size_t next_cut_ = 0;  // lines are finished in the order of the cuts
};

/// Vertices that at least two roads, or two parts of one, pass.
std::uint64_t count_shared(const NodedRoads& noded) {
  IdxVector<VertexIdx, std::uint32_t> n_passes(noded.at.size());
  std::uint64_t n_shared = 0;
  for (const NodedLine& line : noded.lines) {
    for (const VertexIdx vertex : line.vertices) {
      if (++n_passes[vertex] == 2) ++n_shared;
    }
  }
  return n_shared;
}

}  // namespace

NodedRoads node_roads(const RoadLayer& roads, const Ground& ground, const NodingOptions& options,
                      NodingReport& report) {
  Noder noder(roads, options);
  if (options.end_tolerance_m > 0) report.n_ends_joined = noder.join_ends();
  if (options.planar) report.n_crossings_cut = noder.cut_crossings();
  NodedRoads noded = noder.finish(ground);
  report.n_vertices_shared = count_shared(noded);
  return noded;
}

}  // namespace pahunch::detail
