#include "planner/simulation/underserved_hot_spots.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "geo/coverage/false_discovery.h"
#include "sim/permutation_streams.h"

namespace pahunch {
namespace {

BlockValues take_shares(const IdxVector<AreaIdx, BlockFigures>& figures) {
  BlockValues shares;
  for (const BlockFigures& block : figures) {
    const double women = std::accumulate(block.women.begin(), block.women.end(), 0.0);
    shares.push_back(women > 0 ? std::optional(block.not_served.mean / women) : std::nullopt);
  }
  return shares;
}

std::vector<std::optional<double>> take_p_values(const HotSpots& spots) {
  std::vector<std::optional<double>> p_values;
  for (const BlockHotSpot& spot : spots.blocks) {
    p_values.push_back(spot.p ? std::optional(std::min(1.0, 2 * *spot.p)) : std::nullopt);
  }
  return p_values;
}

/// A block unlike its neighbours is neither: the test is of them, and the spot of them and it.
SpotKind kind_of(const BlockHotSpot& block, std::optional<double> q) {
  if (!q || *q > kFalseShare || !block.z || !block.z_near) return SpotKind::kNone;
  if (*block.z > 0 && *block.z_near > 0) return SpotKind::kHot;
  return *block.z < 0 && *block.z_near < 0 ? SpotKind::kCold : SpotKind::kNone;
}

}  // namespace

std::string_view to_string(SpotKind kind) {
  constexpr std::array<std::string_view, 3> kWords = {"none", "hot", "cold"};
  return kWords[static_cast<std::size_t>(kind)];
}

UnderservedSpots find_underserved_spots(const AreaLayer& blocks, const BlockGround& ground,
                                        const IdxVector<AreaIdx, BlockFigures>& figures,
                                        const SpotTest& test) {
  const HotSpots found = find_hot_spots(
      blocks, ground, take_shares(figures),
      {.n_permutations = test.n_permutations, .random = make_permutation_source(test.seed)});
  const auto q_values = find_q_values(take_p_values(found));
  UnderservedSpots spots(figures.size());
  for (std::size_t i = 0; i < found.blocks.size(); ++i) {
    const BlockHotSpot& block = found.blocks[i];
    spots[block.block] = {kind_of(block, q_values[i]), block.z, q_values[i]};
  }
  return spots;
}

}  // namespace pahunch
