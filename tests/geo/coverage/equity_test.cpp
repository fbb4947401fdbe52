#include "geo/coverage/equity.h"

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

SettlementReach at_minutes(double minutes) {
  return {.time = TravelTime::from_minutes(minutes), .status = ReachStatus::kReached};
}

}  // namespace

TEST_CASE("equity is over the women who have a time") {
  const WomenBySettlement women(std::vector<Women>{{9, 9}, {1, 0}, {50, 0}});
  const SetReach reach({at_minutes(10), at_minutes(110), {}});
  const Equity equity = compute_equity(women, reach);
  CHECK(equity.women == 10);
  CHECK(equity.worst_tenth->mean == Approx(110));
  CHECK(equity.worst_tenth->share_of_total == Approx(0.55));
  CHECK(*equity.gini == Approx(0.45));
}

TEST_CASE("the Lorenz curve is given at each tenth of the women") {
  const WomenBySettlement women(std::vector<Women>{{5, 0}, {5, 0}});
  const Equity equity = compute_equity(women, SetReach({at_minutes(10), at_minutes(30)}));
  REQUIRE(equity.lorenz.size() == 11);
  CHECK(equity.lorenz[0].value_frac == 0);
  CHECK(equity.lorenz[1].value_frac == Approx(0.05));
  CHECK(equity.lorenz[5].value_frac == Approx(0.25));
  CHECK(equity.lorenz[6].value_frac == Approx(0.4));
  CHECK(equity.lorenz[10].population_frac == 1);
  CHECK(equity.lorenz[10].value_frac == 1);
}

TEST_CASE("nobody with a time has no equity") {
  const Equity equity = compute_equity(WomenBySettlement(1, {4, 4}), SetReach(1));
  CHECK(equity.women == 0);
  CHECK_FALSE(equity.gini);
  CHECK(equity.lorenz.empty());
  CHECK_FALSE(equity.worst_tenth);
}
