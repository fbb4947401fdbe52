/// \file
/// Public road graphs, and seeded draws of road states on them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/network/engine/seeds.h"

namespace pahunch::bench {

struct BenchGraph {
  std::string name;
  engine::RoadGraph graph;
  std::vector<engine::Ms> base;  ///< by arc
  std::vector<Xy> at;            ///< by node, or empty
};

/// From arcs in any order, with a weight each.
BenchGraph build_bench_graph(std::string name, std::uint32_t n_nodes,
                             const std::vector<engine::Arc>& arcs,
                             const std::vector<engine::Ms>& weight);

/// DIMACS New York, travel times.
BenchGraph load_new_york(const std::filesystem::path& networks);

/// The Florida road topology (needs the program xz), both ways, with weights 500 .. 4499 by a
/// seeded rule. No coordinates.
BenchGraph load_florida(const std::filesystem::path& networks);

enum class DrawKind : std::uint8_t {
  kSpeeds,   ///< every arc x U[0.5, 2)
  kClosed,   ///< 10% of arcs closed at random
  kScatter,  ///< every arc x 10^U[0, 2)
};

/// Weights of one draw, by arc: a pure function of kind, draw number and arc.
std::vector<engine::Ms> make_draw(const BenchGraph& graph, DrawKind kind, std::uint64_t draw);

/// Seeds at nodes chosen by hash, labelled 0, 1, ….
std::vector<engine::Seed> make_centres(const BenchGraph& graph, std::uint32_t n_centres,
                                       std::uint64_t salt);

/// The seeds in all lanes.
engine::SeedTable make_table(const std::vector<engine::Seed>& seeds, std::size_t n_lanes);

/// A hash of two numbers (splitmix64 finaliser).
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

}  // namespace pahunch::bench
