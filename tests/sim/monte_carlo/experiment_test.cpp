#include "sim/monte_carlo/experiment.h"

#include <oneapi/tbb/global_control.h>
#include <catch2/catch.hpp>

#include <atomic>

#include "geo/base/error.h"
#include "sim/monte_carlo/simulate_draw.h"
#include "sim/monte_carlo/verdict.h"
#include "tests/sim/monte_carlo/given_priors.h"
#include "tests/sim/monte_carlo/result_numbers.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct CountedProgress final : Progress {
  void begin(std::string_view /*step*/, std::uint64_t n_total) override { n_expected = n_total; }
  void advance(std::uint64_t n) override { n_done += n; }
  std::uint64_t n_expected = 0;
  std::atomic<std::uint64_t> n_done = 0;
};

ExperimentResult run_small(const SimulatedWorld& world, const GivenPriors& given,
                           const ExperimentSize& size = {6, 3}) {
  SilentProgress silent;
  NoStore store;
  return run_experiment(world.get(), ParameterSpace(given.priors), {size}, store, silent);
}

ExperimentResult run_on_threads(std::size_t n_threads, const SimulatedWorld& world,
                                const GivenPriors& given) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, n_threads);
  return run_small(world, given);
}

}  // namespace

TEST_CASE("an experiment is the same to the last bit on any number of threads") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  const Numbers on_one = list_numbers(run_on_threads(1, world, given));
  CHECK(list_numbers(run_on_threads(2, world, given)) == on_one);
  CHECK(list_numbers(run_on_threads(5, world, given)) == on_one);
}

TEST_CASE("each draw is the simulation of its own point and its own years") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  const ParameterSpace space(given.priors);
  const ExperimentResult result = run_small(world, given);
  REQUIRE(result.draws.size() == 6);
  IdxVector<SettlementIdx, double> noise(world.get().women.size());
  for (std::uint64_t draw = 0; draw < 6; ++draw) {
    const Theta theta = space.make_theta(result.draws[draw].places, {world.get().seed, draw});
    const auto alone = simulate_draw(world.get(), theta, {3 * draw, 3}, [] {}).sets;
    CHECK(alone[1].registered.mean() == result.draws[draw].sets[1].registered.mean());
    for (const SettlementIdx at : indices(noise)) {
      const RunningMoments& years = alone[1].p_served[at];
      CHECK(result.p_served[1][draw][at] == years.mean());
      noise[at] += years.variance() / 3 / 6;
    }
  }
  for (const SettlementIdx at : indices(noise)) {
    CHECK(result.noise[1][at] == Approx(noise[at]).margin(1e-15));
  }
  CHECK(result.noise[1][SettlementIdx(2)] > 0);
}

TEST_CASE("chances within another limit are those of an experiment with that limit") {
  SimulatedWorld world;
  const GivenPriors given(world);
  world.rules().other_limits = {TravelTime::from_minutes(30), TravelTime::from_minutes(95)};
  const ExperimentResult both = run_small(world, given);
  REQUIRE(both.within.size() == 2);
  for (std::size_t limit = 0; limit < 2; ++limit) {
    ServiceRules rules{.limit = world.rules().other_limits[limit]};
    std::swap(world.rules(), rules);
    const ExperimentResult alone = run_small(world, given);
    std::swap(world.rules(), rules);
    CHECK(alone.within.empty());
    for (std::size_t set = 0; set < 2; ++set) {
      const ServedByDraw& served = both.within[limit][set];
      REQUIRE(served.p_served.size() == 6);
      for (const SettlementIdx at : indices(served.noise)) {
        CHECK(served.noise[at] == Approx(alone.noise[set][at]).margin(1e-6));
        for (std::size_t draw = 0; draw < 6; ++draw) {
          CHECK(served.p_served[draw][at] == Approx(alone.p_served[set][draw][at]).margin(1e-6));
        }
      }
    }
  }
  CHECK(both.within[0][0].p_served[0].raw() != both.within[1][0].p_served[0].raw());
}

TEST_CASE("draws differ, and settlements are kept once") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  const ExperimentResult result = run_small(world, given);
  CHECK(result.draws[0].places != result.draws[1].places);
  CHECK(result.draws[0].sets[0].p_served.empty());
  REQUIRE(result.p_served.size() == 2);
  CHECK(result.p_served[0].size() == 6);
  CHECK(result.n_events > 0);
  CHECK(result.n_states > 0);
}

TEST_CASE("who has no road is underserved under every draw, whatever the plan") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  const ExperimentResult result = run_small(world, given);
  for (std::size_t set = 0; set < 2; ++set) {
    const auto verdicts = judge_all(result, set, 0.8);
    CHECK(verdicts[SettlementIdx(5)].verdict == Verdict::kUnderserved);
    CHECK(verdicts[SettlementIdx(5)].p_served == 0);
    CHECK(verdicts[SettlementIdx(5)].noise == 0);
  }
  CHECK(judge_all(result, 1, 0.8)[SettlementIdx(4)].p_served >
        judge_all(result, 0, 0.8)[SettlementIdx(4)].p_served);
}

TEST_CASE("all years are told as they are done") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  CountedProgress progress;
  NoStore store;
  run_experiment(world.get(), ParameterSpace(given.priors), {{2, 5}}, store, progress);
  CHECK(progress.n_expected == 10);
  CHECK(progress.n_done == 10);
}

TEST_CASE("too few draws or years are refused") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  for (const ExperimentSize size : {ExperimentSize{1, 40}, ExperimentSize{25, 1}}) {
    CHECK_THROWS_AS(run_small(world, given, size), ConfigError);
  }
  CHECK_THROWS_WITH(run_small(world, given, {1, 40}),
                    Catch::Contains("1 parameter draws of 40 years are too few") &&
                        Catch::Contains("simulation.draws"));
}
