#include "geo/io/read_profiles.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;

namespace {

/// A file with one profile that has these lines besides its name and speeds.
std::string one_profile(const std::string& lines) {
  return "format = 1\n[[profile]]\nname = \"auto\"\n" + lines;
}
const std::string kSpeeds = "speeds = [ { class = \"trunk\", km_h = 35 } ]\n";

void check_refused(const std::string& content, const std::string& expected) {
  INFO(content);
  CHECK_THROWS_WITH(parse_profiles(content, "p.toml"), Catch::Contains(expected));
  CHECK_THROWS_AS(parse_profiles(content, "p.toml"), ConfigError);
}

}  // namespace

TEST_CASE("a profile that says little gets the defaults") {
  const Profile profile = parse_profiles(one_profile(kSpeeds), "p.toml").at("auto");
  CHECK(profile.title == "auto");
  CHECK(profile.direction == Direction::kToCentre);
  CHECK(profile.attachments == 3);
  CHECK(profile.direct_max_m == 0);
  CHECK(profile.respect_barriers);
  CHECK(profile.respect_one_way);
  CHECK(profile.use_road_speed);
  CHECK(profile.fallback.empty());
  CHECK_FALSE(profile.service_hours);
  CHECK_FALSE(profile.vehicle);
  CHECK(profile.access_speed_km_h.source == "assumed");
}

TEST_CASE("every key of a profile is read") {
  const Profile p = parse_profiles(one_profile(R"(
title = "Shared auto"
direction = "round-trip"
vehicle = "shared-auto"
attachments = 2
direct_max_m = 1500
respect_barriers = false
respect_one_way = false
use_road_speed = false
fallback = "walk"
service_hours = [5, 21.5]
access_speed_km_h = { value = 4.5, low = 3, high = 5, source = "survey" }
circuity = 1.4
max_access_m = { value = 6000 }
waiting_min = { value = 10, low = 5, high = 20 }
)" + kSpeeds),
                                   "p.toml")
                        .at("auto");
  CHECK(p.title == "Shared auto");
  CHECK(p.direction == Direction::kRoundTrip);
  CHECK(p.vehicle == Vehicle::kSharedAuto);
  CHECK(p.attachments == 2);
  CHECK(p.direct_max_m == 1500);
  CHECK_FALSE(p.respect_barriers);
  CHECK_FALSE(p.respect_one_way);
  CHECK_FALSE(p.use_road_speed);
  CHECK(p.fallback == "walk");
  CHECK(p.service_hours == std::pair(5.0, 21.5));
  CHECK(p.access_speed_km_h.low == 3);
  CHECK(p.access_speed_km_h.source == "survey");
  CHECK(p.max_access_m.high == 6000);
  CHECK(p.waiting_min.high == 20);
}

TEST_CASE("a bare number is its own range, and is said to be given") {
  const Profile p = parse_profiles(one_profile("circuity = 1.4\n" + kSpeeds), "p.toml").at("auto");
  CHECK(p.circuity.value == 1.4);
  CHECK(p.circuity.low == 1.4);
  CHECK(p.circuity.high == 1.4);
  CHECK(p.circuity.source == "given");
}

TEST_CASE("an entry without a season, or for all, holds in both") {
  const Profile p = parse_profiles(one_profile(R"(
speeds = [ { class = "trunk", km_h = 35 }, { class = "track", season = "dry", km_h = 10 },
           { class = "path", season = "all", km_h = 5, low = 4, high = 6, source = "x" } ]
surface_factors = [ { surface = "unpaved", season = "monsoon", factor = 0.6 } ]
closed = [ { class = "track", season = "monsoon" } ]
)"),
                                   "p.toml")
                        .at("auto");
  CHECK(p.speed_km_h.size() == 5);
  CHECK(p.speed_km_h.at({"path", Season::kMonsoon}).low == 4);
  CHECK(p.surface_factor.at({"unpaved", Season::kMonsoon}).value == 0.6);
  CHECK(p.surface_factor.size() == 1);
  CHECK(p.closed.contains({"track", Season::kMonsoon}));
}

TEST_CASE("what makes no sense in a profile is refused, and said where") {
  check_refused("format = 2\n", "format 2 is not known");
  check_refused("format = 1\n", "there is no profile");
  check_refused(one_profile(""), "profile 'auto' can go nowhere");
  check_refused(one_profile(kSpeeds) + "[[profile]]\nname = \"auto\"\n" + kSpeeds,
                "two profiles are called 'auto'");
  check_refused(one_profile("fallback = \"auto\"\n" + kSpeeds), "falls back on itself");
  check_refused(one_profile("vehicle = \"boat\"\n" + kSpeeds), "unknown vehicle 'boat'");
  check_refused(one_profile("direction = \"there\"\n" + kSpeeds), "unknown direction 'there'");
  check_refused(one_profile("attachments = 0\n" + kSpeeds), "must be from 1 to 64, not 0");
  check_refused(one_profile("direct_max_m = -1\n" + kSpeeds), "must be not negative, not -1");
  check_refused(one_profile("service_hours = [21, 5]\n" + kSpeeds), "the earlier first");
  check_refused(one_profile("circuity = 0.9\n" + kSpeeds), "'circuity' must be at least 1");
  check_refused(one_profile("waiting_min = { value = 9, low = 10 }\n" + kSpeeds),
                "value = 9 does not lie in its range, 10 to 9");
  check_refused(one_profile("access_speed_km_h = 0\n" + kSpeeds), "must be more than zero, not 0");
  CHECK_THROWS_WITH(parse_profiles(one_profile("circuity = 0.9\n" + kSpeeds), "p.toml"),
                    Catch::Contains("p.toml, line 4"));
}

TEST_CASE("what makes no sense in a speed, a surface or a closure is refused") {
  check_refused(one_profile("speeds = [ { class = \"trunk\", km_h = 0 } ]"),
                "'km_h' must be more than zero, not 0");
  check_refused(one_profile("speeds = [ { class = \"trunk\", season = \"wet\", km_h = 9 } ]"),
                "unknown season 'wet'");
  check_refused(one_profile("speeds = [ { class = \"a\", km_h = 9 }, { class = \"a\", season = "
                            "\"dry\", km_h = 8 } ]"),
                "class 'a' has two speeds in the dry season");
  check_refused(one_profile(kSpeeds + "surface_factors = [ { surface = \"mud\", factor = 0 } ]"),
                "'factor' must be more than zero");
  check_refused(one_profile(kSpeeds + "surface_factors = [ { surface = \"mud\", factor = 0.5 }, "
                                      "{ surface = \"mud\", factor = 0.6 } ]"),
                "surface 'mud' has two factors in the dry season");
  check_refused(one_profile(kSpeeds + "closed = [ { class = \"track\" } ]"),
                "class 'track' is closed, but has no speed");
}

TEST_CASE("an unknown key of a profile is refused with the nearest known one") {
  check_refused(one_profile("waitin_min = 3\n" + kSpeeds), "waiting_min");
  check_refused(one_profile("speeds = [ { clas = \"a\", class = \"a\", km_h = 3 } ]"), "class");
}

TEST_CASE("a later file replaces profiles of an earlier one, and fallbacks are looked up in all") {
  const test::TempDir dir;
  const auto base = dir.write("base.toml", "format = 1\n[[profile]]\nname = \"walk\"\n" + kSpeeds);
  const auto more =
      dir.write("more.toml", one_profile("fallback = \"walk\"\ntitle = \"Mine\"\n" + kSpeeds));
  const std::vector<std::filesystem::path> both = {base, more};
  const ProfileSet profiles = read_profiles(both);
  CHECK(profiles.size() == 2);
  CHECK(get_profile(profiles, "auto").title == "Mine");
  const std::vector<std::filesystem::path> alone = {more};
  CHECK_THROWS_WITH(read_profiles(alone),
                    Catch::Contains("profile 'auto' falls back on 'walk', which is not known"));
}

TEST_CASE("a fallback that has hours, or a fallback, of its own is refused") {
  const test::TempDir dir;
  const auto error_of = [&](const std::string& fallback) {
    const std::string walk = "[[profile]]\nname = \"walk\"\n" + kSpeeds;
    const std::vector<std::filesystem::path> files = {
        dir.write("p.toml", one_profile("fallback = \"bus\"\n" + kSpeeds) +
                                "[[profile]]\nname = \"bus\"\n" + fallback + kSpeeds + walk)};
    try {
      return std::to_string(read_profiles(files).size());
    } catch (const ConfigError& error) {
      return std::string(error.what());
    }
  };
  CHECK(error_of("") == "3");
  CHECK_THAT(error_of("service_hours = [6, 19]\n"),
             Catch::Contains("falls back on 'bus', which has hours of service"));
  CHECK_THAT(error_of("fallback = \"walk\"\n"),
             Catch::Contains("falls back on 'bus', which has a fallback itself"));
}

TEST_CASE("an unknown profile is refused with the nearest known one") {
  const ProfileSet profiles = parse_profiles(one_profile(kSpeeds), "p.toml");
  CHECK_THROWS_WITH(get_profile(profiles, "atuo"), Catch::Contains("there is no profile 'atuo'") &&
                                                       Catch::Contains("did you mean 'auto'?"));
}
