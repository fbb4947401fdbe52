#include "geo/io/osm/access.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using osm::GeneralKeys;
using test::TagText;

namespace {

/// The vehicles that may use it, in words.
std::string access(const TagText& text, VehicleSet by_default = VehicleSet::all(),
                   GeneralKeys keys = GeneralKeys::kNarrow) {
  osm::TagReport report;
  return to_string(find_access(text.tags(), by_default, keys, report));
}

constexpr VehicleSet kOnFoot = {Vehicle::kFoot};
constexpr VehicleSet kNoAuto = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kBus};

}  // namespace

TEST_CASE("without access keys the default holds") {
  CHECK(access({"highway=primary"}) == "all");
  CHECK(access({"highway=footway"}, kOnFoot) == "foot");
}

TEST_CASE("access speaks for everybody where nothing more specific does") {
  CHECK(access({"access=no"}) == "none");
  CHECK(access({"access=yes"}) == "all");
  CHECK(access({"access=permissive"}) == "all");
  CHECK(access({"access=destination"}) == "all");
  CHECK(access({"access=private"}) == "rescue");
  CHECK(access({"access=delivery"}) == "rescue");
}

TEST_CASE("vehicle and motor_vehicle leave those on foot alone") {
  CHECK(access({"vehicle=no"}) == "foot");
  CHECK(access({"motor_vehicle=no"}) == "foot");
  CHECK(access({"motor_vehicle=private"}) == "foot rescue");
}

TEST_CASE("the most specific key decides, in whatever order the keys stand") {
  CHECK(access({"access=no", "foot=yes"}) == "foot");
  CHECK(access({"foot=yes", "access=no"}) == "foot");
  CHECK(access({"access=no", "motor_vehicle=yes"}) == "car rescue shared-auto bus");
  CHECK(access({"motor_vehicle=no", "bus=yes"}) == "foot bus");
  CHECK(access({"motor_vehicle=no", "psv=yes"}) == "foot shared-auto bus");
  CHECK(access({"psv=yes", "bus=no", "motor_vehicle=no"}) == "foot shared-auto");
  CHECK(access({"motor_vehicle=no", "auto_rickshaw=designated"}) == "foot shared-auto");
  CHECK(access({"motor_vehicle=yes", "motorcar=no"}) == "foot shared-auto bus");
  CHECK(access({"foot=no"}) == "car rescue shared-auto bus");
}

TEST_CASE("emergency opens and closes a way for the rescue vehicle alone") {
  CHECK(access({"access=no", "emergency=yes"}) == "rescue");
  CHECK(access({"emergency=no"}) == "foot car shared-auto bus");
  CHECK(access({"motor_vehicle=no", "emergency=designated"}) == "foot rescue");
}

TEST_CASE("emergency as the name of a thing is no access") {
  osm::TagReport report;
  const TagText text{"emergency=fire_hydrant"};
  CHECK(find_access(text.tags(), VehicleSet::all(), GeneralKeys::kNarrow, report) ==
        VehicleSet::all());
  CHECK(report.unknown().empty());
}

TEST_CASE("a general key does not open a footpath to vehicles, a mode key does") {
  CHECK(access({"access=yes"}, kOnFoot) == "foot");
  CHECK(access({"vehicle=yes"}, kOnFoot) == "foot");
  CHECK(access({"motor_vehicle=yes"}, kOnFoot) == "all");
  CHECK(access({"motorcar=yes"}, kOnFoot) == "foot car rescue");
}

TEST_CASE("motor_vehicle=yes does not let rickshaws on a motorway") {
  CHECK(access({"motor_vehicle=yes"}, kNoAuto) == "car rescue bus");
  CHECK(access({"auto_rickshaw=yes"}, kNoAuto) == "car rescue shared-auto bus");
}

TEST_CASE("at a barrier the general key decides") {
  CHECK(access({"access=yes"}, kOnFoot, GeneralKeys::kDecide) == "all");
  CHECK(access({"vehicle=no"}, VehicleSet::all(), GeneralKeys::kDecide) == "foot");
}

TEST_CASE("an unknown value is reported and its key passed over") {
  osm::TagReport report;
  const TagText text{"motor_vehicle=sometimes", "access=no"};
  CHECK(find_access(text.tags(), VehicleSet::all(), GeneralKeys::kNarrow, report).empty());
  CHECK(report.unknown().contains("motor_vehicle=sometimes"));
  CHECK(access({"foot=unknown"}) == "all");
}
