#include "sim/statistics/nested_variance.h"

#include <catch2/catch.hpp>

#include <vector>

#include "sim/random/normal.h"

using namespace pahunch;

namespace {

/// Parameter draws with deviation 2, replicates with deviation 5 about them.
std::vector<RunningMoments> simulate(std::size_t n_draws, int n_replicates) {
  std::vector<RunningMoments> draws(n_draws);
  RandomStream random({.seed = 31});
  for (RunningMoments& replicates : draws) {
    const double theta = NormalDistribution(10, 2)(random);
    const NormalDistribution law(theta, 5);
    for (int r = 0; r < n_replicates; ++r) replicates.add(law(random));
  }
  return draws;
}

}  // namespace

TEST_CASE("variance is split into that of parameters and that of noise, by hand") {
  const std::vector<RunningMoments> draws = {{2, 10, 8}, {2, 20, 4}, {2, 30, 12}};
  const NestedVariance split = split_variance(draws);
  CHECK(split.mean == Approx(20));
  CHECK(split.noise == Approx(4));  // (8 + 4 + 12) / 3 per degree of freedom, over 2 replicates
  CHECK(split.parameters == Approx(96));
}

TEST_CASE("more replicates shrink the noise and leave the uncertainty of parameters") {
  for (const int n_replicates : {2, 10, 100}) {
    const NestedVariance split = split_variance(simulate(4000, n_replicates));
    CHECK(split.parameters == Approx(4).epsilon(0.12));
    CHECK(split.noise == Approx(25.0 / n_replicates).epsilon(0.08));
  }
}

TEST_CASE("more parameter draws leave it, too") {
  CHECK(split_variance(simulate(1000, 10)).parameters == Approx(4).epsilon(0.3));
  CHECK(split_variance(simulate(16'000, 10)).parameters == Approx(4).epsilon(0.1));
}

TEST_CASE("noise alone is not taken for uncertainty of parameters") {
  const std::vector<RunningMoments> draws = {{2, 10, 800}, {2, 11, 800}};
  CHECK(split_variance(draws).parameters == 0);
}
