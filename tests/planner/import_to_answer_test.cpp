// From a map to minutes: what its tags do to the answers, through the program as it is used.
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "tests/geo/io/osm/osm_text.h"
#include "tests/support/run_program.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// A hundredth of a degree along the 25th parallel is 1009.35 m; at 36 km/h 1.682 minutes.
constexpr double kStepMin = 1.682;
constexpr double kTolerance = 0.01;

/// Everything is as fast as a cart, but for what a map says; off the road nobody goes far.
constexpr const char* kProfiles = R"(format = 1
[[profile]]
name = "cart"
vehicle = "car"
direction = "to-centre"
access_speed_km_h = 4
circuity = 1
max_access_m = 50
waiting_min = 0
speeds = [ { class = "*", season = "all", km_h = 36 } ]
[[profile]]
name = "walker"
vehicle = "foot"
direction = "to-centre"
access_speed_km_h = 4
circuity = 1
max_access_m = 50
waiting_min = 0
speeds = [ { class = "*", season = "all", km_h = 36 } ]
)";

/// A row of corners a step apart, numbered from 1, and a second row to the north, from 11.
OsmText corners() {
  OsmText map;
  for (long i = 0; i < 4; ++i) {
    map.node(1 + i, 85 + 0.01 * static_cast<double>(i), 25);
    map.node(11 + i, 85 + 0.01 * static_cast<double>(i), 25.01);
  }
  map.node(99, 85, 25, {"place=village", "name=Rampur", "population=10"});
  map.node(98, 85, 25, {"amenity=hospital", "name=Sadar"});
  return map;
}

class Atlas {
 public:
  explicit Atlas(const OsmText& map) {
    folder_.write("map.osm", map.xml());
    folder_.write("profiles.toml", kProfiles);
    std::ostringstream places;
    places << "id,lon,lat\n";
    for (int i = 0; i < 4; ++i) {
      places << 1 + i << ',' << 85 + 0.01 * i << ",25\n" << 11 + i << ',' << 85 + 0.01 * i;
      places << ",25.01\n";
    }
    folder_.write("places.csv", places.str());
    const auto imported = run({"import", "map.osm", "-o", "data"});
    CAPTURE(imported.err);
    REQUIRE(imported.exit_code == 0);
  }

  /// Minutes between corners, "" where there is no way.
  [[nodiscard]] std::map<std::string, std::string> minutes(const std::string& profile) const {
    const auto result = run({"matrix", "--from", "places.csv", "--to", "places.csv", "--data",
                             "data", "--set", "travel.profiles=[\"profiles.toml\"]", "--set",
                             "travel.component=\"any\"", "--profile", profile});
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    std::map<std::string, std::string> found;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) {
      const auto to = line.find(','), cost = line.find(',', to + 1), end = line.find(',', cost + 1);
      found[line.substr(0, to) + ">" + line.substr(to + 1, cost - to - 1)] =
          line.substr(cost + 1, end - cost - 1);
    }
    return found;
  }

  [[nodiscard]] double minutes(const std::string& profile, const std::string& trip) const {
    const auto text = minutes(profile).at(trip);
    return text.empty() ? -1 : std::stod(text);
  }

 private:
  [[nodiscard]] ProgramResult run(const std::vector<std::string>& args) const {
    return run_program_in(folder_.path(), args);
  }
  TempDir folder_;
};

constexpr double kNoWay = -1;

}  // namespace

TEST_CASE("a road is as long on the map as on the ground, both ways") {
  const Atlas atlas(corners().way(1, {1, 2, 3}, {"highway=tertiary"}));
  CHECK(atlas.minutes("cart", "1>2") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "1>3") == Approx(2 * kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "3>1") == atlas.minutes("cart", "1>3"));
  CHECK(atlas.minutes("cart", "1>1") == 0);
  CHECK(atlas.minutes("cart", "1>4") == kNoWay);
}

TEST_CASE("a one-way is driven one way, and walked both") {
  const Atlas atlas(corners()
                        .way(1, {1, 2}, {"highway=tertiary", "oneway=yes"})
                        .way(2, {2, 12, 11, 1}, {"highway=tertiary", "oneway=yes"}));
  CHECK(atlas.minutes("cart", "1>2") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "2>1") > 3 * kStepMin);
  CHECK(atlas.minutes("walker", "2>1") == Approx(kStepMin).margin(kTolerance));
}

TEST_CASE("a one-way against the drawing is turned round") {
  const Atlas atlas(corners().way(1, {1, 2}, {"highway=tertiary", "oneway=-1"}));
  CHECK(atlas.minutes("cart", "2>1") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "1>2") == kNoWay);
}

TEST_CASE("a roundabout goes round") {
  const Atlas atlas(
      corners().way(1, {1, 2, 12, 11, 1}, {"highway=tertiary", "junction=roundabout"}));
  CHECK(atlas.minutes("cart", "1>2") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "2>1") > 3 * kStepMin);
}

TEST_CASE("a forbidden turn is driven round, and walked") {
  const Atlas atlas(corners()
                        .way(1, {1, 2}, {"highway=tertiary"})
                        .way(2, {2, 3}, {"highway=tertiary"})
                        .way(3, {2, 12, 13, 3}, {"highway=tertiary"})
                        .turn(1, 1, 2, 2, {"type=restriction", "restriction=no_straight_on"}));
  CHECK(atlas.minutes("cart", "1>2") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "1>3") > 4 * kStepMin - kTolerance);
  CHECK(atlas.minutes("cart", "3>1") == Approx(2 * kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("cart", "2>3") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("walker", "1>3") == Approx(2 * kStepMin).margin(kTolerance));
}

TEST_CASE("a limit slows who would be faster") {
  const Atlas atlas(corners()
                        .way(1, {1, 2}, {"highway=tertiary", "maxspeed=18"})
                        .way(2, {2, 3}, {"highway=tertiary", "maxspeed=90"}));
  CHECK(atlas.minutes("cart", "1>2") == Approx(2 * kStepMin).margin(2 * kTolerance));
  CHECK(atlas.minutes("cart", "2>3") == Approx(kStepMin).margin(kTolerance));
}

TEST_CASE("a road without motors carries walkers only") {
  const Atlas atlas(corners()
                        .way(1, {1, 2}, {"highway=tertiary", "motor_vehicle=no"})
                        .way(2, {2, 3}, {"highway=footway"})
                        .way(3, {3, 4}, {"highway=tertiary", "foot=no"}));
  CHECK(atlas.minutes("cart", "1>2") == kNoWay);
  CHECK(atlas.minutes("cart", "2>3") == kNoWay);
  CHECK(atlas.minutes("cart", "3>4") == Approx(kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("walker", "1>3") == Approx(2 * kStepMin).margin(kTolerance));
  CHECK(atlas.minutes("walker", "3>4") == kNoWay);
}

TEST_CASE("a bollard stops a cart and no walker") {
  OsmText map = corners();
  map.node(50, 85.005, 25, {"barrier=bollard"});
  const Atlas atlas(map.way(1, {1, 50, 2}, {"highway=tertiary"}));
  CHECK(atlas.minutes("cart", "1>2") == kNoWay);
  CHECK(atlas.minutes("walker", "1>2") == Approx(kStepMin).margin(kTolerance));
}

TEST_CASE("roads that cross without a common node do not meet") {
  OsmText map = corners();
  const Atlas atlas(map.way(1, {1, 12}, {"highway=tertiary"})
                        .way(2, {2, 11}, {"highway=tertiary", "bridge=yes"}));
  CHECK(atlas.minutes("cart", "1>12") > 0);
  CHECK(atlas.minutes("cart", "2>11") > 0);
  CHECK(atlas.minutes("cart", "1>11") == kNoWay);
}

TEST_CASE("what is being built is no road yet") {
  const Atlas atlas(corners()
                        .way(1, {1, 2}, {"highway=construction", "construction=primary"})
                        .way(2, {1, 11}, {"highway=tertiary"})
                        .way(3, {3, 4}, {"highway=tertiary"}));
  CHECK(atlas.minutes("cart", "1>2") == kNoWay);
  CHECK(atlas.minutes("cart", "3>4") == Approx(kStepMin).margin(kTolerance));
}
