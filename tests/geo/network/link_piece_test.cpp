#include "geo/network/link_piece.h"

#include <catch2/catch.hpp>

#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// One link: 300 m east, 300 m north, 300 m east.
Network stairs() {
  return build_network(parse_road_map(R"(
   C--D
   |
   |
A--B)")
                           .roads,
                       PlaneGround(), {})
      .network;
}

}  // namespace

TEST_CASE("the times of pieces that follow each other add up to the whole, whatever the cuts") {
  Dice dice(3);
  for (int i = 0; i < 500; ++i) {
    const TravelTime whole(static_cast<std::uint32_t>(dice.below(100'000)));
    const double f = dice.between(0, 1);
    const double g = dice.between(f, 1);
    CHECK(piece_time(whole, 0, f) + piece_time(whole, f, g) + piece_time(whole, g, 1) == whole);
    CHECK(piece_time(whole, f, g) == piece_time(whole, g, f));
  }
}

TEST_CASE("a piece runs from position to position, through the points between") {
  const Network network = stairs();
  REQUIRE(network.n_links() == 1);
  const LinkPiece piece{LinkIdx(0), 1.0 / 9, 5.0 / 9};
  const auto line = piece_line(network, piece);
  REQUIRE(line.size() == 3);
  CHECK(line[0].x_m == Approx(100));
  CHECK(line[1] == Xy{300, -300});
  CHECK(line[2].y_m == Approx(-100));
  CHECK(piece_length_m(network, piece) == Approx(400));
}

TEST_CASE("backwards a piece is the same line turned round") {
  const Network network = stairs();
  auto turned = piece_line(network, {LinkIdx(0), 0.8, 0.2});
  std::reverse(turned.begin(), turned.end());
  CHECK(turned == piece_line(network, {LinkIdx(0), 0.2, 0.8}));
}

TEST_CASE("a whole link has all its points; a piece without length two equal ones") {
  const Network network = stairs();
  CHECK(piece_line(network, {LinkIdx(0), 0, 1}).size() == 4);
  const auto spot = piece_line(network, {LinkIdx(0), 1.0 / 3, 1.0 / 3});
  REQUIRE(spot.size() == 2);
  CHECK(spot[0] == spot[1]);
}

TEST_CASE("a link without length has a line too") {
  RoadLayer roads;
  Road road;
  road.line = {{5, 5}, {5, 5}};
  roads.roads.push_back(road);
  const Network network = build_network(roads, PlaneGround(), {}).network;
  CHECK(piece_line(network, {LinkIdx(0), 0, 1}) == Polyline{{5, 5}, {5, 5}});
}
