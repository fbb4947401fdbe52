#include "sim/monte_carlo/draw_result.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

constexpr std::int64_t kWomanYear = kWomanMonth * kMonthsInYear;

/// 10 women, 4 of them rural, of whom all but one of each are served.
SetYear make_set_year(double p_served) {
  SetYear year;
  year.standings.p_served.push_back(p_served);
  year.standings.total.all = {{9 * kWomanYear, 0, kWomanYear, 0, 0}};
  year.standings.total.rural = {{3 * kWomanYear, 0, kWomanYear, 0, 0}};
  year.standings.by_block.push_back(year.standings.total);
  year.cases = {.n_need = 9, .n_registered = 4, .n_unreported = 3, .n_unreachable = 2};
  CentreTally centre;
  centre.n_cases = 4;
  centre.n_disposed_own = 2;
  centre.n_disposed_any = 3;
  year.operations.centres.push_back(centre);
  year.operations.n_events = 50;
  year.p_not_helped.push_back(0.25);
  return year;
}

const LedgerPair kExpected = {{{10 * kWomanYear, 0, 0, 0, 0}}, {{4 * kWomanYear, 0, 0, 0, 0}}};

DrawResult make_result() {
  return make_draw_result({.n_settlements = 1, .n_blocks = 1, .n_centres = 1, .n_sets = 2});
}

}  // namespace

TEST_CASE("years are summed up by hand") {
  DrawResult result = make_result();
  add_year({make_set_year(0.5), make_set_year(1)}, kExpected, result);
  add_year({make_set_year(0.7), make_set_year(1)}, kExpected, result);
  const SetResult& first = result.sets[0];
  CHECK(first.p_served[SettlementIdx(0)].n() == 2);
  CHECK(first.p_served[SettlementIdx(0)].mean() == Approx(0.6));
  CHECK(result.sets[1].p_served[SettlementIdx(0)].mean() == 1);
  CHECK(first.all[0].mean() == 9);
  CHECK(first.rural[2].mean() == 1);
  CHECK(first.blocks[AreaIdx(0)].women[0] == 6);
  CHECK(first.blocks[AreaIdx(0)].not_served.mean() == 1);
  CHECK(first.need.mean() == 9);
  CHECK(first.registered.mean() == 4);
  CHECK(first.unreported.mean() == 3);
  CHECK(first.unreachable.mean() == 2);
  CHECK(first.n_events == 100);
}

TEST_CASE("chances within other limits are summed up by hand, and merged as moments") {
  DrawResult result = make_draw_result(
      {.n_settlements = 1, .n_blocks = 1, .n_centres = 1, .n_sets = 2, .n_other_limits = 2});
  for (const double share : {0.5, 0.7, 0.9}) {
    SetYear year = make_set_year(1);
    year.standings.p_within.assign(2, IdxVector<SettlementIdx, double>(1));
    year.standings.p_within[1][SettlementIdx(0)] = share;
    add_year({year, year}, kExpected, result);
  }
  CHECK(result.sets[1].p_within[0][SettlementIdx(0)].moments(3).mean() == 0);
  const RunningMoments years = result.sets[1].p_within[1][SettlementIdx(0)].moments(3);
  CHECK(years.n() == 3);
  CHECK(years.mean() == Approx(0.7));
  CHECK(years.squares() == Approx(0.08));
}

TEST_CASE("sums of shares stay near those of full precision over a thousand years") {
  ShareSums sums;
  RunningMoments exact;
  for (int i = 0; i < 1000; ++i) {
    const double share = 0.9 + 0.1 * (i * 37 % 101) / 101;
    sums.add(share);
    exact.add(share);
  }
  CHECK(sums.moments(1000).mean() == Approx(exact.mean()).margin(1e-4));
  CHECK(sums.moments(1000).standard_error() == Approx(exact.standard_error()).margin(1e-3));
}

TEST_CASE("centres keep their sums and their years") {
  DrawResult result = make_result();
  SetYear year = make_set_year(1);
  year.operations.centres[CentreIdx(0)].steps.resize(3);
  year.operations.centres[CentreIdx(0)].steps[2].n_asked = 5;
  for (int i = 0; i < 3; ++i) add_year({year, year}, kExpected, result);
  const CentreMoments& centre = result.sets[1].centres[CentreIdx(0)];
  CHECK(centre.cases.n() == 3);
  CHECK(centre.cases.mean() == 4);
  CHECK(centre.p_not_helped.mean() == 0.25);
  CHECK(centre.sums.n_cases == 12);
  CHECK(centre.sums.steps[2].n_asked == 15);
  CHECK(result.sets[1].disposed_own.mean() == 2);
  CHECK(result.sets[1].disposed_any.mean() == 3);
}

TEST_CASE("sets are paired with the first, year by year") {
  DrawResult result = make_result();
  add_year({make_set_year(1), make_set_year(1)}, kExpected, result);
  SetYear better = make_set_year(1);
  better.standings.total.rural = {{4 * kWomanYear, 0, 0, 0, 0}};
  add_year({make_set_year(1), better}, kExpected, result);
  CHECK(result.served_by_first_and[0].difference().mean() == 0);
  CHECK(result.served_by_first_and[1].difference().mean() == 0.5);
}

TEST_CASE("a ledger that loses somebody is an error, among all women and among the rural") {
  for (const bool rural : {false, true}) {
    DrawResult result = make_result();
    SetYear year = make_set_year(1);
    Ledger& ledger = rural ? year.standings.total.rural : year.standings.total.all;
    --ledger[Standing::kServed];
    const std::vector<SetYear> years = {make_set_year(1), year};
    CHECK_THROWS_AS(add_year(years, kExpected, result), InvariantError);
    CHECK_THROWS_WITH(add_year(years, kExpected, result),
                      Catch::Contains(rural ? "47999 and not 48000" : "119999 and not 120000"));
  }
}
