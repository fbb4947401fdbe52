#include "geo/network/isochrone/grid_regions.h"

#include <array>

namespace pahunch {
namespace {

struct Step {
  int dx, dy;
};
constexpr std::array<Step, 8> kNeighbours = {
    {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}};
constexpr std::size_t kAlongSides = 4;  ///< the first of them

/// Calls `visit(neighbour)` for the first `n` neighbours of a corner that are on the grid.
template <class Visit>
void for_each_neighbour(const GridFrame& frame, std::size_t corner, std::size_t n, Visit visit) {
  const auto x = static_cast<std::int64_t>(corner % frame.n_x);
  const auto y = static_cast<std::int64_t>(corner / frame.n_x);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int64_t to_x = x + kNeighbours[i].dx;
    const std::int64_t to_y = y + kNeighbours[i].dy;
    if (to_x < 0 || to_y < 0 || to_x >= frame.n_x || to_y >= frame.n_y) continue;
    visit(frame.index(static_cast<std::uint32_t>(to_x), static_cast<std::uint32_t>(to_y)));
  }
}

/// All corners that hang together with the first, which `take` has taken; `take` answers whether a
/// corner is one of them and not yet taken, and takes it.
template <class Take>
std::vector<std::size_t> flood(const GridFrame& frame, std::size_t first, std::size_t n_ways,
                               Take take) {
  std::vector<std::size_t> part = {first};
  for (std::size_t i = 0; i < part.size(); ++i) {
    for_each_neighbour(frame, part[i], n_ways, [&](std::size_t next) {
      if (take(next)) part.push_back(next);
    });
  }
  return part;
}

}  // namespace

void fill_small_holes(const GridFrame& frame, std::uint64_t min_corners, CornerMask& inside) {
  constexpr char kSeen = 2;
  if (min_corners == 0) return;
  for (std::size_t first = 0; first < inside.size(); ++first) {
    const auto take = [&](std::size_t corner) {
      if (inside[corner] != 0) return false;
      inside[corner] = kSeen;
      return true;
    };
    if (!take(first)) continue;
    const auto part = flood(frame, first, kNeighbours.size(), take);
    if (first == 0 || part.size() >= min_corners) continue;  // the first corner is on the border
    for (const std::size_t corner : part) inside[corner] = 1;
  }
  for (char& state : inside) state = state == 1 ? 1 : 0;
}

std::vector<std::uint32_t> label_regions(const GridFrame& frame, const CornerMask& inside) {
  std::vector<std::uint32_t> region(inside.size(), kNoRegion);
  std::uint32_t n_regions = 0;
  for (std::size_t first = 0; first < inside.size(); ++first) {
    const auto take = [&](std::size_t corner) {
      if (inside[corner] == 0 || region[corner] != kNoRegion) return false;
      region[corner] = n_regions;
      return true;
    };
    if (!take(first)) continue;
    flood(frame, first, kAlongSides, take);
    ++n_regions;
  }
  return region;
}

}  // namespace pahunch
