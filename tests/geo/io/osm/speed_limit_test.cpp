#include "geo/io/osm/speed_limit.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

constexpr double kNone = -1, kUnknown = -2;

/// Km/h, or that there is no limit, or that the value was not understood.
double limit(const TagText& text) {
  osm::TagReport report;
  const auto km_h = find_speed_limit_km_h(text.tags(), report);
  if (!report.unknown().empty()) return kUnknown;
  return km_h.value_or(kNone);
}
double maxspeed(const std::string& value) { return limit({"maxspeed=" + value}); }

double duration(const std::string& value) {
  osm::TagReport report;
  const TagText text{"duration=" + value};
  const auto seconds = find_duration_s(text.tags(), report);
  if (!report.unknown().empty()) return kUnknown;
  return seconds.value_or(kNone);
}

}  // namespace

TEST_CASE("a speed limit is in km/h unless it has another unit") {
  CHECK(maxspeed("50") == 50);
  CHECK(maxspeed("50 km/h") == 50);
  CHECK(maxspeed("50kmh") == 50);
  CHECK(maxspeed("7.5") == 7.5);
  CHECK(maxspeed("30 mph") == Approx(48.28032));
  CHECK(maxspeed("30mph") == Approx(48.28032));
  CHECK(maxspeed("10 knots") == Approx(18.52));
}

TEST_CASE("words for speeds are known") {
  CHECK(maxspeed("walk") == 5);
  CHECK(maxspeed("none") == kNone);
  CHECK(maxspeed("signals") == kNone);
  CHECK(maxspeed("IN:urban") == 70);
  CHECK(maxspeed("IN:motorway") == 120);
  CHECK(maxspeed("FR:urban") == 50);
  CHECK(maxspeed("DE:rural") == 90);
  CHECK(limit({"highway=primary"}) == kNone);
}

TEST_CASE("of several limits the lowest counts") {
  CHECK(maxspeed("80;50") == 50);
  CHECK(maxspeed("100|80|60") == 60);
  CHECK(limit({"maxspeed=80", "maxspeed:backward=40"}) == 40);
  CHECK(limit({"maxspeed:forward=60", "maxspeed:backward=70"}) == 60);
}

TEST_CASE("a limit that is not understood is reported and not used") {
  for (const std::string value : {"fast", "50 furlongs", "-30", "0", "1e9", "99999", "inf", "nan",
                                  "50 60", "IN:", ":urban2", "x:"}) {
    CAPTURE(value);
    CHECK(maxspeed(value) == kUnknown);
  }
}

TEST_CASE("a duration is minutes, a clock, or ISO 8601") {
  CHECK(duration("20") == 1200);
  CHECK(duration("01:30") == 5400);
  CHECK(duration("00:05:30") == 330);
  CHECK(duration("PT1H30M") == 5400);
  CHECK(duration("PT45S") == 45);
}

TEST_CASE("a duration that is not understood is reported") {
  for (const std::string value : {"soon", "1:2:3:4", "0", "PT", "PT5", "PT5X", "5 min"}) {
    CAPTURE(value);
    CHECK(duration(value) == kUnknown);
  }
  CHECK(duration(" ") == kNone);
}
