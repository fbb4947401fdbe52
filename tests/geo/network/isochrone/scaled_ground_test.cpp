#include "geo/network/isochrone/scaled_ground.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Stretches as UTM does: by the distance from a middle line.
class Stretched final : public Ground {
 public:
  [[nodiscard]] double distance_m(Xy a, Xy b) const override {
    const double off_m = (a.x_m + b.x_m) / 2 - 500'000;
    return planar_distance_m(a, b) / (0.9996 + 0.5 * std::pow(off_m / 6'371'000, 2));
  }
};

}  // namespace

TEST_CASE("short lines measured by the local scale differ by less than one part in 100 000") {
  const Stretched exact;
  const ScaledGround scaled(exact, {200'000, 2'600'000, 700'000, 3'000'000});
  Dice dice(5);
  for (int i = 0; i < 500; ++i) {
    const Xy a{dice.between(200'000, 700'000), dice.between(2'600'000, 3'000'000)};
    const Xy b{a.x_m + dice.between(-5000, 5000), a.y_m + dice.between(-5000, 5000)};
    CHECK(scaled.distance_m(a, b) == Approx(exact.distance_m(a, b)).epsilon(1e-5));
  }
}

TEST_CASE("outside the box the scale is that of its edge, and a box may be a point") {
  const PlaneGround plane;
  const ScaledGround scaled(plane, {0, 0, 0, 0});
  CHECK(scaled.distance_m({-30'000, 0}, {-30'000, 500}) == Approx(500));
}
