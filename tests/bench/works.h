/// \file
/// What is measured on one graph. Each prints rows of the table in README.md.
#pragma once

#include "geo/network/engine/elimination.h"
#include "tests/bench/bench_graphs.h"

namespace pahunch::bench {

inline constexpr std::uint32_t kLowDegree = 8;

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

void bench_preparation(const BenchGraph& graph, const Prepared& prepared);
void bench_many_sources(const BenchGraph& graph, const Prepared& prepared);
void bench_draws(const BenchGraph& graph, const Prepared& prepared);
void bench_two_sets(const BenchGraph& graph, const Prepared& prepared);
void bench_repair(const BenchGraph& graph, const Prepared& prepared);
void bench_threads(const BenchGraph& graph, const Prepared& prepared);

/// Road-like networks of 33 500 nodes, twice that, and so on; a row each in a file.
void bench_growth(const char* csv, std::uint32_t max_nodes);

}  // namespace pahunch::bench
