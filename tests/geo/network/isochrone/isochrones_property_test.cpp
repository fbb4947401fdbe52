// What must hold of isochrones whatever the network.
#include <catch2/catch.hpp>

#include "geo/model/inside.h"
#include "geo/model/repair_shape.h"
#include "geo/network/isochrone/isochrones.h"
#include "tests/geo/network/isochrone/random_field.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<TravelTime> kLimits = {TravelTime(120'000), TravelTime(400'000),
                                         TravelTime(1'000'000)};

Isochrones isochrones_of(const RandomField& f, std::span<const SiteIdx> open, double cell_m) {
  const TravelInputs inputs = f.inputs();
  SilentProgress silent;
  return find_isochrones({inputs, f.options, open, kLimits}, {cell_m, 10'000}, silent);
}

double area_of(const MultiPolygon& shape) {
  double twice = 0;
  const auto add = [&](const Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      twice += ring[i].x_m * ring[i + 1].y_m - ring[i + 1].x_m * ring[i].y_m;
    }
  };
  for (const Polygon& polygon : shape) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return twice / 2;
}

}  // namespace

TEST_CASE("isochrones of random networks are valid, nested and hold their centres") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const RandomField f(seed);
    const Isochrones found = isochrones_of(f, f.open, 40);
    REQUIRE(found.areas.size() == kLimits.size());
    for (std::size_t i = 0; i < found.areas.size(); ++i) {
      INFO("seed " << seed << ", limit " << i);
      CHECK(repair_shape(found.areas[i]).state == ShapeState::kValid);
      const auto centres = find_inside(found.areas[i], std::span(f.sites).first(3));
      CHECK(centres == std::vector<bool>(3, true));
      if (i == 0) continue;
      for (const Polygon& inner : found.areas[i - 1]) {
        CHECK(find_inside(found.areas[i], inner.outer) ==
              std::vector<bool>(inner.outer.size(), true));
      }
    }
  }
}

TEST_CASE("one more centre makes no area smaller") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const RandomField f(seed);
    const Isochrones fewer = isochrones_of(f, std::span(f.open).first(1), 40);
    const Isochrones more = isochrones_of(f, f.open, 40);
    for (std::size_t i = 0; i < kLimits.size(); ++i) {
      INFO("seed " << seed << ", limit " << i);
      CHECK(area_of(more.areas[i]) >= 0.999 * area_of(fewer.areas[i]));
    }
  }
}

TEST_CASE("places are on the side of the outlines that their own time says, but for few") {
  std::size_t n = 0, n_wrong = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    RandomField f(seed);
    for (int i = 0; i < 100; ++i)
      f.places.push_back({f.dice.between(0, 1200), f.dice.between(0, 1200)});
    const TravelInputs inputs = f.inputs();
    SilentProgress silent;
    const auto nearest = make_reference_model(inputs, f.options, silent)->nearest(f.open);
    const Isochrones found = isochrones_of(f, f.open, 10);
    for (std::size_t i = 0; i < kLimits.size(); ++i) {
      const auto inside = find_inside(found.areas[i], f.places);
      for (const PlaceIdx place : indices(nearest)) {
        ++n;
        if (inside[place.value()] != (nearest[place].time <= kLimits[i])) ++n_wrong;
      }
    }
  }
  CHECK(n > 15'000);
  CHECK(static_cast<double>(n_wrong) < 0.02 * static_cast<double>(n));
}

TEST_CASE("reached roads are parts of their links in order, each by its first limit") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const RandomField f(seed);
    const TravelInputs inputs = f.inputs();
    const auto roads = find_reached_roads({inputs, f.options, f.open, kLimits});
    for (std::size_t i = 0; i < roads.size(); ++i) {
      CHECK(roads[i].piece.from_frac < roads[i].piece.to_frac);
      if (i == 0 || roads[i].piece.link != roads[i - 1].piece.link) continue;
      CHECK(roads[i].piece.from_frac >= roads[i - 1].piece.to_frac);
    }
  }
}

TEST_CASE("a cell that is not given is chosen, and said") {
  const RandomField f(2);
  CHECK(isochrones_of(f, f.open, 0).cell_m == 50);
  CHECK(isochrones_of(f, f.open, 30).cell_m == 30);
}
