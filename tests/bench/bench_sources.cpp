#include <fmt/core.h>

#include <optional>

#include "geo/network/engine/source_sweeper.h"
#include "tests/bench/baselines.h"
#include "tests/bench/measure.h"
#include "tests/bench/works.h"

namespace pahunch::bench {

using engine::Flow;
using engine::kLanes;
using engine::SeedTable;

void bench_preparation(const BenchGraph& graph, const Prepared& /*made here anew*/) {
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
  std::optional<engine::SourceSweeper> sweeper;
  const double pruning_ms = measure_ms([&] { sweeper.emplace(metric, Flow::kFromSeeds); });
  const auto sources = make_centres(graph, kLanes, 600);
  SeedTable table(kLanes);
  for (std::size_t lane = 0; lane < kLanes; ++lane) table.add(sources[lane], lane);
  engine::LabelField field(prepared.all, engine::Width::kAllLanes, engine::Answer::kDistance);
  std::vector<double> sweep_ms;
  std::vector<double> boost_ms;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    sweep_ms.push_back(measure_ms([&] { sweeper->run(table, field); }) / kLanes);
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
  fmt::print("pruning for one metric {:.0f} ms, leaves {} of {} slots\n", pruning_ms,
             sweeper->n_slots(), prepared.all.n_slots());
  const double boost = find_median(boost_ms);
  const double sweep = find_median(sweep_ms);
  fmt::print("| many sources, all targets, a source | {:.3f} | {:.1f} | {:.0f}x | |\n", sweep,
             boost, boost / sweep);
}

}  // namespace pahunch::bench
