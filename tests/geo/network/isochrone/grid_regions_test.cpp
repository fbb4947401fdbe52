// The parts of a grid by runs against a flood from corner to corner.
#include "geo/network/isochrone/grid_regions.h"

#include <catch2/catch.hpp>

#include "tests/support/random_roads.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// All corners in the state of the first that hang together with it.
std::vector<std::size_t> flood(const GridFrame& frame, const CornerMask& mask, std::size_t first,
                               bool across_corners) {
  std::vector<std::size_t> part = {first};
  std::vector<bool> is_taken(mask.size(), false);
  is_taken[first] = true;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const int x = static_cast<int>(part[i] % frame.n_x), y = static_cast<int>(part[i] / frame.n_x);
    for (int to_y = y - 1; to_y <= y + 1; ++to_y) {
      for (int to_x = x - 1; to_x <= x + 1; ++to_x) {
        if (to_x < 0 || to_y < 0 || to_x >= static_cast<int>(frame.n_x) ||
            to_y >= static_cast<int>(frame.n_y) || (!across_corners && to_x != x && to_y != y)) {
          continue;
        }
        const std::size_t to =
            frame.index(static_cast<std::uint32_t>(to_x), static_cast<std::uint32_t>(to_y));
        if (is_taken[to] || mask[to] != mask[first]) continue;
        is_taken[to] = true;
        part.push_back(to);
      }
    }
  }
  return part;
}

CornerMask fill_by_flood(const GridFrame& frame, std::size_t min_corners,
                         const CornerMask& inside) {
  CornerMask filled = inside;
  for (std::size_t corner = 0; corner < inside.size(); ++corner) {
    if (inside[corner] != 0) continue;
    const auto part = flood(frame, inside, corner, true);
    const bool is_outer = std::ranges::find(part, 0U) != part.end();
    if (!is_outer && part.size() < min_corners) filled[corner] = 1;
  }
  return filled;
}

std::vector<std::uint32_t> label_by_flood(const GridFrame& frame, const CornerMask& inside) {
  std::vector<std::uint32_t> region(inside.size(), kNoRegion);
  std::uint32_t n_regions = 0;
  for (std::size_t corner = 0; corner < inside.size(); ++corner) {
    if (inside[corner] == 0 || region[corner] != kNoRegion) continue;
    for (const std::size_t of_part : flood(frame, inside, corner, false))
      region[of_part] = n_regions;
    ++n_regions;
  }
  return region;
}

}  // namespace

TEST_CASE("holes are filled and regions numbered as by a flood from corner to corner") {
  std::size_t n_filled = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    Dice dice(seed);
    const auto n = [&] { return static_cast<std::uint32_t>(1 + dice.below(12)); };
    const GridFrame frame = {{0, 0}, 100, n(), n()};
    const std::size_t n_of_ten = dice.below(11);
    CornerMask inside(frame.n_corners());
    for (char& corner : inside) corner = dice.below(10) < n_of_ten ? 1 : 0;
    INFO("seed " << seed);
    CHECK(label_regions(frame, inside) == label_by_flood(frame, inside));
    for (const std::size_t min_corners : {0U, 1U, 2U, 5U, 30U}) {
      CornerMask filled = inside;
      fill_small_holes(frame, min_corners, filled);
      CHECK(filled == fill_by_flood(frame, min_corners, inside));
      n_filled += filled == inside ? 0U : 1U;
    }
  }
  CHECK(n_filled >= n_wanted(400));
}
