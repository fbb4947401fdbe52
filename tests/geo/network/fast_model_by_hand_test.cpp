// Drawn maps worked by hand, put to the reference and to the model on the engine alike.
#include <catch2/catch.hpp>

#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Both models over a network, with places and sites.
class BothModels {
 public:
  BothModels(const TravelInputs& inputs, const TravelOptions& options)
      : reference_(make_reference_model(inputs, options, silent_)),
        fast_(make_fast_model(inputs, options, silent_)) {}

  void check_time(std::size_t place, std::size_t site, TravelTime expected) const {
    CHECK(reference_->times(SiteIdx(site))[PlaceIdx(place)] == expected);
    CHECK(fast_->times(SiteIdx(site))[PlaceIdx(place)] == expected);
  }
  void check_nearest(std::size_t place, TravelTime time, SiteIdx site) const {
    std::vector<SiteIdx> open;
    for (std::size_t s = 0; s < fast_->n_sites(); ++s) open.emplace_back(s);
    for (const auto* model : {reference_.get(), fast_.get()}) {
      const Nearest found = model->nearest(open)[PlaceIdx(place)];
      CHECK(found.time == time);
      CHECK(found.site == site);
    }
  }

 private:
  SilentProgress silent_;
  std::unique_ptr<TravelModel> reference_, fast_;
};

/// A drawing with its places and sites, in both models.
class DrawnTwice {
 public:
  DrawnTwice(std::string_view drawing, std::string_view places, std::string_view sites)
      : drawn_(drawing, places, sites) {}

  [[nodiscard]] BothModels ask(const TravelOptions& options) {
    return {{drawn_.network(), plane_, drawn_.map().barriers, drawn_.places(), drawn_.sites()},
            options};
  }
  void put(std::vector<Xy> places, std::vector<Xy> sites) {
    drawn_.places() = std::move(places);
    drawn_.sites() = std::move(sites);
  }

 private:
  TravelCase drawn_;
  PlaneGround plane_;
};

TravelOptions going(Direction direction) {
  TravelOptions options = plain_options();
  options.direction = direction;
  return options;
}

/// Ferries are drawn as tracks.
TravelOptions with_ferries(double speed_km_h) {
  TravelOptions options = plain_options();
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    options.profile.speed_km_h[{"track", season}] = given(speed_km_h);
  }
  return options;
}

TravelTime road_cells(std::uint32_t n) { return TravelTime(n * kCellMs); }

/// Roads from node to node along the X axis, of lengths of their own.
struct RoadList {
  void add(double from, double to, double length_m, OneWay one_way = OneWay::kNo) {
    Road road;
    road.road_class = "road";
    road.line = {{from, 0}, {to, 0}};
    road.segment_m = {length_m};
    road.one_way = one_way;
    layer.roads.push_back(road);
  }
  RoadLayer layer;
};

}  // namespace

TEST_CASE("both models go round a block of one-ways") {
  // Clockwise only: there by the top, back by the bottom.
  DrawnTwice block(R"(
A>>>B
^   v
C<<<D)",
                   "A", "D");
  block.ask(going(Direction::kToCentre)).check_time(0, 0, road_cells(6));
  block.ask(going(Direction::kFromCentre)).check_time(0, 0, road_cells(6));
  block.ask(going(Direction::kRoundTrip)).check_time(0, 0, road_cells(12));
}

TEST_CASE("both models leave a roundabout at the third exit") {
  DrawnTwice roundabout(R"(
    N
    |
W---A<<<D---E
    v   ^
    B>>>C
    |
    S)",
                        "WS", "EN");
  const auto there = roundabout.ask(going(Direction::kToCentre));
  there.check_time(0, 0, road_cells(4 + 2 + 4 + 2 + 4));  // W A B C D E
  there.check_time(1, 1, road_cells(2 + 4 + 2 + 4 + 2));  // S B C D A N
  roundabout.ask(going(Direction::kFromCentre)).check_time(0, 0, road_cells(4 + 4 + 4));
}

TEST_CASE("both models take a ferry only where it is faster than the bridge") {
  DrawnTwice river(R"(
A--B.C--D
|   !   |
|   !   |
E=======F
    !)",
                   "A", "D");
  river.ask(with_ferries(18)).check_time(0, 0, road_cells(3 + 2 * 2 + 3));
  river.ask(with_ferries(3.6)).check_time(0, 0, road_cells(3 + 8 + 3));
}

TEST_CASE("both models walk to the road on their side of the river") {
  DrawnTwice river(R"(
A-------B
 ~~~~~~~"
  1     "
        "
        "
C-------D)",
                   "1", "A");
  auto options = plain_options();
  options.profile.attachments = 1;
  river.ask(options).check_time(0, 0, TravelTime(3 * kOffCellMs + (6 + 5 + 8) * kCellMs));
  options.profile.respect_barriers = false;
  river.ask(options).check_time(0, 0, TravelTime(2 * kOffCellMs + 2 * kCellMs));
}

TEST_CASE("both models leave an island alone, and those on it") {
  DrawnTwice islands(R"(
A---B

C---D)",
                     "AC", "BD");
  auto options = plain_options();
  options.main_component_only = false;
  options.profile.attachments = 1;
  const auto models = islands.ask(options);
  models.check_time(0, 1, TravelTime::unreachable());
  models.check_time(1, 0, TravelTime::unreachable());
  models.check_nearest(0, road_cells(4), SiteIdx(0));
  models.check_nearest(1, road_cells(4), SiteIdx(1));
}

TEST_CASE("both models give a tie to the smaller site, at junctions and on links") {
  DrawnTwice road("A---B---C", "B", "CA");
  road.ask(plain_options()).check_nearest(0, road_cells(4), SiteIdx(0));
  road.put({{400, 0}, {399, 0}, {401, 0}}, {{800, 0}, {0, 0}, {0, 0}});
  const auto models = road.ask(plain_options());
  models.check_nearest(0, TravelTime(40'000), SiteIdx(0));
  models.check_nearest(1, TravelTime(39'900), SiteIdx(1));
  models.check_nearest(2, TravelTime(39'900), SiteIdx(0));
}

TEST_CASE("both models go along the link that a place and its site share") {
  DrawnTwice road("A-----B", "A", "B");
  road.put({{150, 0}, {450, 0}}, {{450, 0}, {150, 0}});
  road.ask(plain_options()).check_time(0, 0, TravelTime(30'000));
  road.ask(plain_options()).check_nearest(1, TravelTime(0), SiteIdx(0));
}

TEST_CASE("both models do not go back along a one-way link that a place and its site share") {
  DrawnTwice road("A>>>>>B", "A", "B");
  road.put({{150, 0}, {450, 0}}, {{450, 0}, {150, 0}});
  auto options = going(Direction::kToCentre);
  options.main_component_only = false;
  road.ask(options).check_time(0, 0, TravelTime(30'000));
  road.ask(options).check_time(1, 1, TravelTime::unreachable());
  options.direction = Direction::kRoundTrip;
  road.ask(options).check_time(0, 0, TravelTime::unreachable());
}

TEST_CASE("both models pass links of no length, and take the shortest of parallel ones") {
  RoadList roads;
  roads.add(0, 100, 0);
  roads.add(100, 200, 100);
  roads.add(100, 200, 70);
  roads.add(100, 200, 30, OneWay::kBackward);
  PlaneGround plane;
  const auto network = build_network(roads.layer, plane, {.end_tolerance_m = 0}).network;
  const std::vector<Xy> places = {{0, 0}, {100, 0}};
  const std::vector<Xy> sites = {{200, 0}, {100, 0}};
  const BarrierLayer none;
  const TravelInputs inputs{network, plane, none, places, sites};
  const BothModels there(inputs, going(Direction::kToCentre));
  there.check_time(0, 0, TravelTime(7'000));
  there.check_time(1, 0, TravelTime(7'000));
  there.check_nearest(0, TravelTime(0), SiteIdx(1));
  BothModels(inputs, going(Direction::kRoundTrip)).check_time(0, 0, TravelTime(10'000));
}

TEST_CASE("both models reach the longest time that there is, and nothing beyond it") {
  DrawnTwice road("A--B", "A", "B");
  road.put({{0, 0}}, {{300, 0}, {300, 0.001}});
  auto options = plain_options();
  const double whole_s = TravelTime::kMaxMs / 1000.0;
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    options.profile.speed_km_h[{"*", season}] = given(0.3 / whole_s * 3600);
  }
  const auto models = road.ask(options);
  models.check_time(0, 0, TravelTime(TravelTime::kMaxMs));
  models.check_time(0, 1, TravelTime::unreachable());  // a millimetre off the road: 1 ms more
}

TEST_CASE("both models walk as far as allowed, and not a millimetre farther") {
  DrawnTwice road("A---B", "A", "B");
  road.put({{0, 1000}, {0, 1000.001}}, {{400, 0}});
  const auto models = road.ask(plain_options());
  models.check_time(0, 0, TravelTime(10 * kOffCellMs + 4 * kCellMs));
  models.check_time(1, 0, TravelTime::unreachable());
}
