#include "sim/sensitivity/morris.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "geo/base/error.h"
#include "tests/sim/sensitivity/ishigami.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("each move of a trajectory changes one input by half of its range") {
  const MorrisDesign design({.n_trajectories = 50, .n_inputs = 6, .seed = 1});
  CHECK(design.n_points() == 350);
  for (std::size_t t = 0; t < 50; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 6; ++step) {
      const auto& before = design.point(7 * t + step).inputs;
      auto after = design.point(7 * t + step + 1).inputs;
      const auto [input, sign] = design.move(t, step);
      CHECK(after[input] - before[input] == sign * 0.5);
      after[input] = before[input];
      CHECK(after == before);
      moved.insert(input);
    }
    CHECK(moved.size() == 6);
  }
}

TEST_CASE("inputs stand on the middles of the quarters, each equally often") {
  const MorrisDesign design({.n_trajectories = 2000, .n_inputs = 2, .seed = 1});
  std::map<double, int> counts;
  for (std::size_t i = 0; i < design.n_points(); ++i) ++counts[design.point(i).inputs[1]];
  REQUIRE(counts.size() == 4);
  for (const auto& [level, count] : counts) CHECK(count == Approx(1500).margin(200));
  CHECK(counts.begin()->first == 0.125);
}

TEST_CASE("a linear model has its slopes for effects, without deviation") {
  const MorrisDesign design({.n_trajectories = 10, .n_inputs = 3, .seed = 2});
  const auto outputs =
      run_all(design, [](const DesignPoint& p) { return 5 + 8 * p.inputs[0] - 2 * p.inputs[1]; });
  const MorrisEffects effects = estimate_morris_effects(design, outputs);
  CHECK(effects.inputs[0].mean.value == Approx(4));
  CHECK(effects.inputs[1].mean.value == Approx(-1));
  CHECK(effects.inputs[1].mean_absolute.value == Approx(1));
  CHECK(effects.inputs[0].deviation == Approx(0).margin(1e-12));
  CHECK(effects.inputs[2].mean_absolute.value == 0);
  CHECK(effects.inputs[0].mean.n == 10);
  CHECK_FALSE(effects.noise);
}

TEST_CASE("ups and downs cancel in the mean effect and not in the absolute one") {
  const MorrisDesign design({.n_trajectories = 400, .n_inputs = 2, .seed = 3});
  const auto outputs = run_all(design, [](const DesignPoint& p) {
    return (p.inputs[0] - 0.5) * (p.inputs[1] < 0.5 ? 1 : -1);
  });
  const ElementaryEffect effect = estimate_morris_effects(design, outputs, 0.9999).inputs[0];
  CHECK(effect.mean.low < 0);
  CHECK(effect.mean.high > 0);
  CHECK(effect.mean_absolute.value == Approx(0.5));
  CHECK(effect.deviation == Approx(0.5).epsilon(0.02));
}

TEST_CASE("effects of Ishigami's function are those worked over its four levels") {
  const MorrisDesign design({.n_trajectories = 1000, .n_inputs = 3, .seed = 4});
  const auto outputs = run_all(design, [](const DesignPoint& p) { return ishigami(p.inputs); });
  const MorrisEffects effects = estimate_morris_effects(design, outputs);
  // Over half a range the sine changes its sign, its square and the fourth power come back to one
  // of two values.
  double first = 0, third = 0;
  for (const double x3 : {0.125, 0.375}) {
    const double fourth = std::pow(std::numbers::pi * (2 * x3 - 1), 4);
    first += (1 + 0.1 * fourth) * std::numbers::sqrt2 / 2;
    third += (x3 < 0.25 ? 1 : -1) * 0.1 * fourth * std::numbers::sqrt2 / 2;
  }
  CHECK(effects.inputs[0].mean_absolute.value == Approx(first).epsilon(0.05));
  CHECK(effects.inputs[1].mean_absolute.value == Approx(0).margin(1e-12));
  CHECK(effects.inputs[2].mean_absolute.value == Approx(third).epsilon(1e-9));
}

TEST_CASE("the noise has an effect of its own, which inputs can be held against") {
  const MorrisDesign design(
      {.n_trajectories = 2000, .n_inputs = 3, .noise = NoiseInput::kAdded, .seed = 5});
  CHECK(design.n_points() == 10'000);
  CHECK(design.point(3).noise == 0);
  CHECK(design.point(4).noise == 1);
  CHECK(design.point(4).inputs == design.point(3).inputs);
  CHECK(design.point(5).noise == 2);
  const auto outputs = run_all(design, [](const DesignPoint& p) { return noisy_ishigami(p, 1); });
  const MorrisEffects effects = estimate_morris_effects(design, outputs);
  REQUIRE(effects.noise);
  // Difference of two normal numbers of deviation 3; the trajectories' own numbers are common.
  CHECK(effects.noise->deviation == Approx(3 * std::numbers::sqrt2).epsilon(0.07));
  CHECK(effects.inputs[1].mean_absolute.value == Approx(0).margin(1e-12));
}

TEST_CASE("designs without trajectories or inputs are refused") {
  CHECK_THROWS_WITH(MorrisDesign({.n_trajectories = 1, .n_inputs = 2}),
                    Catch::Contains("at least 2 trajectories"));
  CHECK_THROWS_AS(MorrisDesign({.n_trajectories = 5, .n_inputs = 0}), ConfigError);
}
