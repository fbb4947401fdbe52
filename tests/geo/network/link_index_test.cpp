#include "geo/network/link_index.h"

#include <catch2/catch.hpp>

#include "tests/support/brute_force.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A ground that is stretched like a map far from its standard line.
class StretchedGround final : public Ground {
 public:
  [[nodiscard]] double distance_m(Xy a, Xy b) const override {
    return 0.88 * planar_distance_m(a, b);
  }
};

std::vector<LinkIdx> all_links(const Network& network) {
  std::vector<LinkIdx> links;
  for (const LinkIdx link : indices(network.from)) links.push_back(link);
  return links;
}

/// Two parallel roads, 400 m apart, with a river between them nearer to the upper one.
const char* const kTwoBanks = R"(
A---------B


~~~~~~~~~~
C---------D)";

}  // namespace

TEST_CASE("the nearest position on each of the nearest links is found, nearest first") {
  const RoadMap map = parse_road_map(kTwoBanks);
  const PlaneGround plane;
  const Network network = build_network(map.roads, plane, {}).network;
  const LinkIndex index(network, all_links(network));
  const auto found = index.find_nearest({250, -100}, {plane});
  REQUIRE(found.size() == 2);
  CHECK(found[0].at == Xy{250, 0});
  CHECK(found[0].frac == Approx(0.25));
  CHECK(found[0].off_road_m == 100);
  CHECK(found[1].at == Xy{250, -400});
  CHECK(index.find_nearest({250, -100}, {.ground = plane, .attachments = 1}).size() == 1);
}

TEST_CASE("a position behind a barrier is passed over") {
  const RoadMap map = parse_road_map(kTwoBanks);
  const PlaneGround plane;
  const Network network = build_network(map.roads, plane, {}).network;
  const LinkIndex index(network, all_links(network));
  const BarrierIndex barriers(map.barriers);
  const auto found = index.find_nearest({250, -250}, {plane, &barriers});
  REQUIRE(found.size() == 1);
  CHECK(found[0].at == Xy{250, 0});
}

TEST_CASE("a link that runs on both banks is reached where it has a piece on the near one") {
  // Up the far bank first, over the bridge at x = 500, and back along the near bank.
  RoadLayer roads;
  Road road;
  road.line = {{0, 100}, {500, 100}, {500, -400}, {0, -400}};
  roads.roads.push_back(road);
  BarrierLayer river;
  river.barriers.push_back({"river", BarrierKind::kRiver, {{-100, 50}, {600, 50}}});
  const PlaneGround plane;
  const Network network = build_network(roads, plane, {}).network;
  const std::vector<LinkIdx> links = all_links(network);
  const BarrierIndex barriers(river);
  const auto found = LinkIndex(network, links).find_nearest({200, 0}, {plane, &barriers});
  REQUIRE(found.size() == 1);
  CHECK(found[0].at == Xy{500, 0});
}

TEST_CASE("a place exactly on a link has no leg; the ends have fractions 0 and 1") {
  const RoadMap map = parse_road_map("A----+----B");
  const PlaneGround plane;
  const Network network = build_network(map.roads, plane, {}).network;
  const LinkIndex index(network, all_links(network));
  for (const auto& [x_m, frac] : {std::pair(0.0, 0.0), {500.0, 0.5}, {1000.0, 1.0}}) {
    const auto found = index.find_nearest({x_m, 0}, {plane});
    REQUIRE(found.size() == 1);
    CHECK(found[0].off_road_m == 0);
    CHECK(found[0].frac == frac);
  }
}

TEST_CASE("nothing is found too far away, without a position, or without links") {
  const RoadMap map = parse_road_map("A---B");
  const PlaneGround plane;
  const Network network = build_network(map.roads, plane, {}).network;
  const LinkIndex index(network, all_links(network));
  CHECK(index.find_nearest({0, 501}, {.ground = plane, .max_access_m = 500}).empty());
  CHECK(index.find_nearest({0, 500}, {.ground = plane, .max_access_m = 500}).size() == 1);
  CHECK(index.find_nearest(Xy{}, {plane}).empty());
  const LinkIndex none(network, {});
  CHECK(none.empty());
  CHECK(none.find_nearest({0, 0}, {plane}).empty());
}

TEST_CASE("the index gives what a look at every piece gives") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    RandomPlan plan(dice, 5 + dice.below(30));
    const RoadLayer roads = plan.roads(1 + dice.below(40));
    const BarrierLayer barriers = plan.barriers(dice.below(5));
    const PlaneGround plane;
    const StretchedGround stretched;
    const Ground& ground = dice.one_in(2) ? static_cast<const Ground&>(plane) : stretched;
    const Network network = build_network(roads, ground, {}).network;
    const auto links = all_links(network);
    const LinkIndex index(network, links);
    const BarrierIndex barrier_index(barriers);
    const std::size_t k = 1 + dice.below(5);
    const double limit_m = dice.between(50, 500);
    for (int i = 0; i < 20; ++i) {
      const Xy place = plan.point();
      CHECK(index.find_nearest(place, {ground, &barrier_index, k, limit_m}) ==
            find_nearest_by_force({network, ground, &barriers, k, limit_m}, links, place));
    }
  }
}
