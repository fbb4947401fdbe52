// Every engine against Boost.Graph: random cases, and the awkward ones worked by hand.
#include "every_engine.h"

#include <catch2/catch.hpp>

namespace pahunch::engine::test {
namespace {

constexpr Ms kLastMs = kFarMs - 1;
constexpr Label kUnreached = {};

/// Arcs with their weights, seeds, and the labels from the seeds.
struct ByHand {
  std::string what;
  std::uint32_t n_nodes = 0;
  std::vector<std::pair<Arc, Ms>> roads;
  std::vector<Seed> seeds;
  std::vector<Label> expected;
};

TestGraph build(const ByHand& given) {
  std::vector<Arc> arcs;
  for (const auto& [arc, weight] : given.roads) arcs.push_back(arc);
  auto built = make_road_graph(given.n_nodes, arcs);
  TestGraph graph{std::move(built.graph), std::vector<Ms>(arcs.size())};
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    graph.weight[built.arc_of_input[i]] = given.roads[i].second;
  }
  return graph;
}

std::vector<ByHand> make_cases_by_hand() {
  return {
      {"nothing", 0, {}, {}, {}},
      {"one node, no seed", 1, {}, {}, {kUnreached}},
      {"one node, a seed", 1, {}, {{0, 5, 3}}, {{5, 3}}},
      {"two nodes apart", 2, {}, {{1, 0, 0}}, {kUnreached, {0, 0}}},
      {"a one-way", 2, {{{0, 1}, 7}}, {{0, 0, 1}}, {{0, 1}, {7, 1}}},
      {"against a one-way", 2, {{{0, 1}, 7}}, {{1, 0, 1}}, {kUnreached, {0, 1}}},
      {"a loop", 2, {{{0, 0}, 0}, {{0, 1}, 4}}, {{0, 1, 2}}, {{1, 2}, {5, 2}}},
      {"parallel arcs",
       2,
       {{{0, 1}, 9}, {{0, 1}, 3}, {{0, 1}, kFarMs}, {{0, 1}, 3}},
       {{0, 0, 0}},
       {{0, 0}, {3, 0}}},
      {"a ring of zero length",
       3,
       {{{0, 1}, 0}, {{1, 2}, 0}, {{2, 0}, 0}},
       {{0, 4, 8}, {2, 4, 6}},
       {{4, 6}, {4, 6}, {4, 6}}},
      {"everything closed",
       3,
       {{{0, 1}, kFarMs}, {{1, 2}, kFarMs}, {{2, 0}, kFarMs}},
       {{1, 0, 1}},
       {kUnreached, {0, 1}, kUnreached}},
      {"centres on one node", 2, {{{0, 1}, 1}}, {{0, 2, 9}, {0, 2, 4}}, {{2, 4}, {3, 4}}},
      {"the later centre on the node", 1, {}, {{0, 3, 1}, {0, 2, 5}}, {{2, 5}}},
      {"a tie in the middle",
       3,
       {{{0, 1}, 5}, {{2, 1}, 5}},
       {{0, 0, 7}, {2, 0, 3}},
       {{0, 7}, {5, 3}, {0, 3}}},
      {"one closer by a millisecond",
       3,
       {{{0, 1}, 5}, {{2, 1}, 6}},
       {{0, 0, 7}, {2, 0, 3}},
       {{0, 7}, {5, 7}, {0, 3}}},
      {"a node closed by the way to it",
       3,
       {{{0, 1}, 5}, {{1, 2}, kFarMs}},
       {{0, 0, 0}},
       {{0, 0}, {5, 0}, kUnreached}},
      {"the longest time of all",
       3,
       {{{0, 1}, kLastMs - 1}, {{1, 2}, 1}},
       {{0, 0, 2}},
       {{0, 2}, {kLastMs - 1, 2}, {kLastMs, 2}}},
      {"a millisecond more than that",
       3,
       {{{0, 1}, kLastMs - 1}, {{1, 2}, 2}},
       {{0, 0, 2}},
       {{0, 2}, {kLastMs - 1, 2}, kUnreached}},
      {"a seed that is closed", 2, {{{0, 1}, 1}}, {{0, kFarMs, 1}}, {kUnreached, kUnreached}},
  };
}

void require_all_agree(std::mt19937& random, const TestGraph& graph, const std::vector<Seed>& seeds,
                       Flow flow) {
  const auto expected = ask_boost(graph, seeds, flow);
  for (const auto& answer : ask_every_engine(random, graph, seeds, flow)) {
    INFO(answer.engine);
    REQUIRE(answer.labels == expected);
  }
}

}  // namespace

TEST_CASE("every engine gives the times and centres worked by hand") {
  std::mt19937 random(51);
  for (const auto& given : make_cases_by_hand()) {
    INFO(given.what);
    const auto graph = build(given);
    CHECK(ask_boost(graph, given.seeds, Flow::kFromSeeds) == given.expected);
    for (int round = 0; round < 8; ++round) {
      for (const auto& answer : ask_every_engine(random, graph, given.seeds, Flow::kFromSeeds)) {
        INFO(answer.engine);
        CHECK(answer.labels == given.expected);
      }
      require_all_agree(random, graph, given.seeds, Flow::kToSeeds);
    }
  }
}

TEST_CASE("every engine gives the times and centres of Boost on a thousand random graphs") {
  std::mt19937 random(52);
  for (int round = 0; round < 1000; ++round) {
    INFO("round " << round);
    auto graph = round % 10 == 0 ? make_grid(random, 7) : make_random_graph(random, 30);
    if (round % 50 == 1) graph.weight.assign(graph.weight.size(), kFarMs);
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
    for (const auto flow : {Flow::kFromSeeds, Flow::kToSeeds}) {
      require_all_agree(random, graph, seeds, flow);
    }
  }
}

}  // namespace pahunch::engine::test
