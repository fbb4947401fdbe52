#include <fmt/core.h>

#include <memory>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/source_sweeper.h"
#include "geo/network/engine/thread_plan.h"
#include "tests/bench/measure.h"
#include "tests/bench/works.h"

namespace pahunch::bench {

using engine::kLanes;
using engine::Ms;

namespace {

constexpr std::uint32_t kBatches = 63;  // a thousand draws or sources

/// One thread against two. Processor time tells what sharing memory costs, whatever else the
/// machine is doing.
void compare(const char* name, std::size_t bytes_a_thread,
             const std::function<void(const engine::ThreadPlan&)>& run) {
  WallTime time[2];
  for (const std::uint32_t n_threads : {1U, 2U}) {
    const auto plan = engine::plan_threads(kBatches, bytes_a_thread, {.max_threads = n_threads});
    time[n_threads - 1] = measure_wall([&] { run(plan); });
    fmt::print("{} by {} threads: {:.0f} ms passed, {:.0f} ms of processors; at most {:.0f} MiB\n",
               name, plan.n_threads, time[n_threads - 1].wall_ms, time[n_threads - 1].processor_ms,
               static_cast<double>(plan.n_bytes) / (1 << 20));
  }
  fmt::print("| {}: second core | {:.2f}x by the clock, {:.2f}x if both cores were free |\n", name,
             time[0].wall_ms / time[1].wall_ms, 2 * time[0].processor_ms / time[1].processor_ms);
}

/// Scratch made when a thread first asks for it.
template <class Scratch>
class PerThread {
 public:
  explicit PerThread(const engine::ThreadPlan& plan) : scratch_(plan.n_threads) {}
  template <class Make>
  Scratch& get(std::uint32_t thread, Make make) {
    if (!scratch_[thread]) scratch_[thread] = make();
    return *scratch_[thread];
  }

 private:
  std::vector<std::unique_ptr<Scratch>> scratch_;
};

void compare_draws(const BenchGraph& graph, const Prepared& prepared) {
  const auto centres = make_centres(graph, 65, 65);
  const auto table = make_table(centres, kLanes);
  const engine::DrawEngine fast({.graph = graph.graph,
                                 .order = prepared.order,
                                 .base = graph.base,
                                 .seed_sets = std::span(&centres, 1),
                                 .flow = engine::Flow::kFromSeeds});
  compare("draws", fast.get_batch_bytes(), [&](const engine::ThreadPlan& plan) {
    PerThread<engine::DrawEngine::Batch> scratch(plan);
    engine::run_batches(plan, kBatches, [&](auto thread, auto batch) {
      auto& mine =
          scratch.get(thread, [&] { return std::make_unique<engine::DrawEngine::Batch>(fast); });
      mine.set_draws([&graph, batch](std::span<const std::uint32_t> arcs, Ms* out) {
        for (const auto arc : arcs) {
          const auto hash = mix(batch, arc);
          for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
            const auto percent = 50 + ((hash >> lane) & 127);  // 50% to 177% of the base
            *out++ = static_cast<Ms>(graph.base[arc] * percent / 100);
          }
        }
      });
      mine.find_nearest(table);
    });
  });
}

void compare_sources(const BenchGraph& graph, const Prepared& prepared) {
  engine::SlotMetric metric(prepared.all, engine::Width::kOne, engine::Symmetry::kDirected);
  metric.customise(engine::take_weights(graph.base));
  const engine::SourceSweeper sweeper(metric, engine::Flow::kFromSeeds);
  const std::size_t bytes = graph.graph.n_nodes() * kLanes * sizeof(Ms);
  compare("sources", bytes, [&](const engine::ThreadPlan& plan) {
    PerThread<engine::LabelField> scratch(plan);
    engine::run_batches(plan, kBatches, [&](auto thread, auto batch) {
      auto& field = scratch.get(thread, [&] {
        return std::make_unique<engine::LabelField>(prepared.all, engine::Width::kAllLanes,
                                                    engine::Answer::kDistance);
      });
      const auto sources = make_centres(graph, kLanes, batch);
      engine::SeedTable table(kLanes);
      for (std::size_t lane = 0; lane < kLanes; ++lane) table.add(sources[lane], lane);
      sweeper.run(table, field);
    });
  });
}

}  // namespace

void bench_threads(const BenchGraph& graph, const Prepared& prepared) {
  compare_draws(graph, prepared);
  compare_sources(graph, prepared);
}

}  // namespace pahunch::bench
