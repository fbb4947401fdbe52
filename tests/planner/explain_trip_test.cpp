#include "planner/explain/explain_trip.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "geo/base/error.h"
#include "tests/support/drawn_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

/// `study` must outlive it.
Explanation explain(const DrawnStudy& drawn, std::size_t settlement) {
  const auto model = drawn.model();
  return explain_settlement(drawn.study, *model, SettlementIdx(settlement));
}

/// S2 stands 100 m beside B, and the second road has a name.
void step_aside(DrawnStudy& drawn) {
  drawn.settlement(1).at = drawn.study.places[1] = {400, 100};
  drawn.study.dataset.roads.roads[RoadIdx(0)].name = "High road";
}

}  // namespace

TEST_CASE("a trip goes to the nearest centre of its set") {
  const DrawnStudy drawn;
  const Explanation explanation = explain(drawn, 2);
  REQUIRE(explanation.trips.size() == 2);
  CHECK(explanation.trips[0].set == "baseline");
  CHECK(explanation.trips[0].reach.centre == CentreIdx(0));
  CHECK(explanation.trips[0].reach.time == TravelTime(8 * kCellMs));
  CHECK(explanation.trips[1].reach.centre == CentreIdx(1));
  CHECK(explanation.trips[1].reach.time == TravelTime());
  CHECK(explanation.snap_m == Approx(0));
}

TEST_CASE("the nearest open centres stand by time, at most three") {
  DrawnStudy drawn;
  const auto nearest = explain(drawn, 2).trips[1].nearest;
  REQUIRE(nearest.size() == 2);
  CHECK(nearest[0].centre == CentreIdx(1));
  CHECK(nearest[1].centre == CentreIdx(0));
  CHECK(nearest[1].time == TravelTime(8 * kCellMs));
  for (std::size_t i = 0; i < 3; ++i) {
    Centre more = drawn.centre(0);
    more.id = "C" + std::to_string(4 + i);
    const CentreIdx at = drawn.study.dataset.centres.centres.push_back(more);
    drawn.study.sites.push_back(more.at);
    drawn.study.sets[1].open.push_back(at);
  }
  const auto many = explain(drawn, 2).trips[1].nearest;
  REQUIRE(many.size() == 3);
  // Four centres are equally far at A: the smaller index wins.
  CHECK(many[1].centre == CentreIdx(0));
  CHECK(many[2].centre == CentreIdx(3));
}

TEST_CASE("with centres of her own district only, the others are not offered") {
  DrawnStudy drawn;
  drawn.study.scenario.travel.assignment = Assignment::kOwnDistrict;
  const Explanation explanation = explain(drawn, 2);
  CHECK(explanation.trips[0].reach.status == ReachStatus::kBeyond);
  CHECK(explanation.trips[0].nearest.empty());
  REQUIRE(explanation.trips[1].nearest.size() == 1);
  CHECK(explanation.trips[1].nearest[0].centre == CentreIdx(1));
}

TEST_CASE("a settlement off the network has no route and no centre") {
  const DrawnStudy drawn;
  const Explanation explanation = explain(drawn, 3);
  CHECK_FALSE(explanation.snap_m);
  CHECK(explanation.trips[1].reach.status == ReachStatus::kOffNetwork);
  CHECK_FALSE(explanation.trips[1].route);
  CHECK(explanation.trips[1].nearest.empty());
  CHECK(make_route_table(explanation).rows.empty());
}

TEST_CASE("the words of a trip are its legs") {
  DrawnStudy drawn;
  step_aside(drawn);
  drawn.study.scenario.travel.bands_min = {1, 5};
  const std::string text = explanation_text(explain(drawn, 1));
  CHECK_THAT(text, Catch::StartsWith("Gaon S2 (S2), block Sonpur, district West: 50 women, 0 "
                                     "rural\n"));
  CHECK_THAT(text, Contains("nearest usable road: 100 m away"));
  CHECK_THAT(text, Contains("baseline: reached, 2.3 min to Kendra C1 (C1)"));
  CHECK_THAT(text, Contains("from her to the road") && Contains("1.7 min   100 m straight"));
  CHECK_THAT(text, Contains("0.7 min   0.4 km") && Contains("nearest open centres: C1 2.3 min"));
  CHECK_THAT(text, !Contains("waiting") && !Contains("fallback"));
}

TEST_CASE("an explanation ends with the notice of modelled data") {
  DrawnStudy drawn;
  drawn.study.dataset.words.notice = "Roads are modelled.";
  CHECK_THAT(explanation_text(explain(drawn, 1)), Catch::EndsWith("\nNote: Roads are modelled.\n"));
}

TEST_CASE("waiting and the slower way of travelling are told when there are any") {
  DrawnStudy drawn;
  drawn.study.profiles["plain"].waiting_min = given(0.5);
  CHECK_THAT(explanation_text(explain(drawn, 1)), Contains("waiting"));
  Profile slow = plain_profile();
  slow.name = "slow";
  drawn.study.profiles["slow"] = slow;
  drawn.study.profiles["plain"].fallback = "slow";
  CHECK_THAT(explanation_text(explain(drawn, 1)),
             Contains("(by the slower, fallback way of travelling)"));
}

TEST_CASE("each reason why she is not served has words of its own") {
  DrawnStudy drawn;
  CHECK_THAT(explanation_text(explain(drawn, 3)),
             Contains("no usable road within the farthest walk") &&
                 Contains("off the network: no usable road near, in any season"));
  drawn.study.scenario.travel.bands_min = {0.5, 1};
  CHECK_THAT(explanation_text(explain(drawn, 2)),
             Contains("baseline: beyond the largest limit, 1.3 min to Kendra C1"));
  drawn.study.profiles["plain"].service_hours = {5, 21};
  drawn.study.scenario.travel.depart_hour = 23;
  CHECK_THAT(explanation_text(explain(drawn, 2)), Contains("at an hour without service"));
}

TEST_CASE("a settlement at roads that the season closes is cut off") {
  DrawnStudy drawn;
  drawn.study.profiles["plain"].closed.insert({"road", Season::kDry});
  CHECK_THAT(explanation_text(explain(drawn, 1)),
             Contains("cut off: no way over roads that are open in this season"));
}

TEST_CASE("the JSON of a trip has legs that add up") {
  DrawnStudy drawn;
  step_aside(drawn);
  drawn.study.profiles["plain"].waiting_min = given(1);
  const auto json = nlohmann::json::parse(explanation_json(explain(drawn, 1)));
  CHECK(json["id"] == "S2");
  CHECK(json["snap_m"] == 100.0);
  const auto legs = json["trips"][0]["legs"];
  CHECK(legs["waiting_min"] == 1.0);
  CHECK(legs["access_min"] == 1.666667);
  CHECK(legs["road_min"] == 0.666667);
  CHECK(legs["egress_min"] == 0.0);
  CHECK(legs["total_min"] == 3.333333);
  CHECK(legs["road_m"] == 400.0);
  CHECK(legs["mode"] == "main");
  CHECK(legs["direct"] == false);
  CHECK(json["trips"][1]["nearest"][1]["centre"] == "C2");
}

TEST_CASE("the JSON of a trip that is not made has nulls") {
  const DrawnStudy drawn;
  const auto json = nlohmann::json::parse(explanation_json(explain(drawn, 3)));
  CHECK(json["snap_m"].is_null());
  CHECK(json["trips"][0]["status"] == "off-network");
  CHECK(json["trips"][0]["centre"].is_null());
  CHECK(json["trips"][0]["legs"].is_null());
}

TEST_CASE("the route is drawn in steps from her to the centre, roads by name or id") {
  DrawnStudy drawn;
  step_aside(drawn);
  const Table table = make_route_table(explain(drawn, 1));
  CHECK_NOTHROW(require_sound(table));
  CHECK(texts(table, "set")[0] == "baseline");
  CHECK(counts(table, "step")[0] == 1);
  CHECK(texts(table, "kind")[0] == "off-road");
  CHECK(texts(table, "road")[0] == "");
  CHECK(*cells<double>(table, "length_m")[0] == Approx(100));
  CHECK(texts(table, "kind")[1] == "road");
  CHECK(texts(table, "road")[1] == "High road");
  CHECK(std::get<Polyline>(table.geometry[0]).front() == Xy{400, 100});
}

TEST_CASE("an unknown settlement names the nearest id") {
  const DrawnStudy drawn;
  CHECK(get_settlement(drawn.study.dataset, "S3") == SettlementIdx(2));
  CHECK_THROWS_AS(get_settlement(drawn.study.dataset, "s3"), UsageError);
  CHECK_THROWS_WITH(get_settlement(drawn.study.dataset, "S33"),
                    Contains("there is no settlement 'S33'") && Contains("did you mean 'S3'?") &&
                        Contains("settlements.csv"));
}
