/// \file
/// Small random graphs with everything that is awkward in roads, and what Boost.Graph says of them.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "geo/network/engine/label_field.h"

namespace pahunch::engine::test {

/// Arcs of zero length, parallel, one-way and closed ones, loops, parts that hang apart.
struct TestGraph {
  RoadGraph graph;
  std::vector<Ms> weight;  ///< by arc
};

/// A number from 0 to below - 1.
inline std::uint32_t draw(std::mt19937& random, std::uint32_t below) {
  return static_cast<std::uint32_t>(random() % below);
}

/// A random graph of 1 to `max_nodes` nodes. Small weights, so that ties abound.
TestGraph make_random_graph(std::mt19937& random, std::uint32_t max_nodes);

/// A grid of streets, `side` by `side`, some of them one-way.
TestGraph make_grid(std::mt19937& random, std::uint32_t side);

/// New weights: zero, small, closed, or so large that their sums saturate.
std::vector<Ms> make_random_weights(std::mt19937& random, std::size_t n);

/// The same weight both ways between any two nodes.
TestGraph make_symmetric(const TestGraph& graph);

std::vector<Seed> make_random_seeds(std::mt19937& random, std::uint32_t n_nodes,
                                    std::uint32_t max_seeds);

/// Distance and label of a node; unreached: kFarMs and kNone.
struct Label {
  Ms distance = kFarMs;
  std::uint32_t label = kNone;
  friend bool operator==(const Label&, const Label&) = default;
};

/// By node: Dijkstra of Boost.Graph over (distance, label) pairs.
std::vector<Label> find_labels_by_boost(const RoadGraph& graph, const std::vector<Ms>& weight,
                                        const std::vector<Seed>& seeds);

/// The same for the ways to the seeds.
std::vector<Label> find_labels_to_seeds_by_boost(const RoadGraph& graph,
                                                 const std::vector<Ms>& weight,
                                                 const std::vector<Seed>& seeds);

/// The seeds in all lanes.
SeedTable make_table(const std::vector<Seed>& seeds, Width width);

/// By node, of one lane.
std::vector<Label> get_labels(const LabelField& field, const RoadGraph& graph, std::size_t lane);

}  // namespace pahunch::engine::test
