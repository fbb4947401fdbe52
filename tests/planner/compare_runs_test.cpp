#include "planner/compare/comparison.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

RunRows rows(const std::string& body) {
  std::istringstream in(
      "id,name,district,subdivision,block,women,rural_women,lon,lat,min_plan,band_plan,centre_"
      "plan\n" +
      body);
  return read_run_rows(in, "settlements.csv", "plan");
}

const RunRows kBefore = rows(
    "a,A,D,S,B,10,5,85,25,30.00,,X\nb,B,D,S,B,20,10,85,25,60.00,,X\nc,C,D,S,B,1,1,85,25,,,\n"
    "d,D,D,S,B,7,0,85,25,9,,X\n");
const RunRows kAfter = rows(
    "a,A,D,S,B,10,5,85,25,30.00,,X\nb,B,D,S,B,20,10,85,25,,,\nc,C,D,S,B,1,1,85,25,60.00,,Y\n"
    "e,E,D,S,B,4,4,85,25,1,,Y\n");

}  // namespace

TEST_CASE("each settlement of either run has one word for its change") {
  const auto compared = compare_rows(kBefore, kAfter);
  REQUIRE(compared.size() == 5);
  CHECK(compared[0].change == RowChange::kSame);
  CHECK(compared[1].change == RowChange::kWayLost);
  CHECK(compared[2].change == RowChange::kWayFound);
  CHECK(compared[3].change == RowChange::kOnlyFirst);
  CHECK(compared[4].change == RowChange::kOnlySecond);
}

TEST_CASE("women are counted within inclusive limits") {
  const auto limits = compare_limits(kBefore, kAfter, {30, 60});
  CHECK(limits[0].before == 17);
  CHECK(limits[1].before == 37);
  CHECK(limits[1].after == 15);
  CHECK(limits[1].rural_before == 15);
}

namespace {

RunCentres centres(const std::string& body) {
  std::istringstream in("id,name,lon,lat,open_plan\n" + body);
  return read_run_centres(in, "centres.csv", "plan");
}

/// Of one settlement whose nearest centre and minutes were and are.
struct Nearest {
  std::string centre;
  std::optional<double> minutes;
};

ChangeReason reason(const Nearest& then, const Nearest& now) {
  // Old and Far are open in both; Far has moved; New opened; Shut closed.
  const RunCentres before = centres("Old,,85,25,1\nFar,,85,25,1\nShut,,85,25,1\nNew,,85,25,0\n");
  const RunCentres after = centres("Old,,85,25,1\nFar,,85.1,25,1\nShut,,85,25,0\nNew,,85,25,1\n");
  const auto run = [](const Nearest& nearest) {
    RunRow row;
    row.centre = nearest.centre;
    row.minutes = nearest.minutes;
    return RunRows{{"a", row}};
  };
  auto compared = compare_rows(run(then), run(now));
  find_reasons(before, after, compared);
  return compared.at(0).reason;
}

}  // namespace

TEST_CASE("a change is put down to the centre that opened, closed or moved, else to the travel") {
  CHECK(reason({"Old", 30}, {"New", 20}) == ChangeReason::kNewCentre);
  CHECK(reason({"Shut", 30}, {"Old", 40}) == ChangeReason::kClosedCentre);
  CHECK(reason({"Far", 30}, {"Far", 20}) == ChangeReason::kMovedCentre);
  CHECK(reason({"Far", 30}, {"Old", 40}) == ChangeReason::kMovedCentre);
  CHECK(reason({"Old", 30}, {"Old", 20}) == ChangeReason::kSameCentre);
  CHECK(reason({"", {}}, {"Old", 20}) == ChangeReason::kOtherCentre);
  CHECK(reason({"Old", 30}, {"", {}}) == ChangeReason::kOtherCentre);
  CHECK(reason({"Old", 30}, {"New", 30}) == ChangeReason::kNone);
}

TEST_CASE("who gains has the centre of now to thank, who loses that of then to blame") {
  CHECK(reason({"Shut", 30}, {"New", 20}) == ChangeReason::kNewCentre);
  CHECK(reason({"Shut", 30}, {"New", 40}) == ChangeReason::kClosedCentre);
  CHECK(reason({"", {}}, {"New", 40}) == ChangeReason::kNewCentre);
  CHECK(reason({"Shut", 30}, {"", {}}) == ChangeReason::kClosedCentre);
}

TEST_CASE("centres are as before, opened, closed, or moved by so many metres") {
  const auto compared = compare_centres(centres("A,,85,25,1\nB,,85,25,1\nC,,85,25,1\n"),
                                        centres("A,,85,25,1\nC,,85,25.01,1\nD,,85,25,1\n"));
  REQUIRE(compared.size() == 4);
  CHECK(compared[0].fate == CentreFate::kSame);
  CHECK(compared[1].fate == CentreFate::kClosed);
  CHECK(compared[2].fate == CentreFate::kMoved);
  CHECK(compared[2].moved_m == Approx(1108).margin(1));
  CHECK(compared[3].fate == CentreFate::kOpened);
}

TEST_CASE("districts and blocks add up to the whole, also those of one run alone") {
  const RunRows then = rows("a,A,D,S,B,10,5,85,25,30,,X\nb,B,E,S,C,20,10,85,25,60,,X\n");
  const RunRows now = rows("a,A,D,S,B,10,5,85,25,90,,X\nc,C,D,S,F,7,7,85,25,5,,X\n");
  const std::vector<double> limits = {30, 60};
  const auto whole = compare_limits(then, now, limits);
  for (const auto& areas :
       {compare_districts(then, now, limits), compare_blocks(then, now, limits)}) {
    for (std::size_t i = 0; i < limits.size(); ++i) {
      std::int64_t before = 0, after = 0;
      for (const AreaChanges& area : areas) {
        before += area.limits[i].before;
        after += area.limits[i].rural_after;
      }
      CHECK(before == whole[i].before);
      CHECK(after == whole[i].rural_after);
    }
  }
  CHECK(compare_districts(then, now, limits).size() == 2);
  CHECK(compare_blocks(then, now, limits).size() == 3);
}

TEST_CASE("settings are compared key by key, inputs by their checksums") {
  Scenario first, second;
  CHECK(compare_settings(first, second).empty());
  second.travel.season = Season::kMonsoon;
  second.travel.depart_hour = 10;
  second.what_if.close = {"E-1"};
  const auto settings = compare_settings(first, second);
  REQUIRE(settings.size() == 3);
  CHECK(settings[0].what == "centres.close");
  CHECK(settings[0].after == "[\"E-1\"]");
  CHECK(settings[1].what == "travel.depart_hour");
  CHECK_FALSE(settings[1].before);
  CHECK(settings[2].what == "travel.season");
  CHECK(settings[2].before == "\"dry\"");
  const auto inputs =
      compare_inputs({{"a", "1"}, {"b", "1"}, {"c", "1"}}, {{"a", "1"}, {"b", "2"}, {"d", "1"}});
  REQUIRE(inputs.size() == 3);
  CHECK(inputs[0].what == "b");
  CHECK_FALSE(inputs[1].after);
  CHECK_FALSE(inputs[2].before);
}

TEST_CASE("the band decides who is within a limit, as minutes are rounded; else the minutes do") {
  const auto row = [](const std::string& band, double minutes) {
    RunRow made;
    made.minutes = minutes;
    made.band = band;
    return made;
  };
  CHECK_FALSE(is_within(row("60-90", 60.00), 60));  // 60.002
  CHECK(is_within(row("30-60", 60.00), 60));
  CHECK(is_within(row("60-90", 61), 90));
  CHECK(is_within(row("60-90", 70), 75));  // a limit of the other run
  CHECK_FALSE(is_within(row("60-90", 80), 75));
  CHECK_FALSE(is_within(row("over 120", 120), 120));
  CHECK(is_within(row("over 120", 130), 150));
  CHECK(is_within(row("7.5-15", 15), 15));
  CHECK_FALSE(is_within(RunRow{}, 60));
}

TEST_CASE("a moved centre is known by the id that it had") {
  std::istringstream in("id,name,lon,lat,open_plan\nE-1,,85,25,0\nE-1@moved,,85.5,25,1\n");
  const RunCentres moved = read_run_centres(in, "centres.csv", "plan");
  REQUIRE(moved.size() == 1);
  CHECK(moved.at("E-1").at.lon == 85.5);
}

TEST_CASE("the table of changes leaves out what is the same") {
  const Table table = make_changes_table(compare_rows(kBefore, kAfter), Projection("EPSG:32645"));
  CHECK(table.rows.size() == 4);
  CHECK(table.geometry.size() == 4);
}

TEST_CASE("a table without the set is refused") {
  std::istringstream in("id,name,district,subdivision,block,women,rural_women,lon,lat,min_plan\n");
  CHECK_THROWS_WITH(read_run_rows(in, "s.csv", "pln"), Catch::Contains("did you mean 'min_plan'?"));
}
