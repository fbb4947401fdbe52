// Work that is cut short, kept and gone on with.

#include <catch2/catch.hpp>

#include <map>
#include <mutex>
#include <stdexcept>

#include "sim/monte_carlo/experiment.h"
#include "sim/monte_carlo/experiment_fold.h"
#include "sim/monte_carlo/result_bytes.h"
#include "sim/monte_carlo/simulate_draw.h"
#include "tests/sim/monte_carlo/given_priors.h"
#include "tests/sim/monte_carlo/result_numbers.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Keeps parcels as the bytes that a file would hold.
struct MemoryStore final : ParcelStore {
  bool contains(const Parcel& parcel) override {
    const std::scoped_lock lock(mutex);
    return kept.contains(parcel);
  }
  std::optional<DrawResult> find(const Parcel& parcel) override {
    const std::scoped_lock lock(mutex);
    const auto found = kept.find(parcel);
    return found == kept.end() ? std::nullopt : from_bytes(found->second);
  }
  void keep(const Parcel& parcel, const DrawResult& result) override {
    const std::scoped_lock lock(mutex);
    kept[parcel] = to_bytes(result);
  }
  std::mutex mutex;
  std::map<Parcel, std::string> kept;
};

/// Ends the work after so many years, as Ctrl-C would.
struct CutShort final : Progress {
  explicit CutShort(std::uint64_t n) : n_left(n) {}
  void begin(std::string_view /*step*/, std::uint64_t /*n*/) override {}
  void advance(std::uint64_t n) override {
    const std::scoped_lock lock(mutex);
    if (n_left < n) throw std::runtime_error("cut short");
    n_left -= n;
  }
  std::mutex mutex;
  std::uint64_t n_left;
};

struct SmallStudy {
  SimulatedWorld world;
  GivenPriors given{world};
  ParameterSpace space{given.priors};

  ExperimentResult run(const ExperimentPlan& plan, ParcelStore& store, Progress& progress) const {
    return run_experiment(world.get(), space, plan, store, progress);
  }
  ExperimentResult run(const ExperimentPlan& plan) const {
    NoStore nothing;
    SilentProgress silent;
    return run(plan, nothing, silent);
  }
};

}  // namespace

TEST_CASE("the bytes of a result give the same numbers, and no others") {
  const SmallStudy study;
  const Theta theta =
      study.space.make_theta(std::vector<double>(study.space.parameters().size(), 0.5), {1, 0});
  const DrawResult result = simulate_draw(study.world.get(), theta, {0, 3}, [] {});
  const std::string bytes = to_bytes(result);
  const auto again = from_bytes(bytes);
  REQUIRE(again);
  CHECK(list_numbers(again->sets) == list_numbers(result.sets));
  CHECK(to_bytes(*again) == bytes);
  CHECK(again->n_states == result.n_states);
  CHECK_FALSE(from_bytes(bytes.substr(0, bytes.size() - 1)));
  CHECK_FALSE(from_bytes(bytes + "x"));
  CHECK_FALSE(from_bytes(""));
}

TEST_CASE("an experiment that is cut short anywhere goes on to the same bits") {
  const SmallStudy study;
  const ExperimentPlan plan{.size = {4, 3}};
  const Numbers whole = list_numbers(study.run(plan));
  for (const std::uint64_t n_years : {0U, 2U, 4U, 7U, 11U}) {
    MemoryStore store;
    CutShort cut(n_years);
    CHECK_THROWS_WITH(study.run(plan, store, cut), "cut short");
    CHECK(store.kept.size() <= n_years / 3);
    CutShort enough(12);
    CHECK(list_numbers(study.run(plan, store, enough)) == whole);
    CHECK(enough.n_left == 0);
  }
}

TEST_CASE("parcels that were kept are not simulated again") {
  const SmallStudy study;
  const ExperimentPlan plan{.size = {3, 2}};
  MemoryStore store;
  SilentProgress silent;
  study.run(plan, store, silent);
  CHECK(store.kept.size() == 3);
  const auto marked = store.find({1, 0, 2});
  REQUIRE(marked);
  DrawResult changed = *marked;
  changed.sets[0].n_events += 1000;
  const std::uint64_t before = study.run(plan).n_events;
  store.keep({1, 0, 2}, changed);
  CHECK(study.run(plan, store, silent).n_events == before + 1000);
}

TEST_CASE("what was finished before the cut is a result of its own") {
  const SmallStudy study;
  const ExperimentPlan plan{.size = {5, 2}};
  MemoryStore store;
  SilentProgress silent;
  const ExperimentResult whole = study.run(plan, store, silent);
  CHECK(list_numbers(*gather_finished(study.world.get(), study.space, plan, store)) ==
        list_numbers(whole));
  store.kept.erase({3, 0, 2});
  const auto part = gather_finished(study.world.get(), study.space, plan, store);
  REQUIRE(part);
  CHECK(part->size == ExperimentSize{3, 2});
  for (std::size_t draw = 0; draw < 3; ++draw) {
    CHECK(list_numbers(part->draws[draw].sets) == list_numbers(whole.draws[draw].sets));
    CHECK(part->p_served[1][draw].raw() == whole.p_served[1][draw].raw());
  }
  store.kept.erase({1, 0, 2});
  CHECK_FALSE(gather_finished(study.world.get(), study.space, plan, store));
}

TEST_CASE("of a later round that was cut short nothing is taken") {
  const SmallStudy study;
  const ExperimentPlan plan{.size = {2, 43}};
  MemoryStore store;
  SilentProgress silent;
  study.run(plan, store, silent);
  store.kept.erase({1, 40, 3});
  const auto part = gather_finished(study.world.get(), study.space, plan, store);
  REQUIRE(part);
  CHECK(part->size == ExperimentSize{2, 40});
}

TEST_CASE("years in several rounds are the years of one") {
  const SmallStudy study;
  const auto points = std::vector<double>(study.space.parameters().size(), 0.4);
  ExperimentFold at_once, by_rounds;
  for (std::uint64_t draw = 0; draw < 2; ++draw) {
    const Theta theta = study.space.make_theta(points, {study.world.get().seed, draw});
    const auto simulate = [&](std::uint64_t first, std::uint64_t n) {
      return DrawPart{{draw, first, n},
                      points,
                      simulate_draw(study.world.get(), theta, {10 * draw + first, n}, [] {})};
    };
    at_once.merge(simulate(0, 8));
    by_rounds.merge(simulate(0, 5));
    by_rounds.merge(simulate(5, 3));
  }
  const Numbers expected = list_numbers(at_once.result());
  const Numbers found = list_numbers(by_rounds.result());
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 2; i < expected.size(); ++i) {  // the first two count routed states, events
    CHECK(found[i] == Approx(expected[i]).epsilon(1e-9).margin(1e-9));
  }
  CHECK(by_rounds.result().size == ExperimentSize{2, 8});
}

TEST_CASE("a wide interval is reached at the first look, a hopeless one never") {
  const SmallStudy study;
  const ExperimentResult early = study.run({.size = {5, 60}, .until_half_width = 1e9});
  CHECK(early.size == ExperimentSize{5, 20});
  const ExperimentResult never = study.run({.size = {5, 22}, .until_half_width = 1e-9});
  CHECK(never.size == ExperimentSize{5, 22});
}

TEST_CASE("the gain's error is that of the years within the draws") {
  const SmallStudy study;
  const ExperimentResult result = study.run({.size = {6, 8}});
  const Estimate gain = estimate_more_served(result, 1);
  RunningMoments means;
  double squared_error = 0;
  for (const DrawSummary& draw : result.draws) {
    const RunningMoments years = draw.served_by_first_and[1].difference();
    means.add(years.mean());
    squared_error += years.variance() / 8 / 36;
  }
  CHECK(gain.value == Approx(means.mean()));
  CHECK(gain.standard_error == Approx(std::sqrt(squared_error)));
  CHECK(gain.n == 48);
  CHECK(estimate_more_served(result, 0).half_width() == 0);
  CHECK(estimate_served(result, 1).value == Approx(estimate_served(result, 0).value + gain.value));
  CHECK(variance_reduction(result, 1) > 0);
}
