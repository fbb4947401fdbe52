/// \file
/// Where blocks whose rural women are not served lie together: Gi* of the share of rural women not
/// served, with the share of false findings controlled.
///
/// A p-value is twice the smaller tail over random orders of the blocks. A block is hot (shares
/// higher around it than elsewhere) or cold where its q-value is at most `kFalseShare`: of all
/// blocks so named at most that share is expected to be so by chance (false_discovery.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/coverage/hot_spots.h"
#include "planner/simulation/block_figures.h"

namespace pahunch {

inline constexpr double kFalseShare = 0.05;

enum class SpotKind : std::uint8_t { kNone, kHot, kCold };
std::string_view to_string(SpotKind kind);  ///< "none", "hot", "cold"

struct UnderservedSpot {
  SpotKind kind = SpotKind::kNone;
  std::optional<double> z;  ///< Gi*
  std::optional<double> q;  ///< none where there is no test: no rural women, no permutations
};
using UnderservedSpots = IdxVector<AreaIdx, UnderservedSpot>;

/// How the blocks are tested.
struct SpotTest {
  std::uint64_t n_permutations = 9999;  ///< 0: no test
  std::uint64_t seed = 1;
};

/// One a block. A block without rural women is left out of its neighbours' test too.
UnderservedSpots find_underserved_spots(const AreaLayer& blocks, const BlockGround& ground,
                                        const IdxVector<AreaIdx, BlockFigures>& figures,
                                        const SpotTest& test);

}  // namespace pahunch
