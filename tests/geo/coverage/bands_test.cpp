#include "geo/coverage/bands.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

Bands bands(std::vector<double> limits_min) { return Bands::from_minutes(limits_min); }

}  // namespace

TEST_CASE("a band's limit is inclusive to the millisecond") {
  const Bands two = bands({30, 60});
  CHECK(two.n_bands() == 3);
  CHECK(two.band_of(TravelTime(0)) == 0);
  CHECK(two.band_of(TravelTime(1'800'000)) == 0);
  CHECK(two.band_of(TravelTime(1'800'001)) == 1);
  CHECK(two.band_of(TravelTime(3'600'000)) == 1);
  CHECK(two.band_of(TravelTime(3'600'001)) == 2);
}

TEST_CASE("the largest band is the last limit") {
  CHECK(bands({30, 90}).largest() == TravelTime::from_minutes(90));
  CHECK(bands({30, 90}).limits_min() == std::vector<double>{30, 90});
}

TEST_CASE("bands that cannot be are refused") {
  CHECK_THROWS_AS(bands({}), ConfigError);
  CHECK_THROWS_WITH(bands({}), Catch::Contains("no band has a limit"));
  CHECK_THROWS_WITH(bands({0}), Catch::Contains("cannot end at 0 minutes"));
  CHECK_THROWS_WITH(bands({std::nan("")}), Catch::Contains("cannot end at nan minutes"));
  CHECK_THROWS_WITH(bands({60, 30}), Catch::Contains("of 30 minutes does not come after 60"));
  CHECK_THROWS_WITH(bands({30, 30.000001}), Catch::Contains("does not come after 30"));
  CHECK_THROWS_WITH(bands({1e9}), Catch::Contains("is too long"));
}
