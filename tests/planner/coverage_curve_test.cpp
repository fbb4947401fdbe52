#include "planner/tables/coverage_curve.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("the curve goes through the bands, from nobody before the start to all who have a time") {
  const DrawnStudy drawn;
  const CoverageResult coverage = drawn.coverage();
  const CoverageCurve curve = make_coverage_curve(coverage);
  const auto limits = coverage.bands.limits_min();
  CHECK(curve.minutes.front() == 0);
  CHECK(curve.minutes.back() == 2 * limits.back());
  CHECK(std::ranges::is_sorted(curve.minutes));
  for (std::size_t set = 0; set < coverage.sets.size(); ++set) {
    for (std::size_t band = 0; band < limits.size(); ++band) {
      const auto at = std::ranges::find(curve.minutes, limits[band]) - curve.minutes.begin();
      CHECK(curve.within[set][static_cast<std::size_t>(at)] == coverage.sets[set].all.within(band));
    }
  }
}

TEST_CASE("the curve counts what a look at every settlement counts") {
  const DrawnStudy drawn;
  const CoverageResult coverage = drawn.coverage();
  const CoverageCurve curve = make_coverage_curve(coverage);
  for (std::size_t set = 0; set < coverage.sets.size(); ++set) {
    for (std::size_t i = 0; i < curve.minutes.size(); ++i) {
      Women expected;
      for (const SettlementIdx at : indices(coverage.women)) {
        const TravelTime time = coverage.sets[set].reach[at].time;
        const bool within = time.reachable() && time.minutes() <= curve.minutes[i];
        if (within) expected += coverage.women[at];
      }
      CHECK(curve.within[set][i] == expected);
    }
  }
}

TEST_CASE("the table of the curve has the women of each set beside the minutes") {
  const DrawnStudy drawn;
  const CoverageResult coverage = drawn.coverage();
  const CoverageCurve curve = make_coverage_curve(coverage);
  const Table table = make_coverage_curve_table(drawn.study, coverage);
  CHECK_NOTHROW(require_sound(table));
  REQUIRE(table.rows.size() == curve.minutes.size());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    CHECK(table.rows[i][0] == Cell(curve.minutes[i]));
    CHECK(table.rows[i][1] == Cell(curve.within[0][i].all));
    CHECK(table.rows[i][4] == Cell(curve.within[1][i].rural));
  }
}
