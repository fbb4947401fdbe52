// Prints the engine's times against Boost.Graph and against a tuned Dijkstra, in one run.
//
// usage: bench_engine FOLDER [ny|fla]    FOLDER holds the networks (see README.md)
//
// Times are processor time of one thread, medians; every answer is compared with the baselines'.
#include <fmt/core.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/forest_repair.h"
#include "geo/network/engine/order/directions.h"
#include "geo/network/engine/tuned_dijkstra.h"
#include "tests/bench/baselines.h"
#include "tests/bench/bench_graphs.h"

namespace pahunch::bench {
namespace {

using engine::Flow;
using engine::kLanes;
using engine::Ms;
using engine::Seed;
using engine::SeedTable;

constexpr int kRepeats = 5;
constexpr std::uint32_t kLowDegree = 8;

double get_thread_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double measure_ms(const std::function<void()>& work) {
  const double start = get_thread_ms();
  work();
  return get_thread_ms() - start;
}

double find_median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double repeat_ms(const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < kRepeats; ++i) times.push_back(measure_ms(work));
  return find_median(times);
}

void require_equal(bool equal, const char* what) {
  if (equal) return;
  fmt::print(stderr, "bench_engine: wrong answer: {}\n", what);
  std::exit(1);
}

SeedTable make_table(const std::vector<Seed>& seeds, std::size_t n_lanes) {
  SeedTable table(n_lanes);
  for (const auto& seed : seeds) table.add(seed);
  return table;
}

double get_peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Everything that is made once for a graph.
struct Prepared {
  explicit Prepared(const BenchGraph& graph)
      : order(engine::find_order(graph.graph, graph.at, kLowDegree)),
        all(engine::eliminate(graph.graph, order, engine::Extent::kAll)),
        tuned_order(engine::find_order(graph.graph, graph.at, 2)),
        tuned_low(engine::eliminate(graph.graph, tuned_order, engine::Extent::kLowDegreeOnly)) {}
  engine::EliminationOrder order;
  engine::Elimination all;
  engine::EliminationOrder tuned_order;
  engine::Elimination tuned_low;
};

void print_preparation(const BenchGraph& graph) {
  engine::EliminationOrder order;
  const double order_ms =
      measure_ms([&] { order = engine::find_order(graph.graph, graph.at, kLowDegree); });
  engine::Elimination all;
  const double eliminate_ms =
      measure_ms([&] { all = engine::eliminate(graph.graph, order, engine::Extent::kAll); });
  engine::SlotMetric metric(all, engine::Width::kOne, engine::Symmetry::kDirected);
  const double customise_ms =
      repeat_ms([&] { metric.customise(engine::take_weights(graph.base)); });
  fmt::print("order {:.0f} ms, elimination {:.0f} ms, customisation {:.1f} ms; {} slots\n",
             order_ms, eliminate_ms, customise_ms, all.n_slots());
}

void bench_many_sources(const BenchGraph& graph, const Prepared& prepared) {
  engine::SlotMetric metric(prepared.all, engine::Width::kOne, engine::Symmetry::kDirected);
  metric.customise(engine::take_weights(graph.base));
  const auto sources = make_centres(graph, kLanes, 600);
  SeedTable table(kLanes);
  for (std::size_t lane = 0; lane < kLanes; ++lane) table.add(sources[lane], lane);
  engine::LabelField field(prepared.all, engine::Width::kAllLanes, engine::Answer::kDistance);
  std::vector<double> sweep_ms;
  std::vector<double> boost_ms;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    sweep_ms.push_back(
        measure_ms([&] { engine::search_hierarchy(metric, table, Flow::kFromSeeds, field); }) /
        kLanes);
    BoostDijkstra boost(graph.graph, {sources[lane]});
    boost.set_weights(graph.base);
    boost_ms.push_back(measure_ms([&] { boost.run(); }));
    const auto& expected = boost.run();
    bool equal = true;
    for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
      equal = equal && field.distance(v, lane) == expected[v];
    }
    require_equal(equal, "many sources");
  }
  const double boost = find_median(boost_ms);
  const double sweep = find_median(sweep_ms);
  fmt::print("| many sources, all targets, a source | {:.3f} | {:.1f} | {:.0f}x | |\n", sweep,
             boost, boost / sweep);
}

struct DrawCase {
  const char* name;
  DrawKind kind;
  std::uint32_t n_centres;
};

/// One lane's labels against the tuned Dijkstra's, which are held against Boost's distances.
void require_same_labels(const BenchGraph& graph, const engine::LabelField& batch,
                         const engine::LabelField& tuned, std::size_t lane) {
  bool equal = true;
  for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
    equal = equal && batch.distance(v, lane) == tuned.distance(v, 0) &&
            batch.find_label(v, lane) == tuned.find_label(v, 0);
  }
  require_equal(equal, "labels of a draw");
}

void bench_draws(const BenchGraph& graph, const Prepared& prepared, const DrawCase& draws) {
  const auto centres = make_centres(graph, draws.n_centres, 65);
  const engine::DrawEngine fast({.graph = graph.graph,
                                 .order = prepared.order,
                                 .base = graph.base,
                                 .seeds = centres,
                                 .flow = Flow::kFromSeeds});
  engine::DrawEngine::Batch batch(fast);
  engine::TunedDijkstra dijkstra(prepared.tuned_low);
  engine::TunedDijkstra::Search search(dijkstra);
  BoostDijkstra boost(graph.graph, centres);
  const auto lane_table = make_table(centres, kLanes);
  const auto table = make_table(centres, 1);
  std::vector<double> batch_ms;
  std::vector<double> tuned_ms;
  std::vector<double> boost_ms;
  std::uint64_t n_scans = 0;
  for (std::uint64_t i = 0; i < kRepeats; ++i) {
    const auto lanes = make_lane_draws(graph, draws.kind, i * kLanes);
    const engine::LabelField* found = nullptr;
    batch_ms.push_back(measure_ms([&] {
                         batch.set_draws(engine::take_lane_weights(lanes));
                         found = &batch.find_nearest(lane_table);
                       }) /
                       kLanes);
    n_scans += batch.n_scans();
    const auto lane = static_cast<std::size_t>(i) % kLanes;
    const auto weight = make_draw(graph, draws.kind, i * kLanes + lane);
    const engine::LabelField* tuned = nullptr;
    tuned_ms.push_back(measure_ms([&] {
      dijkstra.customise(engine::take_weights(weight));
      tuned = &search.run(table, Flow::kFromSeeds);
    }));
    require_same_labels(graph, *found, *tuned, lane);
    boost.set_weights(weight);
    boost_ms.push_back(measure_ms([&] { boost.run(); }));
    const auto& expected = boost.run();
    for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
      if (expected[v] != tuned->distance(v, 0)) require_equal(false, "distances of a draw");
    }
  }
  const double mine = find_median(batch_ms);
  fmt::print("| {} | {:.2f} | {:.1f} | {:.1f}x | {:.1f}x |   scans {}, whole {} of {}\n",
             draws.name, mine, find_median(boost_ms), find_median(boost_ms) / mine,
             find_median(tuned_ms) / mine, n_scans / kRepeats, batch.n_fallbacks(), kRepeats);
}

void bench_two_sets(const BenchGraph& graph, const Prepared& prepared) {
  const auto first = make_centres(graph, 39, 1);
  const auto second = make_centres(graph, 65, 1);
  const engine::DrawEngine fast({.graph = graph.graph,
                                 .order = prepared.order,
                                 .base = graph.base,
                                 .seeds = second,
                                 .flow = Flow::kFromSeeds});
  engine::DrawEngine::Batch batch(fast);
  const auto lanes = make_lane_draws(graph, DrawKind::kSpeeds, 0);
  const auto run = [&](const std::vector<std::vector<Seed>>& sets) {
    batch.set_draws(engine::take_lane_weights(lanes));
    for (const auto& seeds : sets) batch.find_nearest(make_table(seeds, kLanes));
  };
  std::vector<double> ratios;
  for (int i = 0; i < kRepeats; ++i) {
    const double one = measure_ms([&] { run({second}); });
    ratios.push_back(measure_ms([&] { run({first, second}); }) / one);
  }
  fmt::print("two centre sets in one draw cost {:.2f} times one\n", find_median(ratios));
}

/// Arcs among the nodes nearest to one by hops: that share of all nodes.
std::vector<std::uint32_t> find_cluster(const BenchGraph& graph, double share, std::uint64_t salt) {
  const auto middle = static_cast<std::uint32_t>(mix(salt, 7) % graph.graph.n_nodes());
  const auto hops = engine::count_hops(engine::make_adjacency(graph.graph), middle);
  auto sorted = hops;
  const auto n_inside = static_cast<std::size_t>(share * static_cast<double>(hops.size()));
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(n_inside),
                   sorted.end());
  std::vector<std::uint32_t> arcs;
  for (std::uint32_t a = 0; a < graph.graph.n_arcs(); ++a) {
    if (hops[graph.graph.tail[a]] < sorted[n_inside] &&
        hops[graph.graph.head[a]] < sorted[n_inside]) {
      arcs.push_back(a);
    }
  }
  return arcs;
}

/// A tenth of the cluster closed, the rest slower by up to three.
engine::StateChange make_flood(const BenchGraph& graph, double share, std::uint64_t salt) {
  engine::StateChange change;
  for (const auto arc : find_cluster(graph, share, salt)) {
    const auto hash = mix(salt, arc);
    const double slower = 1 + 2 * (static_cast<double>(hash >> 11) * 0x1p-53);
    change.arcs.push_back(
        {arc, hash % 10 == 0 ? engine::kFarMs : static_cast<Ms>(graph.base[arc] * slower)});
  }
  return change;
}

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

void bench_repair(const BenchGraph& graph, const Prepared& prepared) {
  RepairBench repair(graph, prepared);
  const auto flood = [&](double share) {
    return [&graph, share](std::uint64_t i) { return make_flood(graph, share, i); };
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

void bench(const BenchGraph& graph) {
  fmt::print("{}: {} nodes, {} arcs\n", graph.name, graph.graph.n_nodes(), graph.graph.n_arcs());
  print_preparation(graph);
  const Prepared prepared(graph);
  fmt::print(
      "| work | engine ms | Boost ms | against Boost | against tuned |\n"
      "|---|---|---|---|---|\n");
  bench_many_sources(graph, prepared);
  for (const DrawCase& draws :
       {DrawCase{"a draw of all speeds, 65 centres", DrawKind::kSpeeds, 65},
        DrawCase{"a draw of all speeds, one centre", DrawKind::kSpeeds, 1},
        DrawCase{"10% of arcs closed, 65 centres", DrawKind::kClosed, 65},
        DrawCase{"10% of arcs closed, one centre", DrawKind::kClosed, 1},
        DrawCase{"weights x 10^U[0,2], 65 centres", DrawKind::kScatter, 65},
        DrawCase{"weights x 10^U[0,2], one centre", DrawKind::kScatter, 1}}) {
    bench_draws(graph, prepared, draws);
  }
  bench_repair(graph, prepared);
  bench_two_sets(graph, prepared);
  fmt::print("peak memory {:.0f} MiB\n", get_peak_mib());
}

}  // namespace
}  // namespace pahunch::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_engine FOLDER [ny|fla]\n");
    return 2;
  }
  const std::string which = argc > 2 ? argv[2] : "ny";
  setvbuf(stdout, nullptr, _IOLBF, 0);
  if (which == "fla") {
    pahunch::bench::bench(pahunch::bench::load_florida(argv[1]));
  } else {
    pahunch::bench::bench(pahunch::bench::load_new_york(argv[1]));
  }
  return 0;
}
