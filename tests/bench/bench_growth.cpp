#include <fmt/core.h>

#include <fstream>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/engine/source_sweeper.h"
#include "tests/bench/baselines.h"
#include "tests/bench/measure.h"
#include "tests/bench/road_like.h"
#include "tests/bench/works.h"

namespace pahunch::bench {

using engine::Flow;
using engine::kLanes;
using engine::Ms;

namespace {

struct Growth {
  std::uint32_t n_nodes = 0, n_arcs = 0, n_slots = 0;
  double order_ms = 0, elimination_ms = 0, draw_ms = 0, source_ms = 0, boost_ms = 0;
  double constant_mib = 0;  ///< graph, order and engine
  double batch_mib = 0;     ///< one batch besides
};

void measure_draws(const BenchGraph& graph, const engine::EliminationOrder& order, Growth& result) {
  const auto centres = make_centres(graph, 1 + graph.graph.n_nodes() / 4000, 65);
  const engine::DrawEngine fast({.graph = graph.graph,
                                 .order = order,
                                 .base = graph.base,
                                 .seed_sets = std::span(&centres, 1),
                                 .flow = Flow::kFromSeeds});
  result.constant_mib = get_now_mib() - result.constant_mib;
  const double before_mib = get_now_mib();
  engine::DrawEngine::Batch batch(fast);
  std::vector<Ms> lanes(graph.base.size() * kLanes);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    lanes[i] = static_cast<Ms>(graph.base[i / kLanes] * (128 + (mix(9, i) >> 56)) / 256);
  }
  const double lanes_mib = static_cast<double>(lanes.size() * sizeof(Ms)) / (1 << 20);
  const auto table = make_table(centres, kLanes);
  result.draw_ms = repeat_ms([&] {
                     batch.set_draws(engine::take_lane_weights(lanes));
                     batch.find_nearest(table);
                   }) /
                   kLanes;
  result.batch_mib = get_now_mib() - before_mib - lanes_mib;

  const auto& found = batch.find_nearest(table);
  std::vector<Ms> weight(graph.base.size());
  for (std::size_t a = 0; a < weight.size(); ++a) weight[a] = lanes[a * kLanes];
  BoostDijkstra boost(graph.graph, centres);
  boost.set_weights(weight);
  result.boost_ms = measure_ms([&] { boost.run(); });
  const auto& expected = boost.run();
  bool equal = true;
  for (std::uint32_t v = 0; v < graph.graph.n_nodes(); ++v) {
    equal = equal && found.distance(v, 0) == expected[v];
  }
  require_equal(equal, "growth");
}

void measure_sources(const BenchGraph& graph, const engine::Elimination& all, Growth& result) {
  engine::SlotMetric metric(all, engine::Width::kOne, engine::Symmetry::kDirected);
  metric.customise(engine::take_weights(graph.base));
  const engine::SourceSweeper sweeper(metric, Flow::kFromSeeds);
  const auto sources = make_centres(graph, kLanes, 600);
  engine::SeedTable table(kLanes);
  for (std::size_t lane = 0; lane < kLanes; ++lane) table.add(sources[lane], lane);
  engine::LabelField field(all, engine::Width::kAllLanes, engine::Answer::kDistance);
  result.source_ms = repeat_ms([&] { sweeper.run(table, field); }) / kLanes;
}

Growth measure(std::uint32_t n_nodes) {
  Growth result;
  result.constant_mib = get_now_mib();
  const auto graph = make_road_like(n_nodes, 2024);
  result.n_nodes = graph.graph.n_nodes();
  result.n_arcs = graph.graph.n_arcs();
  engine::EliminationOrder order;
  result.order_ms =
      measure_ms([&] { order = engine::find_order(graph.graph, graph.at, kLowDegree); });
  measure_draws(graph, order, result);
  engine::Elimination all;
  result.elimination_ms =
      measure_ms([&] { all = engine::eliminate(graph.graph, order, engine::Extent::kAll); });
  result.n_slots = all.n_slots();
  measure_sources(graph, all, result);
  return result;
}

}  // namespace

void bench_growth(const char* csv, std::uint32_t max_nodes) {
  std::ofstream out(csv);
  out << "nodes,arcs,slots,preparation_us_a_node,draw_ns_a_node,source_ns_a_node,boost_ns_a_node,"
         "constant_bytes_an_arc,batch_bytes_an_arc\n";
  for (std::uint32_t n_nodes = 33500; n_nodes <= max_nodes; n_nodes *= 2) {
    const auto g = measure(n_nodes);
    const auto a_node = [&](double ms) { return ms * 1e6 / g.n_nodes; };
    const auto an_arc = [&](double mib) { return mib * (1 << 20) / g.n_arcs; };
    const auto row = fmt::format("{},{},{},{:.2f},{:.2f},{:.3f},{:.1f},{:.0f},{:.0f}\n", g.n_nodes,
                                 g.n_arcs, g.n_slots, a_node(g.order_ms + g.elimination_ms) / 1e3,
                                 a_node(g.draw_ms), a_node(g.source_ms), a_node(g.boost_ms),
                                 an_arc(g.constant_mib), an_arc(g.batch_mib));
    out << row << std::flush;
    fmt::print("{}", row);
  }
}

}  // namespace pahunch::bench
