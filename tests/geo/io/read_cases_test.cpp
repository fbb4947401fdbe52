#include "geo/io/read_cases.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"
#include "tests/geo/io/written_files.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

SmallDataset make_with_cases(const std::string& cases) {
  SmallDataset small;
  small.write("c.csv", cases);
  small.write("dataset.toml", std::string(kSmallToml) + R"([layers.cases]
source = "c.csv"
fields = { year = "year", registered = "n", disposed = "d", months = "m", source = "s", centre = "c", open = "o", beds_in_use = "b", wait_hours = "w", follow_ups = "f" }
)");
  return small;
}

const std::string kHeader = "year,n,d,m,s,c,o,b,w,f\n";
const std::string kYears = kHeader + "2023-24,100,90,12,office,,,,,\n2024-25,80,,10,,,,,,\n";

std::string error_with(const std::string& rows) {
  return make_with_cases(kYears + rows).get_error();
}

/// The id of the first centre.
std::string first_centre() {
  return make_with_cases(kYears).read().centres.centres[CentreIdx(0)].id;
}

}  // namespace

TEST_CASE("cases are read year by year") {
  const auto cases = make_with_cases(kYears).read().cases;
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].year == "2023-24");
  CHECK(cases[0].registered == 100);
  CHECK(cases[0].source == "office");
  CHECK(cases[1].disposed == 0);
  CHECK(cases[1].months == 10);
}

TEST_CASE("a year without a number of cases is left out and named") {
  CHECK_THAT(error_with("2025-26,,,,,,,,,\n"),
             Contains("no year or no registered cases (line 4: 2025-26)"));
}

TEST_CASE("a year of one centre, a year twice and a year of no month are refused and named") {
  CHECK_THAT(error_with("2025-26,7,5,12,," + first_centre() + ",,,,\n"),
             Contains("years are of all centres together (line 4: " + first_centre()));
  CHECK_THAT(error_with("2024-25,90,,10,,,,,,\n"),
             Contains("a year twice, the first row counts (line 4: 2024-25)"));
  for (const char* months : {"0", "13"}) {
    CHECK_THAT(error_with(std::string("2025-26,90,,") + months + ",,,,,,\n"),
               Contains("a year has 1 to 12 months (line 4: 2025-26"));
  }
}

TEST_CASE("years come in their order, whatever that of the rows") {
  const auto cases =
      make_with_cases(kHeader + "2024-25,80,,10,,,,,,\n2023-24,100,90,12,,,,,,\n").read().cases;
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].year == "2023-24");
}

TEST_CASE("a week of all centres and one of a centre are read beside the years, in order") {
  const std::string id = first_centre();
  const auto data = make_with_cases(kYears + "2025-W14,7,5,,log," + id + ",30,2.5,6.25,4\n" +
                                    "2025W02,150,,,,,,,,\n2025-W14,160,155,,,,,,,\n")
                        .read();
  CHECK(data.cases.size() == 2);
  REQUIRE(data.case_weeks.size() == 3);
  CHECK(data.case_weeks[0].week == 2);
  CHECK_FALSE(data.case_weeks[0].disposed);
  const CaseWeek& own = data.case_weeks[1];
  CHECK(own.year == 2025);
  CHECK(own.centre == CentreIdx(0));
  CHECK(own.registered == 7);
  CHECK(own.disposed == 5);
  CHECK(own.open == 30);
  CHECK(own.beds == 2.5);
  CHECK(own.wait_h == 6.25);
  CHECK(own.follow_ups == 4);
  CHECK(own.source == "log");
  CHECK_FALSE(data.case_weeks[2].centre.valid());
}

TEST_CASE("a week that cannot be is refused and named") {
  CHECK_THAT(
      error_with("2025-W54,1,,,,,,,,\n"),
      Contains("the year has no such week") && Contains("2025-W54; 2025 has the weeks 1 to 52"));
  CHECK_THAT(error_with("2025-W53,1,,,,,,,,\n"), Contains("the year has no such week"));
  CHECK_THAT(error_with("2025-W00,1,,,,,,,,\n"), Contains("the year has no such week"));
  CHECK(make_with_cases(kYears + "2026-W53,1,,,,,,,,\n2020-W53,1,,,,,,,,\n")
            .read()
            .case_weeks.size() == 2);
}

TEST_CASE("a week twice, an unknown centre and a negative count are refused and named") {
  CHECK_THAT(error_with("2025-W14,1,,,,,,,,\n2025-W14,2,,,,,,,,\n"),
             Contains("a week twice, the first row counts") && Contains("2025-W14 of all centres"));
  CHECK_THAT(error_with("2025-W14,1,,,,nowhere,,,,\n"),
             Contains("unknown centre") && Contains("nowhere of 2025-W14"));
  CHECK_THAT(error_with("2025-W14,-1,,,,,,,,\n"), Contains("registered is out of range"));
  CHECK_THAT(error_with("2025-W14,1,,,,,,-2,,\n"), Contains("beds_in_use is out of range"));
}
