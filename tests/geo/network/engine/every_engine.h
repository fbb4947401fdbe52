/// \file
/// One question put to every engine.
#pragma once

#include <string>
#include <vector>

#include "geo/network/engine/slot_metric.h"
#include "test_graphs.h"

namespace pahunch::engine::test {

struct EngineAnswer {
  std::string engine;
  std::vector<Label> labels;  ///< by node
};

/// `random` chooses what must not matter: elimination orders, typical draws, states to repair from,
/// the lane that is read.
std::vector<EngineAnswer> ask_every_engine(std::mt19937& random, const TestGraph& graph,
                                           const std::vector<Seed>& seeds, Flow flow);

/// Of Boost.Graph.
std::vector<Label> ask_boost(const TestGraph& graph, const std::vector<Seed>& seeds, Flow flow);

}  // namespace pahunch::engine::test
