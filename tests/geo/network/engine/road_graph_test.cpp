#include "geo/network/engine/road_graph.h"

#include <catch2/catch.hpp>

namespace pahunch::engine {

TEST_CASE("arcs are sorted by tail and keep their order among one tail") {
  const std::vector<Arc> arcs = {{1, 0}, {0, 2}, {1, 2}, {0, 1}};
  const auto built = make_road_graph(3, arcs);
  CHECK(built.graph.first_arc == std::vector<std::uint32_t>{0, 2, 4, 4});
  CHECK(built.graph.head == std::vector<std::uint32_t>{2, 1, 0, 2});
  CHECK(built.arc_of_input == std::vector<std::uint32_t>{2, 0, 3, 1});
}

TEST_CASE("a graph of no nodes has no arcs") {
  const auto built = make_road_graph(0, {});
  CHECK(built.graph.n_nodes() == 0);
  CHECK(built.graph.n_arcs() == 0);
}

TEST_CASE("reversed arcs lead back") {
  const std::vector<Arc> arcs = {{0, 1}, {0, 2}};
  const auto built = reverse_arcs(make_road_graph(3, arcs).graph);
  CHECK(built.graph.tail == std::vector<std::uint32_t>{1, 2});
  CHECK(built.graph.head == std::vector<std::uint32_t>{0, 0});
}

TEST_CASE("renumbered nodes keep their arcs") {
  const std::vector<Arc> arcs = {{0, 1}, {1, 2}};
  const std::vector<std::uint32_t> new_of_old = {2, 0, 1};
  const auto built = renumber_nodes(make_road_graph(3, arcs).graph, new_of_old);
  CHECK(built.graph.tail == std::vector<std::uint32_t>{0, 2});
  CHECK(built.graph.head == std::vector<std::uint32_t>{1, 0});
  CHECK(built.arc_of_input == std::vector<std::uint32_t>{1, 0});
}

}  // namespace pahunch::engine
