#include "geo/io/read_turns.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kHeader = "from,to,lon,lat,kind,vehicles\n";

/// A, B and the one-way O meet at 85.1, 25.05, where L passes.
SmallDataset make_with_turns(const std::string& rows, const std::string& more = "") {
  const auto road = [](const std::string& id, const std::string& oneway, const std::string& line) {
    return feature(R"("id":")" + id +
                       R"(","class":"primary","speed":null,"bridge":"no","oneway":")" + oneway +
                       "\"",
                   R"({"type":"LineString","coordinates":[)" + line + "]}");
  };
  SmallDataset small;
  small.write("roads.geojson",
              collection(road("A", "no", "[85.0,25.05],[85.1,25.05]") + "," +
                         road("B", "no", "[85.2,25.05],[85.1,25.05]") + "," +
                         road("O", "yes", "[85.1,25.05],[85.1,25.09]") + "," +
                         road("L", "no", "[85.05,25.09],[85.1,25.05],[85.15,25.01]")));
  small.write("turns.csv", kHeader + rows);
  small.write("dataset.toml", std::string(kSmallToml) + R"([layers.turns]
source = "turns.csv"
crs = "EPSG:4326"
fields = { from = "from", to = "to", kind = "kind", vehicles = "vehicles" }
)" + more);
  return small;
}

std::string error_of(const std::string& row) { return make_with_turns(row).get_error(); }

}  // namespace

TEST_CASE("turns are read with their roads, kinds and vehicles") {
  const auto dataset = make_with_turns(
                           "A,B,85.1,25.05,no_straight_on,\n"
                           "B,O,85.1,25.05,only_right_turn,bus car\n")
                           .read();
  const auto& turns = dataset.roads.turns;
  REQUIRE(turns.size() == 2);
  CHECK(turns[0] ==
        TurnRestriction{TurnKind::kNo,
                        {RoadIdx(0), 1, Heading::kForward},
                        {RoadIdx(1), 1, Heading::kBackward},
                        {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto, Vehicle::kBus}});
  CHECK(turns[1] == TurnRestriction{TurnKind::kOnly,
                                    {RoadIdx(1), 1, Heading::kForward},
                                    {RoadIdx(2), 0, Heading::kForward},
                                    {Vehicle::kCar, Vehicle::kBus}});
  CHECK(get_ledger(dataset, "turns").n_used == 2);
}

TEST_CASE("a turn that cannot be told is refused with the row and the reason") {
  const std::string good = "A,B,85.1,25.05,no,\n";
  CHECK(error_of(good).empty());
  CHECK_THAT(error_of(good + "A,X,85.1,25.05,no,\n"),
             Contains("unknown road") && Contains("to = 'X'"));
  CHECK_THAT(error_of(good + "A,B,85.1,25.06,no,\n"),
             Contains("the road has no vertex at the place of the turn") && Contains("from = 'A'"));
  CHECK_THAT(error_of(good + "L,B,85.1,25.05,no,\n"),
             Contains("the road goes on through the place of the turn"));
  CHECK_THAT(error_of(good + "O,B,85.1,25.05,no,\n"), Contains("the turn goes against a one-way"));
  CHECK_THAT(error_of(good + "A,B,85.1,25.05,not_left,\n"),
             Contains("unknown kind of turn") && Contains("kind = 'not_left'"));
  CHECK_THAT(error_of(good + "A,B,85.1,25.05,,\n"), Contains("unknown kind of turn"));
  CHECK_THAT(error_of(good + "A,B,85.1,25.05,no,ox\n"),
             Contains("unknown word for a vehicle") && Contains("vehicles = 'ox'"));
  CHECK_THAT(error_of(good + "A,B,85.1,25.05,no,foot\n"), Contains("a turn binds nobody"));
  CHECK_THAT(error_of(good + "A,B,,,no,\n"), Contains("no geometry") || Contains("coordinate"));
}

TEST_CASE("a turn far beyond the margin is left out, and its row is not bad") {
  const auto dataset = make_with_turns("A,B,85.1,25.05,no,\nY,Z,89,25,no,\n").read();
  CHECK(dataset.roads.turns.size() == 1);
  CHECK(get_ledger(dataset, "turns").n_read == 2);
}

TEST_CASE("the layer of turns needs its roads and kinds") {
  auto small = make_with_turns("");
  small.write("dataset.toml", std::string(kSmallToml) +
                                  "[layers.turns]\nsource = \"turns.csv\"\nfields = { from = "
                                  "\"from\", kind = \"kind\" }\n");
  CHECK_THAT(small.get_error(), Contains("the layer 'turns' needs fields.to"));
}

TEST_CASE("kinds are OpenStreetMap's words, or plain ones") {
  CHECK(find_turn_kind("no") == TurnKind::kNo);
  CHECK(find_turn_kind("only") == TurnKind::kOnly);
  CHECK(find_turn_kind("no_u_turn") == TurnKind::kNo);
  CHECK(find_turn_kind("only_straight_on") == TurnKind::kOnly);
  CHECK_FALSE(find_turn_kind("none"));
  CHECK_FALSE(find_turn_kind("no_turn_on_red"));
  CHECK_FALSE(find_turn_kind("only_"));
  CHECK_FALSE(find_turn_kind(""));
}
