#include <fmt/core.h>

#include <algorithm>
#include <functional>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/tuned_dijkstra.h"
#include "tests/bench/baselines.h"
#include "tests/bench/floods.h"
#include "tests/bench/measure.h"
#include "tests/bench/works.h"

namespace pahunch::bench {

using engine::Flow;
using engine::kLanes;
using engine::Ms;
using engine::Seed;

namespace {

using MakeDraw = std::function<std::vector<Ms>(std::uint64_t draw)>;

struct Draws {
  explicit Draws(const MakeDraw& make, std::uint64_t first) {
    for (std::uint64_t lane = 0; lane < kLanes; ++lane) {
      const auto weight = make(first + lane);
      lanes.resize(weight.size() * kLanes);
      for (std::size_t a = 0; a < weight.size(); ++a) lanes[a * kLanes + lane] = weight[a];
    }
  }
  [[nodiscard]] std::vector<Ms> of(std::size_t lane) const {
    std::vector<Ms> weight(lanes.size() / kLanes);
    for (std::size_t a = 0; a < weight.size(); ++a) weight[a] = lanes[a * kLanes + lane];
    return weight;
  }
  std::vector<Ms> lanes;  ///< side by side for each arc
};

/// Batches against searches of one of their draws each.
class DrawBench {
 public:
  DrawBench(const BenchGraph& graph, const Prepared& prepared, std::uint32_t n_centres)
      : graph_(graph),
        centres_(make_centres(graph, n_centres, 65)),
        fast_({.graph = graph.graph,
               .order = prepared.order,
               .base = graph.base,
               .seed_sets = std::span(&centres_, 1),
               .flow = Flow::kFromSeeds}),
        batch_(fast_),
        dijkstra_(prepared.tuned_low),
        search_(dijkstra_),
        boost_(graph.graph, centres_) {}

  void run(const char* name, const MakeDraw& make) {
    std::vector<double> batch_ms;
    std::vector<double> tuned_ms;
    std::vector<double> boost_ms;
    std::uint64_t n_scans = 0;
    const auto n_whole = batch_.n_fallbacks();
    for (std::uint64_t i = 0; i < kRepeats; ++i) {
      const Draws draws(make, i * kLanes);
      const engine::LabelField* found = nullptr;
      batch_ms.push_back(measure_ms([&] {
                           batch_.set_draws(engine::take_lane_weights(draws.lanes));
                           found = &batch_.find_nearest(make_table(centres_, kLanes));
                         }) /
                         kLanes);
      n_scans += batch_.n_scans();
      const auto lane = static_cast<std::size_t>(i) % kLanes;
      const auto weight = draws.of(lane);
      const engine::LabelField* tuned = nullptr;
      tuned_ms.push_back(measure_ms([&] {
        dijkstra_.customise(engine::take_weights(weight));
        tuned = &search_.run(make_table(centres_, 1), Flow::kFromSeeds);
      }));
      boost_.set_weights(weight);
      boost_ms.push_back(measure_ms([&] { boost_.run(); }));
      require_same(*found, lane, *tuned);
    }
    const double mine = find_median(batch_ms);
    fmt::print("| {} | {:.2f} | {:.1f} | {:.1f}x | {:.1f}x |   scans {}, whole {} of {}\n", name,
               mine, find_median(boost_ms), find_median(boost_ms) / mine,
               find_median(tuned_ms) / mine, n_scans / kRepeats, batch_.n_fallbacks() - n_whole,
               kRepeats);
  }

 private:
  /// Distances against Boost's; labels against the tuned Dijkstra's.
  void require_same(const engine::LabelField& found, std::size_t lane,
                    const engine::LabelField& tuned) {
    const auto& expected = boost_.run();
    bool equal = true;
    for (std::uint32_t v = 0; v < graph_.graph.n_nodes(); ++v) {
      equal = equal && found.distance(v, lane) == expected[v] &&
              tuned.distance(v, 0) == expected[v] &&
              found.find_label(v, lane) == tuned.find_label(v, 0);
    }
    require_equal(equal, "a draw");
  }

  const BenchGraph& graph_;
  std::vector<Seed> centres_;
  engine::DrawEngine fast_;
  engine::DrawEngine::Batch batch_;
  engine::TunedDijkstra dijkstra_;
  engine::TunedDijkstra::Search search_;
  BoostDijkstra boost_;
};

}  // namespace

void bench_draws(const BenchGraph& graph, const Prepared& prepared) {
  const auto draws_of = [&](DrawKind kind) {
    return [&graph, kind](std::uint64_t draw) { return make_draw(graph, kind, draw); };
  };
  DrawBench many(graph, prepared, 65);
  many.run("a draw of all speeds, 65 centres", draws_of(DrawKind::kSpeeds));
  const Floods floods(graph);
  many.run("a draw of clustered 10% of links, 65 centres",
           [&](std::uint64_t draw) { return floods.make_weights(0.1, draw); });
  many.run("10% of arcs closed, 65 centres", draws_of(DrawKind::kClosed));
  many.run("weights x 10^U[0,2], 65 centres", draws_of(DrawKind::kScatter));
  DrawBench one(graph, prepared, 1);
  one.run("a draw of all speeds, one centre", draws_of(DrawKind::kSpeeds));
  one.run("10% of arcs closed, one centre", draws_of(DrawKind::kClosed));
  one.run("weights x 10^U[0,2], one centre", draws_of(DrawKind::kScatter));
}

void bench_two_sets(const BenchGraph& graph, const Prepared& prepared) {
  const std::vector<std::vector<Seed>> both = {make_centres(graph, 39, 65),
                                               make_centres(graph, 65, 65)};
  const Draws draws([&](std::uint64_t draw) { return make_draw(graph, DrawKind::kSpeeds, draw); },
                    0);
  /// Sets asked of each draw by an engine whose order suits them.
  struct Asked {
    Asked(const BenchGraph& graph, const Prepared& prepared,
          std::span<const std::vector<Seed>> seed_sets)
        : sets(seed_sets),
          fast({.graph = graph.graph,
                .order = prepared.order,
                .base = graph.base,
                .seed_sets = seed_sets,
                .flow = Flow::kFromSeeds}),
          batch(fast) {}
    void run(const Draws& draws) {
      ms.push_back(measure_ms([&] {
        batch.set_draws(engine::take_lane_weights(draws.lanes));
        for (const auto& seeds : sets) batch.find_nearest(make_table(seeds, kLanes));
      }));
    }
    std::span<const std::vector<Seed>> sets;
    engine::DrawEngine fast;
    engine::DrawEngine::Batch batch;
    std::vector<double> ms;
  };
  Asked first(graph, prepared, std::span(both).first(1));
  Asked second(graph, prepared, std::span(both).last(1));
  Asked two(graph, prepared, both);
  for (int i = 0; i < 3 * kRepeats; ++i) {
    for (auto* asked : {&first, &second, &two}) asked->run(draws);
  }
  const double one = (find_median(first.ms) + find_median(second.ms)) / 2;
  fmt::print("two centre sets in one draw cost {:.2f} times one\n", find_median(two.ms) / one);
}

}  // namespace pahunch::bench
