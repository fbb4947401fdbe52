#include "geo/io/osm/turn_restrictions.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using namespace pahunch::osm;
using test::TagText;

namespace {

const VehicleSet kMotors = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto, Vehicle::kBus};
const RestrictionMembers kThree = {{1}, {2}, {3}};

std::vector<Restriction> read(const TagText& text, const RestrictionMembers& members = kThree) {
  TagReport report;
  return find_restrictions(text.tags(), members, report);
}

VehicleSet bound(const std::string& tag, const std::string& except = "except=") {
  const auto found = read({"type=restriction", tag, except});
  REQUIRE(found.size() == 1);
  return found.front().vehicles;
}

std::string refusal(const RestrictionMembers& members,
                    const std::string& tag = "restriction=no_left_turn") {
  return read({"type=restriction", tag}, members).front().refusal;
}

}  // namespace

TEST_CASE("a restriction binds all but those on foot") {
  const auto found = read({"type=restriction", "restriction=only_straight_on"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().kind == "only_straight_on");
  CHECK(found.front().vehicles == kMotors);
  CHECK(found.front().refusal.empty());
  CHECK(read({"type=route", "restriction=no_left_turn"}).empty());
}

TEST_CASE("a mode's own restriction binds its vehicles") {
  CHECK(bound("restriction:motorcar=no_u_turn") == VehicleSet{Vehicle::kCar, Vehicle::kRescue});
  CHECK(bound("restriction:motor_vehicle=no_u_turn") == kMotors);
  CHECK(bound("restriction:bus=no_u_turn") == VehicleSet{Vehicle::kBus});
  CHECK(bound("restriction:psv=no_u_turn") == VehicleSet{Vehicle::kSharedAuto, Vehicle::kBus});
  CHECK(bound("restriction:hgv=no_u_turn").empty());
}

TEST_CASE("those excepted are not bound") {
  const std::string tag = "restriction=no_left_turn";
  CHECK(bound(tag, "except=psv") == VehicleSet{Vehicle::kCar, Vehicle::kRescue});
  CHECK(bound(tag, "except=bicycle; emergency") ==
        VehicleSet{Vehicle::kCar, Vehicle::kSharedAuto, Vehicle::kBus});
  CHECK(bound(tag, "except=motor_vehicle").empty());
}

TEST_CASE("each value of a relation is a restriction of its own") {
  const auto found = read({"type=restriction", "restriction=no_left_turn",
                           "restriction:conditional=no_right_turn @ (Mo-Fr)"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].refusal.empty());
  CHECK(found[1].kind == "conditional");
  CHECK(found[1].refusal == "at hours or under conditions");
}

TEST_CASE("old tags of hours make a restriction conditional") {
  const auto found =
      read({"type=restriction", "restriction=no_left_turn", "hour_on=07:00", "hour_off=09:00"});
  CHECK(found.front().refusal == "at hours or under conditions");
}

TEST_CASE("unknown kinds and words are reported") {
  TagReport report;
  const TagText text{"type=restriction", "restriction=no_turn_on_red"};
  CHECK(find_restrictions(text.tags(), kThree, report).front().refusal == "of an unknown kind");
  CHECK(report.unknown().at("restriction=no_turn_on_red") == 1);
  const TagText words{"type=restriction", "restriction=no_u_turn", "except=ox"};
  find_restrictions(words.tags(), kThree, report);
  CHECK(report.unknown().at("except=ox") == 1);
  const TagText mode{"type=restriction", "restriction:ox=no_u_turn"};
  CHECK(find_restrictions(mode.tags(), kThree, report).front().refusal ==
        "for no vehicle that is modelled");
  CHECK(report.unknown().at("restriction:ox=no_u_turn") == 1);
  const TagText bare{"type=restriction", "restriction=no"};
  CHECK(find_restrictions(bare.tags(), kThree, report).front().refusal == "of an unknown kind");
}

TEST_CASE("members decide whether a restriction can be honoured") {
  CHECK(refusal(kThree).empty());
  CHECK(refusal({{1}, {2}, {}, true}) == "over a way");
  CHECK(refusal({{1}, {}, {3}}) == "a member is missing");
  CHECK(refusal({{}, {2}, {3}}) == "a member is missing");
  CHECK(refusal({{1}, {2}, {}}) == "a member is missing");
  CHECK(refusal({{1, 4}, {2}, {3}}) == "several members of one role");
  CHECK(refusal({{1}, {2}, {3, 4}}) == "several members of one role");
  CHECK(refusal({{1, 4}, {2}, {3}}, "restriction=no_entry").empty());
  CHECK(refusal({{1}, {2, 4}, {3}}, "restriction=no_exit").empty());
  CHECK(refusal({{1}, {2, 4}, {3}}, "restriction=no_entry") == "several members of one role");
  CHECK(refusal(kThree, "restriction:hgv=no_left_turn") == "for no vehicle that is modelled");
}
