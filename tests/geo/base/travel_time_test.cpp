#include "geo/base/travel_time.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("unreachable absorbs every sum and is later than every time") {
  CHECK_FALSE((TravelTime::unreachable() + TravelTime(5)).reachable());
  CHECK(TravelTime(TravelTime::kMaxMs) < TravelTime::unreachable());
}

TEST_CASE("a sum that would not fit is unreachable, never small") {
  CHECK_FALSE((TravelTime(TravelTime::kMaxMs) + TravelTime(TravelTime::kMaxMs)).reachable());
  CHECK_FALSE(TravelTime(0xFFFFFFFFU).reachable());
  CHECK_FALSE(TravelTime::from_seconds(1e300).reachable());
}

TEST_CASE("a time is rounded to the nearest millisecond") {
  CHECK(TravelTime::from_seconds(0.0015).ms() == 2);
  CHECK(TravelTime::from_seconds(0.0014).ms() == 1);
  CHECK(TravelTime::from_minutes(60).ms() == 3'600'000);
}

TEST_CASE("a limit is met exactly, to the millisecond") {
  CHECK(TravelTime(3'600'000) <= TravelTime::from_minutes(60));
  CHECK(TravelTime(3'600'001) > TravelTime::from_minutes(60));
}
