#include <fmt/core.h>
#include <algorithm>

#include "geo/network/engine/forest_repair.h"
#include "geo/network/engine/tuned_dijkstra.h"
#include "tests/bench/baselines.h"
#include "tests/bench/floods.h"
#include "tests/bench/measure.h"
#include "tests/bench/works.h"

namespace pahunch::bench {

using engine::Flow;
using engine::Ms;
using engine::Seed;

namespace {

/// Repair against searches of the changed state from nothing.
class RepairBench {
 public:
  RepairBench(const BenchGraph& graph, const Prepared& prepared)
      : graph_(graph),
        centres_(make_centres(graph, 65, 65)),
        repair_(graph.graph, graph.base, centres_),
        dijkstra_(prepared.tuned_low),
        search_(dijkstra_) {}

  [[nodiscard]] const std::vector<Seed>& centres() const { return centres_; }

  void run(const char* name, const std::function<engine::StateChange(std::uint64_t)>& make_change) {
    std::vector<double> repair_ms;
    std::vector<double> tuned_ms;
    std::vector<double> boost_ms;
    for (std::uint64_t i = 0; i < 9; ++i) {
      const auto change = make_change(i);
      auto weight = graph_.base;
      for (const auto& arc : change.arcs) weight[arc.arc] = arc.weight;
      auto seeds = centres_;
      std::erase_if(seeds, [&](const Seed& seed) {
        return std::ranges::count(change.closed, seed.label) > 0;
      });
      seeds.insert(seeds.end(), change.added.begin(), change.added.end());

      repair_ms.push_back(measure_ms([&] { repair_.apply(change); }));
      tuned_ms.push_back(measure_ms([&] {
        dijkstra_.customise(engine::take_weights(weight));
        search_.run(make_table(seeds, 1), Flow::kFromSeeds);
      }));
      BoostDijkstra boost(graph_.graph, seeds);
      boost.set_weights(weight);
      boost_ms.push_back(measure_ms([&] { boost.run(); }));
      require_repaired(boost.run(), search_.run(make_table(seeds, 1), Flow::kFromSeeds));
    }
    const double mine = find_median(repair_ms);
    fmt::print("| {} | {:.3f} | {:.1f} | {:.0f}x | {:.1f}x |\n", name, mine, find_median(boost_ms),
               find_median(boost_ms) / mine, find_median(tuned_ms) / mine);
  }

 private:
  void require_repaired(const std::vector<Ms>& boost, const engine::LabelField& tuned) const {
    bool equal = true;
    for (std::uint32_t v = 0; v < graph_.graph.n_nodes(); ++v) {
      equal = equal && repair_.distance(v) == boost[v] &&
              repair_.find_label(v) == tuned.find_label(v, 0);
    }
    require_equal(equal, "repair");
  }

  const BenchGraph& graph_;
  std::vector<Seed> centres_;
  engine::ForestRepair repair_;
  engine::TunedDijkstra dijkstra_;
  engine::TunedDijkstra::Search search_;
};

}  // namespace

void bench_repair(const BenchGraph& graph, const Prepared& prepared) {
  RepairBench repair(graph, prepared);
  const Floods floods(graph);
  const auto flood = [&](double share) {
    return [&floods, share](std::uint64_t i) { return floods.make(share, i); };
  };
  repair.run("repair: clustered 0.1% of links", flood(0.001));
  repair.run("repair: clustered 1% of links", flood(0.01));
  repair.run("repair: clustered 3% of links", flood(0.03));
  repair.run("repair: clustered 10% of links", flood(0.1));
  const auto add = [&](std::uint64_t i) {
    auto seed = make_centres(graph, 1, 100 + i).front();
    seed.label = 65;
    return engine::StateChange{{}, {seed}, {}};
  };
  repair.run("repair: one centre added", add);
  repair.run("repair: one centre closed", [](std::uint64_t i) {
    return engine::StateChange{{}, {}, {static_cast<std::uint32_t>(i * 7)}};
  });
  repair.run("repair: one centre moved", [&](std::uint64_t i) {
    auto change = add(i);
    change.closed = {static_cast<std::uint32_t>(i * 7)};
    return change;
  });
}

}  // namespace pahunch::bench
