#include "geo/coverage/hot_spots.h"

#include "geo/base/parallel.h"
#include "geo/coverage/contiguity.h"
#include "geo/coverage/getis_ord.h"

namespace pahunch {

namespace {

/// The blocks with a value, and their neighbours among each other.
struct Sample {
  std::vector<std::uint32_t> kept;
  std::vector<double> values;
  SpatialWeights weights;
};

Sample take_sample(const BlockGround& ground, const BlockValues& values, HotSpots& spots) {
  Sample sample;
  std::vector<Xy> centroids;
  for (const AreaIdx block : indices(values)) {
    const std::optional<double> value = values[block];
    if (!value) {
      spots.left_out.push_back(block);
      continue;
    }
    sample.kept.push_back(block.value());
    sample.values.push_back(*value);
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
  const auto z = compute_local_z(sample.values, sample.weights, GetisOrdKind::kGiStar);
  const auto z_near = compute_local_z(sample.values, sample.weights, GetisOrdKind::kGi);
  spots.blocks.resize(sample.kept.size());
  for_each_in_parallel(sample.kept.size(), [&](std::size_t k) {
    const AreaIdx block(sample.kept[k]);
    spots.blocks[k] = {
        .block = block, .value = sample.values[k], .z = z[k], .z_near = z_near[k], .p = {}};
    if (!permutes(options) || !z[k] || sample.weights.rows[k].empty()) return;
    const auto random = options.random(RandomUse::kGetisOrd, blocks.areas[block].id);
    spots.blocks[k].p = permute_local(
        sample.values, sample.weights,
        {.row = static_cast<std::uint32_t>(k), .n_permutations = options.n_permutations}, random);
  });
}

void add_global(const Sample& sample, const HotSpotOptions& options, HotSpots& spots) {
  const SpatialWeights weights = row_standardised(sample.weights);
  spots.moran = compute_moran(sample.values, weights);
  if (!permutes(options) || !spots.moran) return;
  spots.moran_p = permute_moran(sample.values, weights, options.n_permutations,
                                options.random(RandomUse::kMoran, ""));
}

}  // namespace

BlockGround make_block_ground(const AreaLayer& blocks, double contiguity_tolerance_m) {
  return {.contiguity = make_queen_contiguity(blocks, contiguity_tolerance_m),
          .centroids = compute_centroids(blocks)};
}

HotSpots find_hot_spots(const AreaLayer& blocks, const BlockGround& ground,
                        const BlockValues& values, const HotSpotOptions& options) {
  HotSpots spots;
  const Sample sample = take_sample(ground, values, spots);
  if (sample.kept.empty()) return spots;
  add_local(blocks, sample, options, spots);
  add_global(sample, options, spots);
  return spots;
}

HotSpots find_hot_spots(const AreaLayer& blocks, const BlockGround& ground,
                        const LevelCoverage& coverage, const HotSpotOptions& options) {
  BlockValues means_min;
  for (const AreaCoverage& area : coverage.areas) means_min.push_back(area.times.mean_min);
  return find_hot_spots(blocks, ground, means_min, options);
}

}  // namespace pahunch
