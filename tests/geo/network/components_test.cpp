#include "geo/network/components.h"

#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Network network_of(std::string_view drawing) {
  return build_network(parse_road_map(drawing).roads, PlaneGround(), {}).network;
}

Components strong(const Network& network) {
  return find_components(network, Connection::kStrong, get_one_way_rule(network));
}

Components weak(const Network& network) {
  return find_components(network, Connection::kWeak, get_one_way_rule(network));
}

}  // namespace

TEST_CASE("an island is a component of its own, and the longer one is the main one") {
  const Network network = network_of(R"(
A--B

C-----D)");
  const Components found = strong(network);
  REQUIRE(found.components.size() == 2);
  CHECK(found.components[found.main].length_m == 600);
  CHECK(found.components[found.main].n_nodes == 2);
  CHECK(found.components[found.main].n_links == 1);
}

TEST_CASE("a one-way dead end is not strongly connected, but hangs together weakly") {
  const Network network = network_of("A---B>>>C");
  CHECK(strong(network).components.size() == 2);
  CHECK(weak(network).components.size() == 1);
}

TEST_CASE("a roundabout is one strong component") {
  const Network network = network_of(R"(
B<<<C---D
v   ^
E>>>F---G)");
  CHECK(strong(network).components.size() == 1);
}

TEST_CASE("on a tie of length the component with the lowest node is the main one") {
  const Components found = strong(network_of("A--B\n\nC--D"));
  CHECK(found.components[found.main].lowest_node == NodeIdx(0));
}

TEST_CASE("components are numbered by their lowest node and count only what is inside") {
  const Network network = network_of("A---B>>>C---D");
  const Components found = strong(network);
  REQUIRE(found.components.size() == 2);
  for (const ComponentIdx c : indices(found.components)) {
    CHECK(found.of_node[found.components[c].lowest_node] == c);
    CHECK(found.components[c].n_links == 1);  // the one-way belongs to neither
  }
  CHECK(found.components[ComponentIdx(0)].lowest_node <
        found.components[ComponentIdx(1)].lowest_node);
}

TEST_CASE("the rule decides which links connect") {
  const Network network = network_of("A---B...C");
  const auto only_roads = [&](LinkIdx link) {
    const bool road = network.kinds[network.kind[link]].road_class == "road";
    return OpenWays{road, road};
  };
  const Components found = find_components(network, Connection::kWeak, {only_roads});
  CHECK(found.components.size() == 2);
  std::size_t n_in_main = 0;
  for (const LinkIdx link : indices(network.from)) n_in_main += found.link_in_main[link];
  CHECK(n_in_main == 1);
}

TEST_CASE("an empty network has no main component") {
  const Network network = build_network({}, PlaneGround(), {}).network;
  CHECK(strong(network).components.empty());
  CHECK_FALSE(strong(network).main.valid());
}

TEST_CASE("bridges with a loose end are found") {
  const Network network = network_of("A---B===C\n|\nD===E---F");
  const auto found = find_dead_end_bridges(network);
  REQUIRE(found.size() == 1);
  CHECK(network.length_m[found.front()] == 400);
  CHECK(network.bridge[found.front()]);
}
