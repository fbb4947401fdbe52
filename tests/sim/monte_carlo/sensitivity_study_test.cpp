#include "sim/monte_carlo/sensitivity_study.h"

#include <oneapi/tbb/global_control.h>
#include <catch2/catch.hpp>

#include <cmath>

#include "geo/base/error.h"
#include "sim/monte_carlo/sensitivity_run.h"
#include "tests/sim/monte_carlo/given_priors.h"
#include "tests/sim/sensitivity/ishigami.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Ishigami's function of the first three inputs, and ten times it with noise.
std::vector<double> two_outputs(const DesignPoint& point) {
  return {ishigami(point.inputs), 10 * noisy_ishigami(point, 4)};
}

std::vector<double> list_values(const SensitivityResult& result) {
  std::vector<double> values;
  for (const MorrisEffects& effects : result.morris) {
    for (const ElementaryEffect& input : effects.inputs) {
      values.insert(values.end(), {input.mean.value, input.mean_absolute.value, input.deviation});
    }
    values.push_back(effects.noise->mean_absolute.value);
  }
  for (const SobolIndices& indices : result.sobol) {
    for (const VarianceShare& share : indices.inputs) {
      values.insert(values.end(), {share.first_order.value, share.total.value, share.total.high});
    }
    values.push_back(indices.noise->total.value);
  }
  return values;
}

/// The tiny world; what can do nothing there has the same places as elsewhere.
struct TinyStudy {
  SimulatedWorld world;
  GivenPriors given{world};
  ParameterSpace space{given.priors};
  SilentProgress silent;
  SensitivitySizes sizes{.n_trajectories = 2, .n_rows = 2, .n_kept = 2, .seed = 5};

  SensitivityResult run() {
    std::vector<std::string> names;
    for (const auto& parameter : space.parameters()) names.push_back(parameter.name);
    const auto model = make_sensitivity_model(world.get(), space, 2, silent);
    SensitivityResult result{
        .morris = study_morris(names.size(), sizes, model), .columns = {}, .sobol = {}};
    result.columns = make_columns(names, rank_inputs(result.morris), sizes.n_kept);
    result.sobol = study_sobol(result.columns, sizes, model);
    return result;
  }
  [[nodiscard]] std::size_t find(const std::string& name) const {
    for (std::size_t i = 0; i < space.parameters().size(); ++i) {
      if (space.parameters()[i].name == name) return i;
    }
    throw std::invalid_argument("no such input: " + name);
  }
};

}  // namespace

TEST_CASE("shares of Ishigami's function come out of the study, each input by itself") {
  const std::vector<InputColumn> columns = {{"a", {0}}, {"b", {1}}, {"c", {2}}};
  const auto found = study_sobol(columns, {.n_rows = 2048, .seed = 3}, two_outputs);
  REQUIRE(found.size() == 2);
  const IshigamiTruth truth;
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(found[0].inputs[j].first_order.value == Approx(truth.first_order[j]).margin(0.03));
    CHECK(found[0].inputs[j].total.value == Approx(truth.total[j]).margin(0.03));
  }
  CHECK(found[0].noise->total.value == Approx(0).margin(1e-12));
  const double whole = truth.variance + 9.0 / 4;
  CHECK(found[1].noise->total.value == Approx(9.0 / 4 / whole).margin(0.03));
  CHECK(found[1].inputs[1].first_order.value ==
        Approx(truth.first_order[1] * truth.variance / whole).margin(0.04));
}

TEST_CASE("a group's share is that of its inputs taken as one") {
  const std::vector<InputColumn> columns = {{"b", {1}}, {"a and c", {0, 2}}};
  const auto found = study_sobol(columns, {.n_rows = 2048, .seed = 3}, two_outputs);
  const IshigamiTruth truth;
  const double group = truth.first_order[0] + truth.interaction;  // all that is not of b
  const auto check = [](const Estimate& found_share, double expected) {
    CHECK(found_share.standard_error < 0.04);
    CHECK(std::abs(found_share.value - expected) < 4 * found_share.standard_error);
  };
  check(found[0].inputs[0].first_order, truth.first_order[1]);
  check(found[0].inputs[0].total, truth.total[1]);
  check(found[0].inputs[1].first_order, group);
  check(found[0].inputs[1].total, group);
}

TEST_CASE("Morris ranks by all outputs, and tells the noise of each") {
  const auto found = study_morris(4, {.n_trajectories = 40, .seed = 1}, two_outputs);
  REQUIRE(found.size() == 2);
  CHECK(found[0].inputs[3].mean_absolute.value == 0);  // not looked at
  CHECK(found[0].noise->mean_absolute.value == 0);
  CHECK(found[1].noise->mean_absolute.value > 0);
  CHECK(rank_inputs(found).back() == 3);
}

TEST_CASE("inputs that are not kept go in groups by the first part of their names") {
  const std::vector<std::string> names = {"flood.a", "roads.a", "flood.b", "demand.a", "roads.b"};
  const std::vector<std::size_t> ranked = {2, 3, 0, 1, 4};
  const auto columns = make_columns(names, ranked, 2);
  REQUIRE(columns.size() == 4);
  CHECK(columns[0].name == "flood.b");
  CHECK(columns[1].name == "demand.a");
  CHECK(columns[2].name == "flood, the others");
  CHECK(columns[2].inputs == std::vector<std::size_t>{0});
  CHECK(columns[3].name == "roads");
  CHECK(columns[3].inputs == std::vector<std::size_t>{1, 4});
  CHECK(make_columns(names, ranked, 9).size() == 5);
}

TEST_CASE("the places of a group are a function of its own place, and uniform") {
  const std::vector<InputColumn> columns = {{"one", {2}}, {"group", {0, 1}}};
  const std::vector<double> here = {0.3, 0.7}, there = {0.9, 0.7};
  const auto inputs = expand_columns(columns, here, 1), same = expand_columns(columns, there, 1);
  CHECK(inputs[2] == 0.3);
  CHECK(same[2] == 0.9);
  CHECK(same[0] == inputs[0]);
  CHECK(inputs[0] != inputs[1]);
  RunningMoments moments;
  for (int i = 0; i < 4000; ++i) {
    moments.add(expand_columns(columns, std::vector{0.5, (i + 0.5) / 4000}, 1)[1]);
  }
  CHECK(moments.mean() == Approx(0.5).margin(0.02));
  CHECK(moments.variance() == Approx(1.0 / 12).margin(0.005));
}

TEST_CASE("runs are counted before they are made") {
  const SensitivitySizes sizes{.n_trajectories = 3, .n_rows = 4};
  std::atomic<std::uint64_t> n = 0;
  const auto counted = [&n](const DesignPoint& point) {
    ++n;
    return two_outputs(point);
  };
  study_morris(4, sizes, counted);
  CHECK(n.exchange(0) == count_morris_runs(sizes, 4));
  const std::vector<InputColumn> columns = {{"a", {0}}, {"rest", {1, 2}}};
  study_sobol(columns, sizes, counted);
  CHECK(n == count_sobol_runs(sizes, 2));
  CHECK_THROWS_AS(study_morris(4, {.n_trajectories = 1}, counted), ConfigError);
}

TEST_CASE("in the tiny world an input that can do nothing moves nothing, and others do") {
  TinyStudy study;
  study.world.planned().replay = FloodReplay{.month = {2021, 8}, .frac = {0.1, 0.1, 0.1}};
  const auto morris = study.run().morris;
  REQUIRE(morris.size() == 3);
  for (const MorrisEffects& effects : morris) {
    // Floods are given: how much years differ is not looked at.
    CHECK(effects.inputs[study.find("flood.year_sd")].mean_absolute.value == 0);
    CHECK(effects.inputs[study.find("flood.year_sd")].deviation == 0);
  }
  CHECK(morris[0].inputs[study.find("roads.half_frac")].mean_absolute.value > 0);
  CHECK(morris[0].inputs[study.find("flood.flooded_days_frac")].mean_absolute.value > 0);
}

TEST_CASE("the gain is what fewer women are not served under the last set") {
  TinyStudy study;
  const auto model = make_sensitivity_model(study.world.get(), study.space, 2, study.silent);
  const DesignPoint point{std::vector<double>(study.space.parameters().size(), 0.5), 3};
  const auto outputs = model(point);
  REQUIRE(outputs.size() == 3);
  CHECK(outputs[2] == outputs[0] - outputs[1]);
  CHECK(outputs[2] > 0);
  const Theta theta = study.space.make_theta(point.inputs, {study.world.get().seed, 3});
  const DrawResult drawn = simulate_draw(study.world.get(), theta, {6, 2}, [] {});
  CHECK(outputs[1] == Approx(12'500 - drawn.sets[1].rural[0].mean()));
}

TEST_CASE("a sensitivity study is the same to the last bit on any number of threads") {
  const auto on = [](std::size_t n_threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, n_threads);
    return list_values(TinyStudy().run());
  };
  const auto on_one = on(1);
  CHECK(on(2) == on_one);
  CHECK_FALSE(on_one.empty());
}
