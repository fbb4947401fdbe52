#include "sim/sensitivity/sobol_indices.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/sim/sensitivity/ishigami.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

SobolIndices study_ishigami(std::size_t n_rows, std::uint64_t seed) {
  const SobolDesign design({.n_rows = n_rows, .n_inputs = 3, .seed = seed});
  const auto outputs = run_all(design, [](const DesignPoint& p) { return ishigami(p.inputs); });
  return estimate_sobol_indices(design, outputs, {.n_resamples = 200, .seed = seed});
}

SobolIndices study_noisy(NoiseInput noise, int n_replicates) {
  const SobolDesign design({.n_rows = 4096, .n_inputs = 3, .noise = noise, .seed = 2});
  const auto outputs =
      run_all(design, [&](const DesignPoint& p) { return noisy_ishigami(p, n_replicates); });
  return estimate_sobol_indices(design, outputs, {.n_resamples = 100});
}

bool holds(const Estimate& estimate, double truth) {
  return estimate.low <= truth && truth <= estimate.high;
}

}  // namespace

TEST_CASE("the shares of Ishigami's function are the known ones") {
  const IshigamiTruth truth;
  const SobolIndices indices = study_ishigami(8192, 1);
  CHECK(indices.variance == Approx(truth.variance).epsilon(0.01));
  REQUIRE(indices.inputs.size() == 3);
  CHECK_FALSE(indices.noise);
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(indices.inputs[j].first_order.value == Approx(truth.first_order[j]).margin(0.01));
    CHECK(indices.inputs[j].total.value == Approx(truth.total[j]).margin(0.01));
  }
}

TEST_CASE("the known shares in figures") {
  const IshigamiTruth truth;  // Saltelli et al. 2008, p. 179
  CHECK(truth.first_order[0] == Approx(0.3139).margin(5e-5));
  CHECK(truth.first_order[1] == Approx(0.4424).margin(5e-5));
  CHECK(truth.total[0] == Approx(0.5576).margin(5e-5));
  CHECK(truth.total[2] == Approx(0.2437).margin(5e-5));
}

TEST_CASE("intervals of shares hold the known ones") {
  const IshigamiTruth truth;
  std::vector<int> n_first(3), n_total(3);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const SobolIndices indices = study_ishigami(256, seed);
    for (std::size_t j = 0; j < 3; ++j) {
      n_first[j] += holds(indices.inputs[j].first_order, truth.first_order[j]) ? 1 : 0;
      n_total[j] += holds(indices.inputs[j].total, truth.total[j]) ? 1 : 0;
    }
  }
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(n_first[j] >= 185);
    CHECK(n_total[j] >= 185);
  }
}

TEST_CASE("a sum without interactions has equal first-order and total shares") {
  const SobolDesign design({.n_rows = 1024, .n_inputs = 3, .seed = 3});
  const auto outputs = run_all(design, [](const DesignPoint& p) {
    return 1e6 + 3 * p.inputs[0] + 4 * p.inputs[1];  // variances 9 and 16 twelfths
  });
  const SobolIndices indices = estimate_sobol_indices(design, outputs);
  CHECK(indices.inputs[0].first_order.value == Approx(0.36).margin(0.01));
  CHECK(indices.inputs[0].total.value == Approx(0.36).margin(0.01));
  CHECK(indices.inputs[1].total.value == Approx(0.64).margin(0.01));
  CHECK(indices.inputs[2].first_order.value == 0);
  CHECK(indices.inputs[2].total.value == 0);
}

TEST_CASE("simulation noise has a share of its own, which falls with the replicates") {
  const IshigamiTruth truth;
  for (const int n_replicates : {1, 4}) {
    const SobolIndices indices = study_noisy(NoiseInput::kAdded, n_replicates);
    const double whole = truth.variance + 9.0 / n_replicates;
    REQUIRE(indices.noise);
    CHECK(indices.noise->total.value == Approx(9.0 / n_replicates / whole).margin(0.02));
    CHECK(indices.noise->first_order.value == Approx(9.0 / n_replicates / whole).margin(0.05));
    CHECK(indices.inputs[2].total.value ==
          Approx(truth.total[2] * truth.variance / whole).margin(0.02));
  }
}

TEST_CASE("on one set of replicates noise that is the same for all changes no share") {
  const IshigamiTruth truth;
  const SobolIndices indices = study_noisy(NoiseInput::kNone, 1);
  CHECK_FALSE(indices.noise);
  CHECK(indices.inputs[0].total.value == Approx(truth.total[0]).margin(0.02));
  CHECK(indices.variance == Approx(truth.variance).epsilon(0.02));
}

TEST_CASE("a model that never differs has no shares") {
  const SobolDesign design({.n_rows = 16, .n_inputs = 2});
  const SobolIndices indices =
      estimate_sobol_indices(design, std::vector<double>(design.n_points(), 0.7));
  CHECK(indices.variance == Approx(0).margin(1e-15));
  CHECK(indices.inputs[0].total.value == 0);
}

TEST_CASE("the points of a row are A, B and A with one column from B") {
  const SobolDesign design({.n_rows = 4, .n_inputs = 2, .noise = NoiseInput::kAdded, .seed = 1});
  CHECK(design.n_points() == 20);
  const DesignPoint a = design.point(10), b = design.point(11);
  CHECK(design.point(12).inputs == std::vector{b.inputs[0], a.inputs[1]});
  CHECK(design.point(13).inputs == std::vector{a.inputs[0], b.inputs[1]});
  CHECK(design.point(14).inputs == a.inputs);
  std::vector<std::uint64_t> noise;
  for (std::size_t i = 10; i < 15; ++i) noise.push_back(design.point(i).noise);
  CHECK(noise == std::vector<std::uint64_t>{4, 5, 4, 4, 5});
}

TEST_CASE("designs without rows or inputs are refused") {
  CHECK_THROWS_WITH(SobolDesign({.n_rows = 1, .n_inputs = 2}), Catch::Contains("2 rows"));
  CHECK_THROWS_AS(SobolDesign({.n_rows = 4, .n_inputs = 0}), ConfigError);
}
