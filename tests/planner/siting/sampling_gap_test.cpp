#include <algorithm>
#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/risk/expected_cover.h"
#include "planner/siting/risk/sampling_gap.h"
#include "sim/statistics/student.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr SiteIdx kA(0), kB(1), kC(2);

/// Three sites of which one opens, and six points each behind roads that floods close: road r is
/// closed with probability (r + 1) / 8, each by itself, so that eight states are all there are.
class TinyWorld {
 public:
  TinyWorld() {
    for (const char* id : {"a", "b", "c"}) problem.sites.push_back({.id = id});
    for (const std::int64_t weight : {5, 6, 7, 3, 3, 3}) problem.weights.push_back(weight);
  }

  /// Point i is reached from sites i and i + 1 (of three), by road i from the first alone.
  static std::vector<SiteIdx> covering(std::size_t point, std::size_t state) {
    std::vector<SiteIdx> sites;
    if ((state >> (point % 3) & 1U) == 0) sites.emplace_back(point % 3);
    if (point >= 3 && state != 7) sites.emplace_back((point + 1) % 3);
    return sites;
  }

  [[nodiscard]] ReachDraws draws(const std::vector<std::size_t>& states) const {
    ReachDrawsBuilder builder(problem.weights.size(), problem.sites.size());
    for (std::size_t i = 0; i < 6; ++i) builder.set_base(DemandIdx(i), covering(i, 0));
    for (const std::size_t state : states) {
      builder.begin_draw();
      for (std::size_t i = 0; i < 6; ++i) builder.set(DemandIdx(i), covering(i, state));
    }
    return std::move(builder).finish();
  }

  [[nodiscard]] ReachDraws sample(SitingDice& dice, std::size_t n) const {
    std::vector<std::size_t> states;
    while (states.size() < n) {
      std::size_t state = 0;
      for (std::size_t road = 0; road < 3; ++road) {
        if (dice.below(8) <= road) state |= std::size_t{1} << road;
      }
      states.push_back(state);
    }
    return draws(states);
  }

  /// Over all eight states.
  [[nodiscard]] double true_value(SiteIdx site) const {
    double sum = 0;
    for (std::size_t state = 0; state < 8; ++state) {
      double p = 1;
      for (std::size_t road = 0; road < 3; ++road) {
        const double closed = static_cast<double>(road + 1) / 8;
        p *= (state >> road & 1U) != 0 ? closed : 1 - closed;
      }
      for (std::size_t i = 0; i < 6; ++i) {
        const auto sites = covering(i, state);
        if (std::ranges::find(sites, site) == sites.end()) continue;
        sum += p * static_cast<double>(problem.weights[DemandIdx(i)]);
      }
    }
    return sum;
  }

  [[nodiscard]] double true_best() const {
    return std::max({true_value(kA), true_value(kB), true_value(kC)});
  }

  SitingProblem problem;
};

GapReport judge(const TinyWorld& world, SiteIdx site, SitingDice& dice) {
  return estimate_sampling_gap(world.problem, {.n_new = 1}, {.sites = {site}},
                               {.n_batches = 20,
                                .batch = [&](std::size_t) { return world.sample(dice, 15); },
                                .fresh = world.sample(dice, 200)},
                               {.student_quantile = student_quantile});
}

}  // namespace

TEST_CASE("the upper bound of the sampling gap holds at least as often as it says") {
  const TinyWorld world;
  for (const SiteIdx site : {kA, kB, kC}) {
    const double gap = world.true_best() - world.true_value(site);
    std::size_t n_held = 0, n_value_held = 0;
    double mean_bound = 0, mean_gap = 0;
    constexpr std::size_t kRepetitions = n_cases(500);
    for (std::uint64_t seed = 1; seed <= kRepetitions; ++seed) {
      SitingDice dice(1000 * seed + site.value());
      const GapReport report = judge(world, site, dice);
      REQUIRE(report.sampling.upper);
      if (*report.sampling.upper >= gap) ++n_held;
      const double value = world.true_value(site);
      if (report.value.low <= value && value <= report.value.high) ++n_value_held;
      mean_bound += report.sampling.mean_batch_bound / kRepetitions;
      mean_gap += report.sampling.mean / kRepetitions;
    }
    INFO("site " << site.value() << " true gap " << gap << " mean " << mean_gap);
    CHECK(n_held >= kRepetitions * 93 / 100);
    CHECK(n_value_held >= kRepetitions * 92 / 100);
    CHECK(n_value_held <= kRepetitions * 98 / 100);
    CHECK(mean_bound >= world.true_best());  // the best of a batch is chosen with it in sight
    CHECK(mean_gap >= gap - 0.02);
  }
}

TEST_CASE("a batch that is stopped early counts with its bound, and the gap is no smaller") {
  SitingDice dice(3);
  RandomDraws random = {.problem = random_problem(dice, 20, 60),
                        .cover = {.kind = ObjectiveKind::kCover, .limit = 1},
                        .by_draw = {}};
  const auto sample = [&] {
    random.by_draw.clear();
    for (int i = 0; i < 6; ++i) random.by_draw.push_back(flood(dice, random.problem));
    return random.draws();
  };
  const SitingRules rules = {.n_new = 3};
  const auto chosen = solve_expected_cover(random.problem, sample(), rules, {});
  std::vector<ReachDraws> batches;
  for (int i = 0; i < 20; ++i) batches.push_back(sample());
  const GapSamples samples = {.n_batches = 20,
                              .batch = [&](std::size_t batch) { return batches[batch]; },
                              .fresh = sample()};
  const auto gap = [&](const SolveLimits& limits) {
    return estimate_sampling_gap(random.problem, rules, {chosen.answer.sites, 1.5}, samples,
                                 {.student_quantile = student_quantile, .batch_limits = limits});
  };
  const GapReport whole = gap({}), early = gap({.time_s = 0});
  CHECK(whole.sampling.n_unproven == 0);
  CHECK(early.sampling.n_batches == 20);
  CHECK(early.sampling.n_unproven > 0);
  CHECK(early.sampling.mean > whole.sampling.mean);
  CHECK(whole.solver_gap == 1.5);
  CHECK_FALSE(whole.model_gap);
}

TEST_CASE("a sampling gap that is stopped keeps the batches it has, without a bound of too few") {
  const TinyWorld world;
  SitingDice dice(4);
  std::size_t n_asked = 0;
  const GapSamples samples = {.n_batches = 30,
                              .batch =
                                  [&](std::size_t) {
                                    ++n_asked;
                                    return world.sample(dice, 15);
                                  },
                              .fresh = world.sample(dice, 10)};
  const auto stopped_after = [&](std::size_t n) {
    n_asked = 0;
    return estimate_sampling_gap(
        world.problem, {.n_new = 1}, {.sites = {kB}}, samples,
        {.student_quantile = student_quantile,
         .batch_limits = {.should_stop = [&, n] { return n_asked >= n; }}});
  };
  const GapReport few = stopped_after(5), many = stopped_after(25);
  CHECK(few.sampling.n_batches == 5);
  CHECK_FALSE(few.sampling.upper);
  CHECK(few.value.n == 10);
  CHECK(many.sampling.n_batches == 25);
  CHECK(many.sampling.upper);
}

TEST_CASE("a sampling gap that would say nothing is refused") {
  const TinyWorld world;
  SitingDice dice(5);
  const GapOptions options = {.student_quantile = student_quantile};
  const auto same = [&](std::size_t) { return world.sample(dice, 15); };
  const auto unlike = [&](std::size_t batch) { return world.sample(dice, 15 + batch); };
  const ReachDraws fresh = world.sample(dice, 10);
  const auto judge_with = [&](const GapCandidate& candidate, const GapSamples& samples,
                              const GapOptions& with) {
    return estimate_sampling_gap(world.problem, {.n_new = 1}, candidate, samples, with);
  };
  CHECK_NOTHROW(judge_with({{kA}}, {20, same, fresh}, options));
  CHECK_THROWS_AS(judge_with({{kA}}, {19, same, fresh}, options), UsageError);
  CHECK_THROWS_AS(judge_with({{kA}}, {20, unlike, fresh}, options), UsageError);
  CHECK_THROWS_AS(judge_with({{kA}}, {20, same, world.sample(dice, 1)}, options), UsageError);
  CHECK_THROWS_AS(judge_with({{kA, kB}}, {20, same, fresh}, options), UsageError);
  CHECK_THROWS_AS(judge_with({{}}, {20, same, fresh}, options), UsageError);
  CHECK_THROWS_AS(
      judge_with({{kA}}, {20, same, fresh}, {.level = 1, .student_quantile = student_quantile}),
      UsageError);
}
