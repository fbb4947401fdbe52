#include "sim/demand/reporting.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace pahunch;

TEST_CASE("reporting by distance worked by hand") {
  const Reporting reporting(0.5);
  CHECK(reporting.share(TravelTime()) == 1.0);
  CHECK(reporting.share(TravelTime::from_minutes(30)) == Approx(std::sqrt(0.5)).epsilon(1e-14));
  CHECK(reporting.share(TravelTime::from_minutes(60)) == Approx(0.5).epsilon(1e-14));
  CHECK(reporting.share(TravelTime::from_minutes(120)) == Approx(0.25).epsilon(1e-14));
  CHECK(reporting.share(TravelTime::from_minutes(600)) == Approx(0.0009765625).epsilon(1e-14));
}

TEST_CASE("without decay everybody reports who can travel, however far") {
  const Reporting reporting(1);
  CHECK(reporting.share(TravelTime()) == 1.0);
  CHECK(reporting.share(TravelTime(TravelTime::kMaxMs)) == 1.0);
}

TEST_CASE("who cannot travel reports nothing, whatever the decay") {
  for (const double at_hour : {0.01, 0.5, 1.0}) {
    CHECK(Reporting(at_hour).share(TravelTime::unreachable()) == 0.0);
  }
}

TEST_CASE("reporting lies within 0 and 1, falls with time and rises with the share at an hour") {
  for (const double at_hour : {0.1, 0.3, 0.5, 0.9}) {
    const Reporting reporting(at_hour), milder(at_hour + 0.1);
    double nearer = 1;
    for (int minutes = 1; minutes <= 600; minutes += 7) {
      const TravelTime time = TravelTime::from_minutes(minutes);
      const double share = reporting.share(time);
      CHECK((share > 0 && share < nearer));
      CHECK(milder.share(time) > share);
      nearer = share;
    }
  }
}

TEST_CASE("reporting is that of the C library to a few units in the last place") {
  for (const double at_hour : {0.1, 0.37, 0.99}) {
    const Reporting reporting(at_hour);
    for (std::uint32_t ms = 1; ms < 20'000'000; ms = ms * 3 + 1) {
      const double expected = std::pow(at_hour, ms / 3'600'000.0);
      const double units = std::numeric_limits<double>::epsilon() * expected;
      CHECK(std::fabs(reporting.share(TravelTime(ms)) - expected) <= 40 * units);
    }
  }
}
