/// \file
/// Hot spots of a value by block, such as the mean travel time: Gi* and Moran's I over contiguous
/// blocks.
///
/// A block without a value (no woman there has a time) is left out and reported; a block that then
/// touches no other is tied to the nearest and reported.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/coverage/area_coverage.h"
#include "geo/coverage/moran.h"
#include "geo/coverage/permutation.h"

namespace pahunch {

enum class RandomUse : std::uint8_t { kMoran, kGetisOrd };

/// A stream for one use and one entity (a block's id; "" for the whole).
using RandomSource = std::function<UniformIndex(RandomUse use, std::string_view entity)>;

struct BlockHotSpot {
  AreaIdx block;
  double value = 0;              ///< the mean time in minutes, or what was asked for
  std::optional<double> z;       ///< Gi*; above 0: large values gather here
  std::optional<double> z_near;  ///< Gi, of its neighbours alone: the side on which `p` lies
  std::optional<double> p;       ///< pseudo p-value; none without permutations or neighbours
};

struct HotSpots {
  std::vector<BlockHotSpot> blocks;   ///< those with a value, ascending
  std::vector<AreaIdx> left_out;      ///< without a value
  std::vector<AreaIdx> tied_islands;  ///< touch no other; tied to the nearest
  std::optional<Moran> moran;         ///< row-standardised weights
  std::optional<double> moran_p;      ///< pseudo p-value
};

struct HotSpotOptions {
  double contiguity_tolerance_m = 1.0;  ///< see contiguity.h
  std::uint64_t n_permutations = 999;   ///< 0: none
  RandomSource random = {};             ///< empty: no permutations
};

/// What does not change from one set of centres to the next.
struct BlockGround {
  SpatialWeights contiguity;
  std::vector<Xy> centroids;
};

BlockGround make_block_ground(const AreaLayer& blocks, double contiguity_tolerance_m);

using BlockValues = IdxVector<AreaIdx, std::optional<double>>;

/// `values`: one a block; none where it has none.
HotSpots find_hot_spots(const AreaLayer& blocks, const BlockGround& ground,
                        const BlockValues& values, const HotSpotOptions& options);

/// Of the mean times. `coverage` is of the areas of `blocks`.
HotSpots find_hot_spots(const AreaLayer& blocks, const BlockGround& ground,
                        const LevelCoverage& coverage, const HotSpotOptions& options);

}  // namespace pahunch
