#include "geo/io/osm/barrier_node.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

std::string passes(const TagText& text) {
  osm::TagReport report;
  return to_string(find_node_rule(text.tags(), report).passes);
}

}  // namespace

TEST_CASE("gates and the like let everybody pass") {
  for (const std::string value :
       {"gate", "lift_gate", "cattle_grid", "toll_booth", "entrance", "border_control", "kerb"}) {
    CHECK(passes({"barrier=" + value}) == "all");
  }
}

TEST_CASE("bollards and other barriers let walkers pass") {
  for (const std::string value : {"bollard", "block", "stile", "cycle_barrier", "anything"}) {
    CHECK(passes({"barrier=" + value}) == "foot");
  }
  CHECK(passes({"barrier=bollard", "bollard=rising"}) == "all");
  CHECK(passes({"barrier=bus_trap"}) == "foot rescue bus");
  CHECK(passes({"barrier=wall"}) == "none");
}

TEST_CASE("access keys at a barrier decide") {
  CHECK(passes({"barrier=gate", "access=private"}) == "rescue");
  CHECK(passes({"barrier=gate", "access=no", "foot=yes"}) == "foot");
  CHECK(passes({"barrier=bollard", "access=yes"}) == "all");
  CHECK(passes({"barrier=bollard", "bus=yes"}) == "foot bus");
  CHECK(passes({"barrier=gate", "locked=yes"}) == "rescue");
  CHECK(passes({"barrier=gate", "locked=yes", "foot=yes"}) == "foot rescue");
}

TEST_CASE("a node without barrier or ford does not matter") {
  osm::TagReport report;
  const TagText crossing{"highway=crossing"}, ford{"ford=yes"};
  CHECK_FALSE(find_node_rule(crossing.tags(), report).matters());
  CHECK(find_node_rule(ford.tags(), report).closed_in_monsoon);
  CHECK(find_node_rule(ford.tags(), report).matters());
}
