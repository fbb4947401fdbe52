#include "planner/simulation/threshold_sweep.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace pahunch;
using Catch::Contains;

namespace {

/// Two draws of three settlements under two sets, without noise.
ExperimentResult make_result() {
  ExperimentResult result;
  using Shares = IdxVector<SettlementIdx, double>;
  const auto shares = [](double a, double b, double c) {
    Shares made;
    for (const double share : {a, b, c}) made.push_back(share);
    return made;
  };
  result.p_served = {{shares(0.75, 0.85, 0.2), shares(0.75, 0.75, 0.2)},
                     {shares(0.95, 0.95, 0.85), shares(0.95, 0.95, 0.75)}};
  result.noise.assign(2, shares(0, 0, 0));
  // Within 45 minutes nobody is served, within 90 all are.
  for (const double share : {0.0, 1.0}) {
    const ServedByDraw served{{shares(share, share, share), shares(share, share, share)},
                              shares(0, 0, 0)};
    result.within.push_back({served, served});
  }
  return result;
}

std::vector<ThresholdRow> sweep() {
  IdxVector<SettlementIdx, Persons> rural;
  for (const Persons women : {100, 20, 3}) rural.push_back(women);
  return sweep_thresholds(make_result(), {}, rural);
}

}  // namespace

TEST_CASE("women underserved are counted anew at each threshold, by draw") {
  const auto rows = sweep();
  REQUIRE(rows.size() == 9);
  CHECK(rows[3].underserved[0].mean == Approx(3));
  CHECK(rows[4].underserved[0].mean == Approx((103 + 123) / 2.0));
  CHECK(rows[4].underserved[0].low == 103);
  CHECK(rows[4].underserved[0].high == 123);
  CHECK(rows[5].underserved[0].mean == Approx(123));
  CHECK(rows[3].underserved[1].mean == 0);
  CHECK(rows[5].underserved[1].mean == Approx(3));
}

TEST_CASE("rows stand by limit of time, the scenario's own among them") {
  const auto rows = sweep();
  CHECK(rows[0].max_minutes == 45);
  CHECK(rows[0].underserved[0].mean == 123);
  CHECK(rows[3].max_minutes == 60);
  CHECK(rows[8].max_minutes == 90);
  CHECK(rows[8].underserved[1].mean == 0);
  CHECK(list_other_limits(60) == std::vector<double>{45, 90});
  CHECK(list_other_limits(30) == std::vector<double>{45, 60, 90});
}

TEST_CASE("the scenario's own threshold is among those swept") {
  CHECK(list_thresholds(0.8) == std::vector<double>{0.7, 0.8, 0.9});
  CHECK(list_thresholds(0.75) == std::vector<double>{0.7, 0.75, 0.8, 0.9});
}

TEST_CASE("the sweep is one table, a row a pair of thresholds") {
  const std::string text = threshold_text(sweep(), {"today", "plan"});
  CHECK_THAT(text, Contains("| minutes | at least | today | plan |"));
  CHECK_THAT(text, Contains("| 60 | 0.8 | 113 (103 to 123) | 2 (0 to 3) |"));
  const auto json = threshold_json(sweep());
  CHECK(json[4]["min_probability"].get<double>() == Approx(0.8));
  CHECK(json[4]["underserved_rural_women"][0]["mean"].get<double>() == Approx(113));
}
