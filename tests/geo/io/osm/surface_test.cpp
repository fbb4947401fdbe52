#include "geo/io/osm/surface.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

std::string surface(const TagText& text) {
  osm::TagReport report;
  return std::string(find_surface(text.tags(), report).word);
}

}  // namespace

TEST_CASE("surfaces are sorted into paved, gravel and unpaved") {
  for (const std::string value : {"asphalt", "concrete", "paving_stones:30", "sett"}) {
    CHECK(surface({"surface=" + value}) == "paved");
  }
  for (const std::string value : {"gravel", "compacted", "wbm"}) {
    CHECK(surface({"surface=" + value}) == "gravel");
  }
  for (const std::string value : {"dirt", "ground", "mud", "unpaved"}) {
    CHECK(surface({"surface=" + value}) == "unpaved");
  }
  CHECK(surface({"highway=primary"}).empty());
}

TEST_CASE("of several surfaces the worst counts") {
  CHECK(surface({"surface=asphalt;dirt"}) == "unpaved");
  CHECK(surface({"surface=gravel;asphalt"}) == "gravel");
}

TEST_CASE("tracktype speaks where surface is missing") {
  CHECK(surface({"tracktype=grade1"}) == "paved");
  CHECK(surface({"tracktype=grade2"}) == "gravel");
  CHECK(surface({"tracktype=grade5"}) == "unpaved");
  CHECK(surface({"surface=asphalt", "tracktype=grade5"}) == "paved");
}

TEST_CASE("smoothness makes a road worse and never better") {
  CHECK(surface({"surface=asphalt", "smoothness=bad"}) == "gravel");
  CHECK(surface({"surface=asphalt", "smoothness=very_bad"}) == "unpaved");
  CHECK(surface({"surface=dirt", "smoothness=excellent"}) == "unpaved");
  CHECK(surface({"surface=dirt", "smoothness=bad"}) == "unpaved");
  CHECK(surface({"smoothness=good"}).empty());
}

TEST_CASE("an impassable road carries no vehicle") {
  osm::TagReport report;
  const TagText rough{"smoothness=impassable"}, fine{"smoothness=good"};
  CHECK_FALSE(find_surface(rough.tags(), report).passable);
  CHECK(find_surface(fine.tags(), report).passable);
}

TEST_CASE("unknown words for the state of a road are reported") {
  osm::TagReport report;
  const TagText text{"surface=jelly", "tracktype=grade9", "smoothness=silky"};
  CHECK(find_surface(text.tags(), report).word.empty());
  CHECK(report.unknown().contains("surface=jelly"));
  CHECK(report.unknown().contains("tracktype=grade9"));
  CHECK(report.unknown().contains("smoothness=silky"));
}
