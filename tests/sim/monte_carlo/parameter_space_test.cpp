#include "sim/monte_carlo/parameter_space.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "tests/sim/monte_carlo/given_priors.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const SimulatedWorld& get_world() {
  static const SimulatedWorld kWorld;
  return kWorld;
}

Theta make_at(const ParameterSpace& space, double place) {
  return space.make_theta(std::vector<double>(space.parameters().size(), place), {});
}

/// The point whose places are in the middle but for one parameter's.
Theta move_one(const ParameterSpace& space, const std::string& name, double place) {
  std::vector<double> places;
  for (const auto& one : space.parameters()) places.push_back(one.name == name ? place : 0.5);
  return space.make_theta(places, {});
}

std::vector<double> list_values(OperationsModel model) {
  std::vector<double> values;
  visit_values(model,
               [&](const std::string&, SourcedValue& value) { values.push_back(value.value); });
  return values;
}

/// The ends or the middles of all ranges of operations.
std::vector<double> list_ranges(OperationsModel model, double SourcedValue::*part) {
  std::vector<double> values;
  visit_values(model,
               [&](const std::string&, SourcedValue& value) { values.push_back(value.*part); });
  return values;
}

const UncertainParameter& find_parameter(const ParameterSpace& space, const std::string& name) {
  return *std::ranges::find(space.parameters(), name, &UncertainParameter::name);
}

double get_speed(const Profile& profile) { return profile.speed_km_h.begin()->second.value; }

void check_values(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == Approx(expected[i]));
}

}  // namespace

TEST_CASE("places in the middle give the middle values") {
  const GivenPriors given(get_world());
  const ParameterSpace space(given.priors);
  const Theta theta = make_at(space, 0.5);
  CHECK(theta.demand.registered_per_year == 300);
  CHECK(theta.demand.report_at_hour == 0.5);
  CHECK(theta.demand.district_variance == 0.11);
  CHECK(theta.demand.p_helpline == 0.3);
  CHECK(theta.demand.p_emergency == 0.2);
  CHECK(theta.demand.p_night == 0.2);
  CHECK(theta.flood.year_sd == Approx(0.2));
  CHECK(theta.road.bridge_half_frac == 0.6);
  CHECK(get_speed(theta.travel.profile) == 0.8);
  check_values(list_values(theta.operations), list_values(given.operations));
}

TEST_CASE("places at the ends give the ends") {
  const GivenPriors given(get_world());
  const ParameterSpace space(given.priors);
  const Theta low = make_at(space, 0), high = make_at(space, 1);
  CHECK(low.demand.registered_per_year == 200);
  CHECK(high.demand.registered_per_year == 400);
  CHECK(low.demand.report_at_hour == Approx(0.1));
  CHECK(high.demand.report_at_hour == 1);
  CHECK(high.demand.p_helpline + high.demand.p_emergency <= 1);
  CHECK(low.flood.year_sd == Approx(0.1));
  CHECK(high.road.slow_factor == 4);
  CHECK(get_speed(low.travel.profile) == Approx(0.6));
  CHECK(get_speed(high.travel.profile) == Approx(0.9));
  check_values(list_values(low.operations), list_ranges(given.operations, &SourcedValue::low));
  check_values(list_values(high.operations), list_ranges(given.operations, &SourcedValue::high));
}

TEST_CASE("each parameter moves what it is named after, and nothing else") {
  const GivenPriors given(get_world());
  const ParameterSpace space(given.priors);
  const Theta middle = make_at(space, 0.5);
  const Theta beds = move_one(space, "operations.shelter.beds", 1);
  CHECK(beds.operations.shelter.beds.value == given.operations.shelter.beds.high);
  CHECK(beds.operations.shelter.p_sheltered.value == middle.operations.shelter.p_sheltered.value);
  CHECK(beds.demand.p_night == middle.demand.p_night);
  const Theta night = move_one(space, "demand.p_night", 0);
  CHECK(night.demand.p_night == Approx(0.05));
  CHECK(night.demand.p_emergency == middle.demand.p_emergency);
  check_values(list_values(night.operations), list_values(middle.operations));
  const Theta days = move_one(space, "flood.flooded_days_frac", 1);
  CHECK(days.flood.flooded_days_frac == 1);
  CHECK(days.flood.block_level == middle.flood.block_level);
  CHECK(move_one(space, "travel.road_speeds", 1).demand.p_night == middle.demand.p_night);
}

TEST_CASE("parameters have names of their own and ranges, and their bases") {
  const GivenPriors given(get_world());
  const ParameterSpace space(given.priors);
  std::set<std::string> names;
  for (const UncertainParameter& parameter : space.parameters()) {
    CHECK(parameter.range.low < parameter.range.high);
    names.insert(parameter.name);
  }
  CHECK(names.size() == space.parameters().size());
  CHECK(find_parameter(space, "demand.registered_per_year").basis == Basis::kMeasured);
  CHECK(find_parameter(space, "demand.report_at_hour").basis == Basis::kAssumed);
  CHECK(find_parameter(space, "travel.road_speeds").basis == Basis::kPrior);
  CHECK(find_parameter(space, "flood.month_sd").basis == Basis::kMeasured);
}

TEST_CASE("what has no range is left out and keeps its value") {
  GivenPriors given(get_world());
  const std::size_t before = ParameterSpace(given.priors).parameters().size();
  given.demand.p_night = test::given(0.15);
  given.operations.shelter.beds = test::given(4);
  const ParameterSpace space(given.priors);
  CHECK(space.parameters().size() == before - 2);
  for (const double place : {0.0, 1.0}) {
    CHECK(make_at(space, place).demand.p_night == 0.15);
    CHECK(make_at(space, place).operations.shelter.beds.value == 4);
    // What comes after the gap still gets its own place.
    CHECK(get_speed(make_at(space, place).travel.profile) == Approx(place == 0 ? 0.6 : 0.9));
  }
}

TEST_CASE("the fallback moves with the main profile") {
  GivenPriors given(get_world());
  given.travel.fallback = given.travel.profile;
  given.travel.fallback->speed_km_h.begin()->second = {0.4, 0.3, 0.5, "given"};
  const ParameterSpace space(given.priors);
  CHECK(get_speed(*make_at(space, 0).travel.fallback) == Approx(0.3));
  CHECK(get_speed(*make_at(space, 1).travel.fallback) == Approx(0.5));
}

TEST_CASE("errors of the flood surface hang on seed and draw and on no place") {
  const GivenPriors given(get_world());
  const ParameterSpace space(given.priors);
  const std::vector<double> low(space.parameters().size(), 0), high(low.size(), 1);
  const auto level = [&](const std::vector<double>& places, const ParameterSpace::Draw& draw) {
    return space.make_theta(places, draw).flood.block_level;
  };
  CHECK(level(low, {1, 3}) == level(high, {1, 3}));
  CHECK(level(low, {1, 3}) != level(low, {1, 4}));
  CHECK(level(low, {1, 3}) != level(low, {2, 3}));
  CHECK(space.make_theta(low, {1, 3}).draw == 3);
}
