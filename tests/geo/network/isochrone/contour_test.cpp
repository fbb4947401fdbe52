// Outlines on small grids drawn as text, and what must hold on random ones.
#include "geo/network/isochrone/contour.h"

#include <catch2/catch.hpp>
#include <string>

#include "geo/model/inside.h"
#include "geo/model/repair_shape.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Digits are minutes, '.' is never; the last line is the southern one. A cell is 100 m.
TimeGrid parse_grid(const std::vector<std::string>& rows) {
  TimeGrid grid;
  grid.frame = {{0, 0},
                100,
                static_cast<std::uint32_t>(rows[0].size()),
                static_cast<std::uint32_t>(rows.size())};
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    for (const char c : *row) {
      grid.ms.push_back(c == '.' ? TimeGrid::kNever : static_cast<std::uint32_t>(c - '0') * 60'000);
    }
  }
  return grid;
}

constexpr double kMinute = 60'000;

double area_m2(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    twice += ring[i].x_m * ring[i + 1].y_m - ring[i + 1].x_m * ring[i].y_m;
  }
  return twice / 2;
}

TimeGrid random_grid(Dice& dice) {
  TimeGrid grid;
  grid.frame = {{500, -200}, 100, 14, 11};
  for (std::uint32_t y = 0; y < grid.frame.n_y; ++y) {
    for (std::uint32_t x = 0; x < grid.frame.n_x; ++x) {
      const bool border = x == 0 || y == 0 || x == 13 || y == 10;
      const bool never = border || dice.one_in(6);
      grid.ms.push_back(never ? TimeGrid::kNever
                              : static_cast<std::uint32_t>(dice.below(8)) * 60'000);
    }
  }
  return grid;
}

std::vector<Xy> corners_within(const TimeGrid& grid, double limit_ms, bool within) {
  std::vector<Xy> corners;
  for (std::uint32_t y = 0; y < grid.frame.n_y; ++y) {
    for (std::uint32_t x = 0; x < grid.frame.n_x; ++x) {
      if ((grid.ms[grid.frame.index(x, y)] <= limit_ms) == within) {
        corners.push_back(grid.frame.at(x, y));
      }
    }
  }
  return corners;
}

}  // namespace

TEST_CASE("one corner inside becomes a diamond cut where the time is the limit") {
  const TimeGrid grid = parse_grid({"...", ".0.", "..."});
  TimeGrid even = grid;
  for (auto& ms : even.ms) ms = ms == TimeGrid::kNever ? 240'000 : ms;
  const MultiPolygon shape = contour(even, kMinute, {});
  REQUIRE(shape.size() == 1);
  CHECK(shape[0].holes.empty());
  CHECK(area_m2(shape[0].outer) == Approx(2 * 25 * 25));
}

TEST_CASE("where times jump the outline runs at the middle, or as far as the walk goes") {
  const TimeGrid grid = parse_grid({"...", ".0.", "..."});
  CHECK(area_m2(contour(grid, 9 * kMinute, {.cell_walk_ms = kMinute})[0].outer) ==
        Approx(2 * 50 * 50));
  CHECK(area_m2(contour(grid, 0.2 * kMinute, {.cell_walk_ms = kMinute})[0].outer) ==
        Approx(2 * 20 * 20));
}

TEST_CASE("a hole runs clockwise, and an island in it is a polygon of its own") {
  const TimeGrid grid = parse_grid(
      {".........", ".1111111.", ".1.....1.", ".1..1..1.", ".1.....1.", ".1111111.", "........."});
  const MultiPolygon shape = contour(grid, kMinute, {});
  REQUIRE(shape.size() == 2);
  REQUIRE(shape[0].holes.size() == 1);
  CHECK(area_m2(shape[0].outer) > 0);
  CHECK(area_m2(shape[0].holes[0]) < 0);
  CHECK(shape[1].holes.empty());
  CHECK(find_inside(shape, std::vector<Xy>{{100, 100}, {250, 250}, {400, 300}}) ==
        std::vector<bool>{true, false, true});
}

TEST_CASE("holes below the size are filled with the islands in them, larger ones kept") {
  const TimeGrid grid = parse_grid(
      {".........", ".1111111.", ".1.1...1.", ".1.1.1.1.", ".1.1...1.", ".1111111.", "........."});
  const MultiPolygon kept = contour(grid, kMinute, {.min_hole_corners = 3});
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].holes.size() == 2);
  const MultiPolygon one = contour(grid, kMinute, {.min_hole_corners = 4});
  REQUIRE(one.size() == 2);
  CHECK(one[0].holes.size() == 1);
  const MultiPolygon none = contour(grid, kMinute, {.min_hole_corners = 9});
  REQUIRE(none.size() == 1);
  CHECK(none[0].holes.empty());
}

TEST_CASE("the two insides of a saddle stay apart") {
  const TimeGrid grid = parse_grid({"....", "..1.", ".1..", "...."});
  CHECK(contour(grid, kMinute, {}).size() == 2);
}

TEST_CASE("corners that are always inside are, and nothing gives nothing") {
  const TimeGrid grid = parse_grid({"...", "...", "..."});
  CHECK(contour(grid, kMinute, {}).empty());
  const MultiPolygon shape = contour(grid, kMinute, {.cell_walk_ms = 1, .always_inside = {4}});
  REQUIRE(shape.size() == 1);
  CHECK(find_inside(shape, std::vector<Xy>{{100, 100}, {150, 150}}) ==
        std::vector<bool>{true, false});
}

TEST_CASE("outlines of random grids are valid, nested, and part the corners at the limit") {
  Dice dice(3);
  for (int round = 0; round < 200; ++round) {
    const TimeGrid grid = random_grid(dice);
    const ContourRule rule{.cell_walk_ms = dice.one_in(2) ? 0.0 : 90'000.0};
    MultiPolygon before;
    for (double limit = 0; limit <= 8; ++limit) {
      INFO("round " << round << ", limit " << limit);
      const MultiPolygon shape = contour(grid, limit * kMinute, rule);
      if (shape.empty()) continue;
      CHECK(repair_shape(shape).state == ShapeState::kValid);
      const auto in = corners_within(grid, limit * kMinute, true);
      const auto out = corners_within(grid, limit * kMinute, false);
      CHECK(find_inside(shape, in) == std::vector<bool>(in.size(), true));
      CHECK(find_inside(shape, out) == std::vector<bool>(out.size(), false));
      for (const Polygon& polygon : before) {
        CHECK(find_inside(shape, polygon.outer) == std::vector<bool>(polygon.outer.size(), true));
      }
      before = shape;
    }
  }
}

TEST_CASE("outlines with filled holes are valid and nested too") {
  Dice dice(4);
  for (int round = 0; round < 100; ++round) {
    const TimeGrid grid = random_grid(dice);
    const ContourRule rule{90'000.0, 1 + dice.below(8), {grid.frame.index(5, 5)}};
    MultiPolygon before;
    for (double limit = 0; limit <= 8; ++limit) {
      INFO("round " << round << ", limit " << limit);
      const MultiPolygon shape = contour(grid, limit * kMinute, rule);
      CHECK(repair_shape(shape).state == ShapeState::kValid);
      for (const Polygon& polygon : before) {
        CHECK(find_inside(shape, polygon.outer) == std::vector<bool>(polygon.outer.size(), true));
      }
      before = shape;
    }
  }
}
