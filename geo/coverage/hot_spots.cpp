#include "geo/coverage/hot_spots.h"

#include "geo/base/parallel.h"
#include "geo/coverage/contiguity.h"
#include "geo/coverage/getis_ord.h"

namespace pahunch {

namespace {

/// The blocks with a mean time, and their neighbours among each other.
struct Sample {
  std::vector<std::uint32_t> kept;
  std::vector<double> means_min;
  SpatialWeights weights;
};

Sample take_sample(const BlockGround& ground, const LevelCoverage& coverage, HotSpots& spots) {
  Sample sample;
  std::vector<Xy> centroids;
  for (const AreaIdx block : indices(coverage.areas)) {
    const std::optional<double> mean_min = coverage.areas[block].times.mean_min;
    if (!mean_min) {
      spots.left_out.push_back(block);
      continue;
    }
    sample.kept.push_back(block.value());
    sample.means_min.push_back(*mean_min);
    centroids.push_back(ground.centroids[block.value()]);
  }
  sample.weights = restricted_to(ground.contiguity, sample.kept);
  for (const std::uint32_t island : tie_islands(sample.weights, centroids)) {
    spots.tied_islands.emplace_back(sample.kept[island]);
  }
  return sample;
}

bool permutes(const HotSpotOptions& options) {
  return options.random && options.n_permutations > 0;
}

void add_local(const AreaLayer& blocks, const Sample& sample, const HotSpotOptions& options,
               HotSpots& spots) {
  const auto z = compute_local_z(sample.means_min, sample.weights, GetisOrdKind::kGiStar);
  spots.blocks.resize(sample.kept.size());
  for_each_in_parallel(sample.kept.size(), [&](std::size_t k) {
    const AreaIdx block(sample.kept[k]);
    spots.blocks[k] = {.block = block, .mean_min = sample.means_min[k], .z = z[k], .p = {}};
    if (!permutes(options) || !z[k] || sample.weights.rows[k].empty()) return;
    const auto random = options.random(RandomUse::kGetisOrd, blocks.areas[block].id);
    spots.blocks[k].p = permute_local(
        sample.means_min, sample.weights,
        {.row = static_cast<std::uint32_t>(k), .n_permutations = options.n_permutations}, random);
  });
}

void add_global(const Sample& sample, const HotSpotOptions& options, HotSpots& spots) {
  const SpatialWeights weights = row_standardised(sample.weights);
  spots.moran = compute_moran(sample.means_min, weights);
  if (!permutes(options) || !spots.moran) return;
  spots.moran_p = permute_moran(sample.means_min, weights, options.n_permutations,
                                options.random(RandomUse::kMoran, ""));
}

}  // namespace

BlockGround make_block_ground(const AreaLayer& blocks, double contiguity_tolerance_m) {
  return {.contiguity = make_queen_contiguity(blocks, contiguity_tolerance_m),
          .centroids = compute_centroids(blocks)};
}

HotSpots find_hot_spots(const AreaLayer& blocks, const BlockGround& ground,
                        const LevelCoverage& coverage, const HotSpotOptions& options) {
  HotSpots spots;
  const Sample sample = take_sample(ground, coverage, spots);
  if (sample.kept.empty()) return spots;
  add_local(blocks, sample, options, spots);
  add_global(sample, options, spots);
  return spots;
}

}  // namespace pahunch
