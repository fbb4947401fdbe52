#include "geo/coverage/reach.h"

#include <catch2/catch.hpp>

#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const TravelTime kHour = TravelTime::from_minutes(60);

ReachStatus status_of_first(const TableModel& model, const std::vector<CentreIdx>& open) {
  return compute_reach(model, open, kHour)[SettlementIdx(0)].status;
}

}  // namespace

TEST_CASE("a settlement is reached at the limit and beyond it a millisecond later") {
  const TableModel model(Minutes{{60}, {60 + 1.0 / 60000}});
  const SetReach reach = compute_reach(model, centres({0}), kHour);
  CHECK(reach[SettlementIdx(0)].status == ReachStatus::kReached);
  CHECK(reach[SettlementIdx(1)].status == ReachStatus::kBeyond);
}

TEST_CASE("the nearest open centre counts, whatever the order of the list") {
  const TableModel model(Minutes{{50, 20, 30}});
  const SetReach reach = compute_reach(model, centres({2, 0}), kHour);
  CHECK(reach.raw() == compute_reach(model, centres({0, 2}), kHour).raw());
  CHECK(reach[SettlementIdx(0)].centre == CentreIdx(2));
  CHECK(reach[SettlementIdx(0)].time == TravelTime::from_minutes(30));
}

TEST_CASE("without an open centre an attached settlement is beyond every limit") {
  const TableModel model(Minutes{{10}});
  const SetReach reach = compute_reach(model, {}, kHour);
  CHECK(reach[SettlementIdx(0)] == SettlementReach{.status = ReachStatus::kBeyond});
}

TEST_CASE("a settlement without a time is told apart by its cause") {
  TableModel model(Minutes{{kNever}});
  CHECK(status_of_first(model, centres({0})) == ReachStatus::kCutOff);
  model.no_service = true;
  CHECK(status_of_first(model, centres({0})) == ReachStatus::kNoService);
  CHECK(status_of_first(model, {}) == ReachStatus::kBeyond);
  model.states[0] = PlaceState::kClosed;
  CHECK(status_of_first(model, centres({0})) == ReachStatus::kCutOff);
  CHECK(status_of_first(model, {}) == ReachStatus::kCutOff);
  model.states[0] = PlaceState::kOffNetwork;
  CHECK(status_of_first(model, {}) == ReachStatus::kOffNetwork);
}

TEST_CASE("her own district's centre counts although another is nearer") {
  const Dataset dataset = make_dataset({{10, 10, 0}, {10, 10, 1}}, {0, 1});
  const TableModel model(Minutes{{50, 20}, {15, 25}});
  const SetReach own = compute_own_district_reach(model, dataset, centres({0, 1}), kHour);
  CHECK(own[SettlementIdx(0)].centre == CentreIdx(0));
  CHECK(own[SettlementIdx(1)].centre == CentreIdx(1));
}

TEST_CASE("a district without an open centre is beyond under its own district") {
  const Dataset dataset = make_dataset({{10, 10, 0}, {10, 10, 1}}, {0, 1});
  const TableModel model(Minutes{{50, 20}, {15, 25}});
  const SetReach own = compute_own_district_reach(model, dataset, centres({1}), kHour);
  CHECK(own[SettlementIdx(0)].status == ReachStatus::kBeyond);
  CHECK_FALSE(own[SettlementIdx(0)].time.reachable());
}

TEST_CASE("a settlement without a district is judged by all open centres") {
  Dataset dataset = make_dataset({{10, 10, 0}}, {0, 1});
  dataset.settlements.settlements[SettlementIdx(0)].district = {};
  const TableModel model(Minutes{{50, 20}});
  const SetReach own = compute_own_district_reach(model, dataset, centres({0, 1}), kHour);
  CHECK(own[SettlementIdx(0)].centre == CentreIdx(1));
}

TEST_CASE("every status and assignment has its word") {
  CHECK(to_string(ReachStatus::kReached) == "reached");
  CHECK(to_string(ReachStatus::kBeyond) == "beyond");
  CHECK(to_string(ReachStatus::kNoService) == "no-service");
  CHECK(to_string(ReachStatus::kCutOff) == "cut-off");
  CHECK(to_string(ReachStatus::kOffNetwork) == "off-network");
  CHECK(find_assignment("nearest") == Assignment::kNearest);
  CHECK(find_assignment("own-district") == Assignment::kOwnDistrict);
  CHECK_FALSE(find_assignment("farthest"));
}
