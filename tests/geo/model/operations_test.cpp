#include "geo/model/operations.h"

#include <catch2/catch.hpp>

#include <set>

using namespace pahunch;

TEST_CASE("words of operations are read as they are written") {
  for (int i = 0; i < 4; ++i) {
    CHECK(find_law_shape(to_string(static_cast<LawShape>(i))) == static_cast<LawShape>(i));
  }
  for (int i = 0; i < 3; ++i) {
    CHECK(find_time_unit(to_string(static_cast<TimeUnit>(i))) == static_cast<TimeUnit>(i));
  }
  for (const auto sharing : {VehicleSharing::kOwn, VehicleSharing::kNeighbours}) {
    CHECK(find_vehicle_sharing(to_string(sharing)) == sharing);
  }
  CHECK_FALSE(find_law_shape("uniform"));
  CHECK_FALSE(find_time_unit("weeks"));
  CHECK_FALSE(find_vehicle_sharing(""));
  CHECK(to_string(Channel::kHelpline) == "181");
  CHECK(to_string(Channel::kEmergency) == "112");
  CHECK(to_string(Channel::kWalkIn) == "walk-in");
}

TEST_CASE("units are whole milliseconds") {
  CHECK(get_unit_ms(TimeUnit::kMinute) == 60'000);
  CHECK(get_unit_ms(TimeUnit::kHour) == 3'600'000);
  CHECK(get_unit_ms(TimeUnit::kDay) == 86'400'000);
}

TEST_CASE("every number is visited once, under a name of its own, and can be changed") {
  OperationsModel model;
  model.staff = {{.name = "guard"}, {.name = "cook"}};
  std::multiset<std::string> names;
  visit_values(model, [&](const std::string& name, SourcedValue& value) {
    names.insert(name);
    value.value = 7;
  });
  CHECK(names.size() == std::set<std::string>(names.begin(), names.end()).size());
  CHECK(names.contains("staff.cook.posts"));
  CHECK(names.contains("shelter.beds"));
  CHECK(names.contains("follow_up.duration.mean"));
  CHECK(model.staff[1].p_vacant.value == 7);
  CHECK(model.disposal.escalation.mean.value == 7);
}

TEST_CASE("the spread of a law is a number of the model only where the law has one") {
  OperationsModel model;
  const auto has_spread = [&] {
    bool found = false;
    visit_values(model, [&](const std::string& name, SourcedValue&) {
      found = found || name == "shelter.stay.cv";
    });
    return found;
  };
  CHECK_FALSE(has_spread());
  model.shelter.stay.shape = LawShape::kExponential;
  CHECK_FALSE(has_spread());
  model.shelter.stay.shape = LawShape::kGamma;
  CHECK(has_spread());
}
