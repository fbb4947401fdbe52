#include "sim/statistics/nested_variance.h"

#include <algorithm>
#include <cassert>

namespace pahunch {

NestedVariance split_variance(std::span<const RunningMoments> draws) {
  assert(draws.size() >= 2);
  RunningMoments means, noise;
  for (const RunningMoments& replicates : draws) {
    assert(replicates.n() >= 2);
    means.add(replicates.mean());
    noise.add(replicates.variance() / static_cast<double>(replicates.n()));
  }
  return {.mean = means.mean(),
          .parameters = std::max(0.0, means.variance() - noise.mean()),
          .noise = noise.mean()};
}

}  // namespace pahunch
