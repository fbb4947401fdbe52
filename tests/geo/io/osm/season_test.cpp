#include "geo/io/osm/season.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

bool closed(const TagText& text) {
  osm::TagReport report;
  return is_closed_in_monsoon(text.tags(), report);
}

}  // namespace

TEST_CASE("fords and seasonal roads are closed in the monsoon") {
  CHECK(closed({"ford=yes"}));
  CHECK(closed({"ford=stepping_stones"}));
  CHECK_FALSE(closed({"ford=no"}));
  CHECK(closed({"seasonal=yes"}));
  CHECK(closed({"seasonal=dry_season"}));
  CHECK_FALSE(closed({"seasonal=no"}));
  CHECK(closed({"bridge=low_water_crossing"}));
  CHECK_FALSE(closed({"bridge=yes"}));
  CHECK(closed({"winter_road=yes"}));
  CHECK(closed({"ice_road=yes"}));
  CHECK_FALSE(closed({"highway=primary"}));
}

TEST_CASE("months cover the monsoon when June to September are all among them") {
  CHECK(osm::covers_monsoon("Jun-Sep"));
  CHECK(osm::covers_monsoon("May-Oct"));
  CHECK(osm::covers_monsoon("May-Jul, Aug - Oct"));
  CHECK(osm::covers_monsoon("Jun,Jul,Aug,Sep"));
  CHECK(osm::covers_monsoon("Nov-Sep"));
  CHECK_FALSE(osm::covers_monsoon("Jul-Sep"));
  CHECK_FALSE(osm::covers_monsoon("Oct-Feb"));
  CHECK_FALSE(osm::covers_monsoon("Jun-Sep 07:00-09:00"));
  CHECK_FALSE(osm::covers_monsoon("wet"));
  CHECK_FALSE(osm::covers_monsoon(""));
}

TEST_CASE("a closure of the monsoon months is understood") {
  CHECK(closed({"access:conditional=no @ (Jun-Sep)"}));
  CHECK(closed({"motor_vehicle:conditional=no @ May-Oct"}));
  CHECK_FALSE(closed({"foot:conditional=no @ (Jun-Sep)"}));
}

TEST_CASE("other conditional values are reported and not used") {
  osm::TagReport report;
  const TagText text{"access:conditional=no @ (Mo-Fr 07:00-09:00)", "oneway:conditional=yes @ wet",
                     "maxspeed:conditional=30 @ (22:00-06:00)", "parking:conditional=x @ y"};
  CHECK_FALSE(is_closed_in_monsoon(text.tags(), report));
  CHECK(report.n_unknown() == 3);
  CHECK(report.unknown().contains("access:conditional=no @ (Mo-Fr 07:00-09:00)"));
}

TEST_CASE("an unknown season is reported") {
  osm::TagReport report;
  const TagText text{"seasonal=wet_season"};
  CHECK_FALSE(is_closed_in_monsoon(text.tags(), report));
  CHECK(report.unknown().contains("seasonal=wet_season"));
}
