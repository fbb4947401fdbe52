#include "geo/coverage/access_scores.h"

#include <catch2/catch.hpp>

#include "geo/coverage/decay.h"
#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const WomenBySettlement kWomen(std::vector<Women>{{100, 0}, {300, 0}, {50, 0}});
const Bands kBands = Bands::from_minutes(std::vector<double>{30, 60});

AccessScores scores(const TableModel& model, const std::vector<CentreIdx>& open) {
  SilentProgress progress;
  const ReachLists lists = collect_reach_lists(model, open, kBands.largest(), progress);
  return compute_access_scores({kWomen, lists, open, kBands, TravelTime::from_minutes(30)});
}

double supplied(const IdxVector<SettlementIdx, double>& by_settlement) {
  double total = 0;
  for (const SettlementIdx s : indices(by_settlement)) {
    total += by_settlement[s] * static_cast<double>(kWomen[s].all) / 100'000;
  }
  return total;
}

}  // namespace

TEST_CASE("a centre shared by 400 women within the limit is 250 centres per 100 000") {
  const AccessScores s = scores(TableModel(Minutes{{30, 99}, {10, 99}, {30.1, 99}}), centres({0}));
  CHECK(s.two_step[SettlementIdx(0)] == Approx(250));
  CHECK(s.two_step[SettlementIdx(1)] == Approx(250));
  CHECK(s.two_step[SettlementIdx(2)] == 0);
}

TEST_CASE("every floating catchment hands out exactly the centres") {
  const AccessScores s = scores(TableModel(Minutes{{30, 5}, {10, 60}, {45, 20}}), centres({0, 1}));
  CHECK(supplied(s.two_step) == Approx(2));
  CHECK(supplied(s.enhanced_step) == Approx(2));
  CHECK(supplied(s.enhanced_gauss) == Approx(2));
  CHECK(supplied(s.three_step) == Approx(2));
}

TEST_CASE("gravity is the sum of the weights of the centres in reach") {
  const AccessScores s =
      scores(TableModel(Minutes{{60, 61}, {0, 0}, {kNever, kNever}}), centres({0, 1}));
  CHECK(s.gravity[SettlementIdx(0)] == Approx(0.01));
  CHECK(s.gravity[SettlementIdx(1)] == Approx(2));
  CHECK(s.gravity[SettlementIdx(2)] == 0);
}

TEST_CASE("the steps fall with the bands") {
  const AccessScores s = scores(TableModel(Minutes{{30}, {31}, {61}}), centres({0}));
  const Decay gauss = make_gaussian_decay(gaussian_sigma_for(60));
  CHECK(s.enhanced_step[SettlementIdx(1)] / s.enhanced_step[SettlementIdx(0)] ==
        Approx(gauss(45) / gauss(15)));
  CHECK(s.enhanced_step[SettlementIdx(2)] == 0);
}
