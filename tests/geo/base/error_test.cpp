#include "geo/base/error.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("a message gives what, where, why and what to try, one a line") {
  const DataError error({"the layer is empty", "roads.gpkg, layer 'roads'",
                         "no road, no travel time", "check the filter"});
  CHECK(std::string(error.what()) ==
        "the layer is empty\n"
        "  where: roads.gpkg, layer 'roads'\n"
        "  why it matters: no road, no travel time\n"
        "  what to try: check the filter");
}

TEST_CASE("empty parts of a message are left out") {
  CHECK(to_string(Problem{.what = "disk full", .hint = "free some space"}) ==
        "disk full\n  what to try: free some space");
}
