#include "geo/base/nearest_name.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("the nearest known name is found for a slip of the finger") {
  const std::vector<std::string> known = {"profile", "season", "bands_min"};
  CHECK(find_nearest_name("seasn", known) == "season");
  CHECK(find_nearest_name("Profile", known) == "profile");
  CHECK(find_nearest_name("band_min", known) == "bands_min");
}

TEST_CASE("nothing is suggested for a name unlike all") {
  const std::vector<std::string> known = {"profile", "season"};
  CHECK_FALSE(find_nearest_name("xyzzyq", known));
  CHECK_FALSE(find_nearest_name("x", {}));
}
