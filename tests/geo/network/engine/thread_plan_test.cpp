#include "geo/network/engine/thread_plan.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>

#include "geo/base/error.h"
#include "geo/network/engine/draw_engine.h"
#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

/// The weight of an arc in a draw: a pure function of both.
Ms draw_weight(std::uint32_t draw, std::uint32_t arc) {
  std::minstd_rand random(draw * 7919 + arc + 1);
  random.discard(3);
  const auto lot = static_cast<Ms>(random() % 270);
  return lot >= 240 ? kFarMs : lot % 30;
}

/// Labels of all draws, by the given number of threads.
std::vector<std::vector<Label>> run_draws(const DrawEngine& engine, const TestGraph& graph,
                                          std::uint32_t n_draws, const ThreadPlan& plan) {
  std::vector<std::unique_ptr<DrawEngine::Batch>> scratch(plan.n_threads);
  std::vector<std::vector<Label>> labels(n_draws);
  const auto n_batches = (n_draws + kLanes - 1) / kLanes;
  run_batches(plan, static_cast<std::uint32_t>(n_batches), [&](auto thread, auto batch) {
    if (!scratch[thread]) scratch[thread] = std::make_unique<DrawEngine::Batch>(engine);
    const auto first = batch * static_cast<std::uint32_t>(kLanes);
    scratch[thread]->set_draws([first](std::span<const std::uint32_t> arcs, Ms* out) {
      for (const auto arc : arcs) {
        for (std::uint32_t lane = 0; lane < kLanes; ++lane) *out++ = draw_weight(first + lane, arc);
      }
    });
    SeedTable seeds(kLanes);
    seeds.add({0, 0, 2});
    seeds.add({graph.graph.n_nodes() - 1, 0, 1});
    const auto& found = scratch[thread]->find_nearest(seeds);
    for (auto draw = first; draw < std::min<std::size_t>(first + kLanes, n_draws); ++draw) {
      labels[draw] = get_labels(found, graph.graph, draw - first);
    }
  });
  return labels;
}

}  // namespace

TEST_CASE("a draw's answer depends neither on the threads nor on the draws beside it") {
  std::mt19937 random(61);
  const auto graph = make_grid(random, 14);
  const auto order = find_order(graph.graph, {}, 3);
  const std::vector<Seed> seeds = {{0, 0, 2}};
  const DrawEngine engine({.graph = graph.graph,
                           .order = order,
                           .base = graph.weight,
                           .seed_sets = std::span(&seeds, 1)});
  const auto alone = run_draws(engine, graph, 83, {1, 0});
  CHECK(run_draws(engine, graph, 83, {2, 0}) == alone);
  for (const std::uint32_t n_draws : {1U, 15U, 16U, 17U, 48U}) {
    const auto fewer = run_draws(engine, graph, n_draws, {2, 0});
    CHECK(std::equal(fewer.begin(), fewer.end(), alone.begin()));
  }
}

TEST_CASE("the memory of a batch is known before it runs, and kept") {
  std::mt19937 random(62);
  const auto graph = make_grid(random, 20);
  const auto order = find_order(graph.graph, {}, 3);
  const std::vector<Seed> seeds = {{0, 0, 2}};
  for (const std::uint32_t max_scans : {0U, 6U}) {
    const DrawEngine engine({.graph = graph.graph,
                             .order = order,
                             .base = graph.weight,
                             .seed_sets = std::span(&seeds, 1),
                             .max_scans_per_node = max_scans});
    DrawEngine::Batch batch(engine);
    CHECK(batch.n_bytes() <= engine.get_batch_bytes());
    const auto lanes = make_random_weights(random, graph.weight.size() * kLanes);
    batch.set_draws(take_lane_weights(lanes));
    batch.find_nearest(make_table(seeds, Width::kAllLanes));
    CHECK((batch.n_bytes() == engine.get_batch_bytes()) == (batch.n_fallbacks() == 1));
  }
}

TEST_CASE("every batch runs once, no two at a time in one thread's scratch") {
  constexpr std::uint32_t kBatches = 500;
  std::vector<std::atomic<int>> n_runs(kBatches), n_busy(2);
  std::atomic<int> n_clashes = 0;
  run_batches({2, 0}, kBatches, [&](std::uint32_t thread, std::uint32_t batch) {
    if (n_busy.at(thread)++ != 0) ++n_clashes;
    ++n_runs[batch];
    --n_busy[thread];
  });
  CHECK(n_clashes == 0);
  CHECK(std::all_of(n_runs.begin(), n_runs.end(), [](const auto& n) { return n == 1; }));
}

TEST_CASE("threads are as many as cores, batches and memory allow") {
  const auto all = plan_threads(1000, 100, {}).n_threads;
  CHECK(all >= 1);
  CHECK(plan_threads(1, 100, {}).n_threads == 1);
  CHECK(plan_threads(0, 100, {}).n_threads == 1);
  CHECK(plan_threads(1000, 100, {.max_threads = 1}).n_threads == 1);
  CHECK(plan_threads(1000, 100, {.max_bytes = 199}).n_threads == 1);
  CHECK(plan_threads(1000, 100, {.max_bytes = 199}).n_bytes == 100);
  CHECK_THROWS_AS(plan_threads(1000, 100, {.max_bytes = 99}), ConfigError);
}

}  // namespace pahunch::engine::test
