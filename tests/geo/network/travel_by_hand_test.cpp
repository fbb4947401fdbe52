// Travel times worked by hand on drawn maps: 10 s a cell by road, 100 s off the road.
#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

TravelOptions with_direction(Direction direction) {
  TravelOptions options = plain_options();
  options.direction = direction;
  return options;
}

std::vector<SiteIdx> all_sites(const TravelModel& model) {
  std::vector<SiteIdx> sites;
  for (std::size_t s = 0; s < model.n_sites(); ++s) sites.emplace_back(s);
  return sites;
}

}  // namespace

TEST_CASE("a trip along one road takes its length") {
  const TravelCase road("A---B", "A", "B");
  CHECK(road.time(plain_options()) == TravelTime(4 * kCellMs));
}

TEST_CASE("the legs off the road are charged at both ends") {
  const TravelCase road(R"(
1   2

A---B)",
                        "1", "2");
  CHECK(road.time(plain_options()) == TravelTime(2 * kOffCellMs + 4 * kCellMs + 2 * kOffCellMs));
}

TEST_CASE("a place attaches to the position on the road, not to its nearest junction") {
  const TravelCase road(R"(
  1
A-----B)",
                        "1", "B");
  CHECK(road.time(plain_options()) == TravelTime(1 * kOffCellMs + 4 * kCellMs));
}

TEST_CASE("a one-way street counts, whichever way she goes") {
  const std::string_view drawing = R"(
A>>>B
|   |
C---D)";
  const TravelCase with_it(drawing, "A", "B");
  CHECK(with_it.time(with_direction(Direction::kToCentre)) == TravelTime(4 * kCellMs));
  CHECK(with_it.time(with_direction(Direction::kFromCentre)) == TravelTime(8 * kCellMs));
  CHECK(with_it.time(with_direction(Direction::kRoundTrip)) == TravelTime(12 * kCellMs));
}

TEST_CASE("those who walk may go against a one-way street") {
  const TravelCase road("A>>>B>>>C", "C", "A");
  TravelOptions options = plain_options();
  options.profile.respect_one_way = false;
  CHECK(road.time(options) == TravelTime(8 * kCellMs));
}

TEST_CASE("a roundabout is driven round in its one direction") {
  const TravelCase roundabout(R"(
A---B<<<C---D
    v   ^
    E>>>F)",
                              "A", "D");
  CHECK(roundabout.time(with_direction(Direction::kToCentre)) == TravelTime(16 * kCellMs));
  CHECK(roundabout.time(with_direction(Direction::kFromCentre)) == TravelTime(12 * kCellMs));
}

TEST_CASE("a place and a site on one link reach each other along it") {
  const std::string_view drawing = R"(
A-----------B
  1   2   3  )";
  TravelOptions options = plain_options();
  CHECK(TravelCase(drawing, "1", "3").time(options) == TravelTime(2 * kOffCellMs + 8 * kCellMs));
  CHECK(TravelCase(drawing, "3", "1").time(options) == TravelTime(2 * kOffCellMs + 8 * kCellMs));
  CHECK(TravelCase(drawing, "2", "2").time(options) == TravelTime(2 * kOffCellMs));
}

TEST_CASE("on a one-way link the site behind is reached by going round") {
  const std::string_view drawing = R"(
  1   2
A>>>>>>>B
|       |
C-------D)";
  CHECK(TravelCase(drawing, "1", "2").time(plain_options()) ==
        TravelTime(2 * kOffCellMs + 4 * kCellMs));
  CHECK(TravelCase(drawing, "2", "1").time(plain_options()) ==
        TravelTime(2 * kOffCellMs + (2 + 2 + 8 + 2 + 2) * kCellMs));
}

TEST_CASE("two sites equally near: the smaller number wins") {
  const TravelCase road("A---B---C", "B", "CA");
  const auto model = road.model(plain_options());
  const auto nearest = model->nearest(all_sites(*model));
  CHECK(nearest[PlaceIdx(0)].time == TravelTime(4 * kCellMs));
  CHECK(nearest[PlaceIdx(0)].site == SiteIdx(0));
  const std::vector<SiteIdx> turned = {SiteIdx(1), SiteIdx(0)};
  CHECK(model->nearest(turned)[PlaceIdx(0)].site == SiteIdx(0));
}

TEST_CASE("of parallel roads the shorter one is taken") {
  const TravelCase roads(R"(
A---B
|   |
+---+)",
                         "A", "B");
  CHECK(roads.time(plain_options()) == TravelTime(4 * kCellMs));
}

TEST_CASE("no open site: nobody reaches anything") {
  const TravelCase road("A---B", "A", "B");
  const auto model = road.model(plain_options());
  CHECK_FALSE(model->nearest({})[PlaceIdx(0)].time.reachable());
  CHECK_FALSE(model->nearest({})[PlaceIdx(0)].site.valid());
}

TEST_CASE("a place off every road is off the network; one on an island attaches to the mainland") {
  const TravelCase roads(R"(
A-------B    1


C-D                2)",
                         "C1", "A");
  TravelOptions options = plain_options();
  options.profile.max_access_m = given(450);
  const auto model = roads.model(options);
  CHECK(model->times(SiteIdx(0))[PlaceIdx(0)] == TravelTime(3 * kOffCellMs));
  CHECK(model->state(PlaceIdx(0)) == PlaceState::kAttached);
  CHECK(model->state(PlaceIdx(1)) == PlaceState::kOffNetwork);
  CHECK_FALSE(model->times(SiteIdx(0))[PlaceIdx(1)].reachable());
}

TEST_CASE(
    "a site near by makes no road: whether a place is off the network does not depend on it") {
  const TravelCase roads(R"(
A-------B


C-D                1 2)",
                         "1", "A2");
  TravelOptions options = plain_options();
  options.profile.max_access_m = given(450);
  options.profile.direct_max_m = 450;
  const auto model = roads.model(options);
  CHECK(model->times(SiteIdx(1))[PlaceIdx(0)] == TravelTime(2 * kOffCellMs));
  CHECK_FALSE(model->times(SiteIdx(0))[PlaceIdx(0)].reachable());
  CHECK(model->state(PlaceIdx(0)) == PlaceState::kOffNetwork);
}

TEST_CASE("with all components allowed a place attaches to its island, and is stuck there") {
  const TravelCase roads(R"(
A-------B


C-D)",
                         "C", "A");
  TravelOptions options = plain_options();
  options.main_component_only = false;
  options.profile.attachments = 1;
  CHECK_FALSE(roads.time(options).reachable());
  CHECK(roads.model(options)->state(PlaceIdx(0)) == PlaceState::kAttached);
}

TEST_CASE("an off-road leg never crosses a river; the far road is taken instead") {
  const TravelCase roads(R"(
A-------B
   ~~~~~"
   1    "
        "
        "
C-------D)",
                         "1", "C");
  TravelOptions options = plain_options();
  options.profile.attachments = 1;
  CHECK(roads.time(options) == TravelTime(3 * kOffCellMs + 3 * kCellMs));
  options.profile.respect_barriers = false;
  CHECK(roads.time(options) == TravelTime(2 * kOffCellMs + (5 + 5 + 8) * kCellMs));
}

TEST_CASE("the farthest walk to a road is inclusive, to the millimetre") {
  TravelCase roads("A---B", "A", "B");
  TravelOptions options = plain_options();
  roads.places() = {{0, 1000}, {0, 1000.001}};
  const auto model = roads.model(options);
  CHECK(model->state(PlaceIdx(0)) == PlaceState::kAttached);
  CHECK(model->state(PlaceIdx(1)) == PlaceState::kOffNetwork);
  CHECK(model->snap_distance_m(PlaceIdx(0)) == 1000);
  CHECK_FALSE(model->snap_distance_m(PlaceIdx(1)));
  CHECK(model->site_snap_distance_m(SiteIdx(0)) == 0);
}

TEST_CASE("a walk straight to the site touches no road and does not wait") {
  const TravelCase roads(R"(
1    2

A----B)",
                         "1", "2");
  TravelOptions options = plain_options();
  options.profile.waiting_min = given(10);
  CHECK(roads.time(options) == TravelTime(4 * kOffCellMs + 5 * kCellMs + 600'000));
  options.profile.direct_max_m = 500;
  CHECK(roads.time(options) == TravelTime(5 * kOffCellMs));
  options.direction = Direction::kRoundTrip;
  CHECK(roads.time(options) == TravelTime(10 * kOffCellMs));
  options.profile.direct_max_m = 499.9;
  CHECK(roads.time(options) == TravelTime(8 * kOffCellMs + 10 * kCellMs + 600'000));
}

TEST_CASE("a walk straight to the site does not cross a river, nor count for a closed site") {
  const TravelCase roads(R"(
1 ! 2
  !
  !
A===B)",
                         "1", "21");
  TravelOptions options = plain_options();
  options.profile.direct_max_m = 500;
  const auto model = roads.model(options);
  CHECK(model->times(SiteIdx(0))[PlaceIdx(0)] == TravelTime(6 * kOffCellMs + 4 * kCellMs));
  CHECK(model->times(SiteIdx(1))[PlaceIdx(0)] == TravelTime(0));
  const SiteIdx open[] = {SiteIdx(0)};
  CHECK(model->nearest(open)[PlaceIdx(0)].site == SiteIdx(0));
}

TEST_CASE("of several attachments the fastest wins, not the nearest") {
  const TravelCase roads(R"(
A-------------B--E
  1           |
              |
C-------------D--F)",
                         "1", "C");
  TravelOptions options = plain_options();
  options.profile.attachments = 1;
  CHECK(roads.time(options) == TravelTime(1 * kOffCellMs + (12 + 3 + 14) * kCellMs));
  options.profile.attachments = 3;
  CHECK(roads.time(options) == TravelTime(2 * kOffCellMs + 2 * kCellMs));
}
