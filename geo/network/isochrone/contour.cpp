#include "geo/network/isochrone/contour.h"

#include <algorithm>
#include <array>

#include "geo/network/isochrone/grid_regions.h"

namespace pahunch {
namespace {

using SideIdx = std::uint64_t;  ///< 2 x corner, + 1 for the side that runs north from it

/// A straight piece of an outline across one cell, the inside on its left.
struct OutlinePiece {
  SideIdx from = 0, to = 0;
  std::uint32_t region = 0;
};

/// Corners of a cell counter-clockwise from the south-west.
using Cell = std::array<std::size_t, 4>;

class Contour {
 public:
  Contour(const TimeGrid& grid, double limit_ms, const ContourRule& rule)
      : grid_(grid), frame_(grid.frame), limit_ms_(limit_ms), rule_(rule) {
    inside_.resize(grid.ms.size());
    std::ranges::transform(grid.ms, inside_.begin(),
                           [&](std::uint32_t ms) { return ms <= limit_ms ? 1 : 0; });
    for (const std::size_t corner : rule.always_inside) inside_[corner] = 1;
    fill_small_holes(frame_, rule.min_hole_corners, inside_);
    region_ = label_regions(frame_, inside_);
  }

  MultiPolygon make() {
    for (std::uint32_t y = 0; y + 1 < frame_.n_y; ++y) {
      for (std::uint32_t x = 0; x + 1 < frame_.n_x; ++x) cross(x, y);
    }
    std::ranges::sort(pieces_, {}, &OutlinePiece::from);
    return trace();
  }

 private:
  /// For each corner inside whose counter-clockwise next is outside, the outline enters the cell
  /// there, with the inside on its left, and leaves it at the next side into an inside.
  void cross(std::uint32_t x, std::uint32_t y) {
    const Cell cell = {frame_.index(x, y), frame_.index(x + 1, y), frame_.index(x + 1, y + 1),
                       frame_.index(x, y + 1)};
    const auto n_inside =
        std::ranges::count_if(cell, [&](std::size_t corner) { return is_inside(corner); });
    if (n_inside == 0 || n_inside == 4) return;
    const std::array<SideIdx, 4> sides = {2 * cell[0], 2 * cell[1] + 1, 2 * cell[3],
                                          2 * cell[0] + 1};
    for (std::size_t i = 0; i < 4; ++i) {
      if (!is_inside(cell[i]) || is_inside(cell[(i + 1) % 4])) continue;
      // Back along the corners inside to where they begin: a saddle's two are kept apart.
      std::size_t first = i;
      while (is_inside(cell[(first + 3) % 4])) first = (first + 3) % 4;
      pieces_.push_back({sides[i], sides[(first + 3) % 4], region_[cell[i]]});
    }
  }

  [[nodiscard]] bool is_inside(std::size_t corner) const { return inside_[corner] != 0; }

  MultiPolygon trace() {
    MultiPolygon shape;
    std::vector<std::size_t> polygon_of;  // by region
    std::vector<std::pair<std::uint32_t, Ring>> holes;
    std::vector<char> used(pieces_.size(), 0);
    for (std::size_t first = 0; first < pieces_.size(); ++first) {
      if (used[first] != 0) continue;
      const std::uint32_t region = pieces_[first].region;
      Ring ring = trace_ring(first, used);
      if (is_hole(ring)) {
        holes.emplace_back(region, std::move(ring));
        continue;
      }
      polygon_of.resize(std::max<std::size_t>(polygon_of.size(), region + 1));
      polygon_of[region] = shape.size();
      shape.push_back({std::move(ring), {}});
    }
    for (auto& [region, ring] : holes) shape[polygon_of[region]].holes.push_back(std::move(ring));
    return shape;
  }

  Ring trace_ring(std::size_t first, std::vector<char>& used) const {
    Ring ring;
    std::size_t at = first;
    do {
      used[at] = 1;
      ring.push_back(point_on(pieces_[at].from));
      const auto next = std::ranges::lower_bound(pieces_, pieces_[at].to, {}, &OutlinePiece::from);
      at = static_cast<std::size_t>(next - pieces_.begin());
    } while (at != first);
    ring.push_back(ring.front());
    return ring;
  }

  static bool is_hole(const Ring& ring) {
    double twice_area_m2 = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      twice_area_m2 += (ring[i].x_m - ring[0].x_m) * (ring[i + 1].y_m - ring[0].y_m) -
                       (ring[i + 1].x_m - ring[0].x_m) * (ring[i].y_m - ring[0].y_m);
    }
    return twice_area_m2 < 0;
  }

  [[nodiscard]] Xy point_on(SideIdx side) const {
    const std::size_t a = side / 2;
    const std::size_t b = a + (side % 2 == 0 ? 1 : frame_.n_x);
    const double frac = is_inside(a) ? share_inside(a, b) : 1 - share_inside(b, a);
    const auto x = static_cast<double>(a % frame_.n_x);
    const auto y = static_cast<double>(a / frame_.n_x);
    return side % 2 == 0 ? frame_.at(x + frac, y) : frame_.at(x, y + frac);
  }

  /// How far from the corner inside towards the one outside the outline runs.
  [[nodiscard]] double share_inside(std::size_t inside, std::size_t outside) const {
    constexpr double kLeast = 0.01;  // outlines keep off the corners
    constexpr double kSteep = 2;     // walks: times do not rise so fast without a jump
    const double rise_ms = static_cast<double>(grid_.ms[outside]) - grid_.ms[inside];
    const double spare_ms = limit_ms_ - grid_.ms[inside];
    const double walk_ms = rule_.cell_walk_ms;
    const bool jumps = walk_ms > 0 && rise_ms > kSteep * walk_ms;
    const double frac =
        jumps ? std::min(spare_ms / walk_ms, 0.5) : (rise_ms > 0 ? spare_ms / rise_ms : 0.5);
    return std::clamp(frac, kLeast, 1 - kLeast);
  }

  const TimeGrid& grid_;
  const GridFrame& frame_;
  double limit_ms_;
  const ContourRule& rule_;
  CornerMask inside_;
  std::vector<std::uint32_t> region_;
  std::vector<OutlinePiece> pieces_;
};

}  // namespace

MultiPolygon contour(const TimeGrid& grid, double limit_ms, const ContourRule& rule) {
  return Contour(grid, limit_ms, rule).make();
}

}  // namespace pahunch
