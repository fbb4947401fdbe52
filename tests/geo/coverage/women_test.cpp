#include "geo/coverage/women.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

SettlementLayer one_settlement() {
  SettlementLayer layer;
  layer.has_women_15plus = true;
  Settlement settlement;
  settlement.women = 10;
  settlement.rural_women = 8;
  settlement.women_15plus = 6;
  settlement.rural_women_15plus = 5;
  layer.settlements.push_back(settlement);
  return layer;
}

}  // namespace

TEST_CASE("women are counted of all ages or of 15 and more") {
  const SettlementLayer layer = one_settlement();
  CHECK(count_women(layer, PopulationBasis::kAll)[SettlementIdx(0)] == Women{10, 8});
  CHECK(count_women(layer, PopulationBasis::k15Plus)[SettlementIdx(0)] == Women{6, 5});
}

TEST_CASE("women of 15 and more are refused where the settlements do not know them") {
  SettlementLayer layer = one_settlement();
  layer.has_women_15plus = false;
  CHECK_THROWS_AS(count_women(layer, PopulationBasis::k15Plus), ConfigError);
  CHECK_THROWS_WITH(count_women(layer, PopulationBasis::k15Plus),
                    Catch::Contains("do not say how many women are 15 or older") &&
                        Catch::Contains("demand.population"));
}

TEST_CASE("the words for a population are read back") {
  CHECK(find_population_basis("all") == PopulationBasis::kAll);
  CHECK(find_population_basis("15plus") == PopulationBasis::k15Plus);
  CHECK_FALSE(find_population_basis("adults"));
}

TEST_CASE("counts of women add and subtract, all and rural apart") {
  CHECK(Women{5, 3} + Women{2, 1} == Women{7, 4});
  CHECK(Women{5, 3} - Women{2, 1} == Women{3, 2});
}
