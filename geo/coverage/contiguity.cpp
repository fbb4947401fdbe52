#include "geo/coverage/contiguity.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace pahunch {

namespace {

struct Segment {
  Xy a, b;
  std::uint32_t area;
};

double distance_to_segment_m(Xy p, const Segment& s) {
  const double dx = s.b.x_m - s.a.x_m;
  const double dy = s.b.y_m - s.a.y_m;
  const double length2 = dx * dx + dy * dy;
  if (length2 == 0) return planar_distance_m(p, s.a);
  const double along = ((p.x_m - s.a.x_m) * dx + (p.y_m - s.a.y_m) * dy) / length2;
  return planar_distance_m(p, interpolate(s.a, s.b, std::clamp(along, 0.0, 1.0)));
}

void append_ring(const Ring& ring, std::uint32_t area, std::vector<Segment>& segments) {
  for (std::size_t v = 1; v < ring.size(); ++v) segments.push_back({ring[v - 1], ring[v], area});
}

std::vector<Segment> list_segments(const AreaLayer& layer) {
  std::vector<Segment> segments;
  for (const AreaIdx area : indices(layer.areas)) {
    for (const Polygon& polygon : layer.areas[area].shape) {
      append_ring(polygon.outer, area.value(), segments);
      for (const Ring& hole : polygon.holes) append_ring(hole, area.value(), segments);
    }
  }
  return segments;
}

/// Segments by the cells of a square grid that they pass through.
class SegmentGrid {
 public:
  SegmentGrid(const std::vector<Segment>& segments, double tolerance_m) {
    Box box;
    double total_m = 0;
    for (const Segment& s : segments) {
      box.extend(s.a);
      box.extend(s.b);
      total_m += planar_distance_m(s.a, s.b);
    }
    const double mean_m = segments.empty() ? 1 : total_m / static_cast<double>(segments.size());
    cell_m_ = std::max({2 * mean_m, 4 * tolerance_m, 1e-9});
    min_x_m_ = box.min_x_m;
    min_y_m_ = box.min_y_m;
    for (std::uint32_t s = 0; s < segments.size(); ++s) insert(segments[s], s);
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  }

  /// Calls `visit` with each segment that may lie within `by_m` of p, some of them twice.
  template <class Visit>
  void visit_near(Xy p, double by_m, Visit visit) const {
    visit_cells(Box{p.x_m, p.y_m, p.x_m, p.y_m}.grown(by_m), [&](Cell cell) {
      auto at = std::lower_bound(entries_.begin(), entries_.end(), std::pair(cell, 0U));
      for (; at != entries_.end() && at->first == cell; ++at) visit(at->second);
    });
  }

 private:
  using Cell = std::pair<std::int64_t, std::int64_t>;

  [[nodiscard]] std::int64_t column(double from_m, double at_m) const {
    return static_cast<std::int64_t>(std::floor((at_m - from_m) / cell_m_));
  }

  template <class Visit>
  void visit_cells(const Box& box, Visit visit) const {
    for (auto x = column(min_x_m_, box.min_x_m); x <= column(min_x_m_, box.max_x_m); ++x) {
      for (auto y = column(min_y_m_, box.min_y_m); y <= column(min_y_m_, box.max_y_m); ++y) {
        visit(Cell(x, y));
      }
    }
  }

  /// A long segment goes in piece by piece, so that it does not fill the box around it.
  void insert(const Segment& s, std::uint32_t index) {
    const double pieces = std::ceil(planar_distance_m(s.a, s.b) / cell_m_);
    const auto n = std::max<std::int64_t>(1, static_cast<std::int64_t>(pieces));
    for (std::int64_t k = 0; k < n; ++k) {
      Box box;
      box.extend(interpolate(s.a, s.b, static_cast<double>(k) / static_cast<double>(n)));
      box.extend(interpolate(s.a, s.b, static_cast<double>(k + 1) / static_cast<double>(n)));
      visit_cells(box, [&](Cell cell) { entries_.emplace_back(cell, index); });
    }
  }

  double cell_m_ = 1;
  double min_x_m_ = 0, min_y_m_ = 0;
  std::vector<std::pair<Cell, std::uint32_t>> entries_;
};

/// Unordered pairs that are neighbours, as sorted lists of either side.
class Adjacency {
 public:
  explicit Adjacency(std::size_t n) : of_(n) {}

  [[nodiscard]] bool has(std::uint32_t a, std::uint32_t b) const {
    return std::binary_search(of_[a].begin(), of_[a].end(), b);
  }
  void add(std::uint32_t a, std::uint32_t b) {
    insert(a, b);
    insert(b, a);
  }
  [[nodiscard]] SpatialWeights to_weights() const {
    SpatialWeights weights{std::vector<std::vector<Neighbour>>(of_.size())};
    for (std::size_t i = 0; i < of_.size(); ++i) {
      for (const std::uint32_t j : of_[i]) weights.rows[i].push_back({j, 1});
    }
    return weights;
  }

 private:
  void insert(std::uint32_t a, std::uint32_t b) {
    of_[a].insert(std::lower_bound(of_[a].begin(), of_[a].end(), b), b);
  }
  std::vector<std::vector<std::uint32_t>> of_;
};

struct Moment {
  double area2 = 0;  ///< twice the signed area
  double x = 0, y = 0;
};

/// Adds a ring with `sign` times its absolute area. Offsets from `origin` keep the digits.
void add_ring(const Ring& ring, Xy origin, double sign, Moment& moment) {
  Moment own;
  for (std::size_t v = 1; v < ring.size(); ++v) {
    const double ax = ring[v - 1].x_m - origin.x_m, ay = ring[v - 1].y_m - origin.y_m;
    const double bx = ring[v].x_m - origin.x_m, by = ring[v].y_m - origin.y_m;
    const double cross = ax * by - bx * ay;
    own.area2 += cross;
    own.x += (ax + bx) * cross;
    own.y += (ay + by) * cross;
  }
  const double factor = own.area2 < 0 ? -sign : sign;
  moment.area2 += factor * own.area2;
  moment.x += factor * own.x;
  moment.y += factor * own.y;
}

Xy centroid_of(const MultiPolygon& shape) {
  if (shape.empty() || shape.front().outer.empty()) return {};
  const Xy origin = shape.front().outer.front();
  Moment moment;
  for (const Polygon& polygon : shape) {
    add_ring(polygon.outer, origin, 1, moment);
    for (const Ring& hole : polygon.holes) add_ring(hole, origin, -1, moment);
  }
  if (moment.area2 <= 0) return origin;
  return {origin.x_m + moment.x / (3 * moment.area2), origin.y_m + moment.y / (3 * moment.area2)};
}

}  // namespace

SpatialWeights make_queen_contiguity(const AreaLayer& layer, double tolerance_m) {
  assert(tolerance_m >= 0);
  const std::vector<Segment> segments = list_segments(layer);
  const SegmentGrid grid(segments, tolerance_m);
  Adjacency adjacency(layer.areas.size());
  // Rings are closed, so the first points of all segments are all vertices.
  for (const Segment& vertex : segments) {
    grid.visit_near(vertex.a, tolerance_m, [&](std::uint32_t other) {
      const Segment& s = segments[other];
      if (s.area == vertex.area || adjacency.has(s.area, vertex.area)) return;
      if (distance_to_segment_m(vertex.a, s) <= tolerance_m) adjacency.add(s.area, vertex.area);
    });
  }
  return adjacency.to_weights();
}

std::vector<Xy> compute_centroids(const AreaLayer& layer) {
  std::vector<Xy> centroids;
  centroids.reserve(layer.areas.size());
  for (const Area& area : layer.areas) centroids.push_back(centroid_of(area.shape));
  return centroids;
}

}  // namespace pahunch
