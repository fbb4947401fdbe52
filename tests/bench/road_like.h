/// \file
/// Networks that look like roads, of any size, by a seeded rule.
#pragma once

#include "tests/bench/bench_graphs.h"

namespace pahunch::bench {

/// About `n_nodes` junctions on a jittered lattice 100 m apart. Of the streets between neighbours
/// two thirds are there (2.7 arcs a node, as in New York; dead ends, and some parts cut off), one
/// in twelve of them one-way; every sixteenth row and column is a whole main road, three times as
/// fast.
BenchGraph make_road_like(std::uint32_t n_nodes, std::uint64_t seed);

}  // namespace pahunch::bench
