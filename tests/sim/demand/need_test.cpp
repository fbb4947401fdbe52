#include "sim/demand/need.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

/// Villages 0, 20, … 180 minutes away, each with 1000 women, and one of 500 without any road.
struct TenVillages {
  TenVillages() {
    for (int i = 0; i < 10; ++i) {
      women.push_back({1000, 1000});
      today.push_back(TravelTime::from_minutes(20 * i));
    }
    women.push_back({500, 500});
    today.push_back(TravelTime::unreachable());
  }
  [[nodiscard]] Need calibrate(const Reporting& reporting, double registered = 8888) const {
    return calibrate_need({women, today, registered}, reporting);
  }
  WomenBySettlement women;
  SettlementTimes today;
};

double sum_reported(const TenVillages& villages, const Need& need, const Reporting& reporting) {
  double sum = 0;
  for (const SettlementIdx at : indices(need.per_year)) {
    sum += need.per_year[at] * reporting.share(villages.today[at]);
  }
  return sum;
}

/// Share of the need beyond an hour, of those with a road, that nobody hears of.
double unreported_beyond_an_hour(const TenVillages& villages, const Reporting& reporting) {
  const Need need = villages.calibrate(reporting);
  double far = 0, unreported = 0;
  for (const SettlementIdx at : indices(need.per_year)) {
    const TravelTime time = villages.today[at];
    if (!time.reachable() || time <= TravelTime::from_minutes(60)) continue;
    far += need.per_year[at];
    unreported += need.per_year[at] * (1 - reporting.share(time));
  }
  return unreported / far;
}

}  // namespace

TEST_CASE("need worked by hand") {
  // 1000 women next door, 1000 an hour away of whom half would report: 30 = rate x 1500.
  const WomenBySettlement women(std::vector<Women>{{1000, 0}, {1000, 700}});
  const SettlementTimes today(std::vector<TravelTime>{{}, TravelTime::from_minutes(60)});
  const Need need = calibrate_need({women, today, 30}, Reporting(0.5));
  CHECK(need.per_year[SettlementIdx(0)] == Approx(20));
  CHECK(need.per_year[SettlementIdx(1)] == Approx(20));
  CHECK(need.total_per_year == Approx(40));
  CHECK(need.per_100k_women == Approx(2000));
}

TEST_CASE("every decay reproduces the registered total, so totals do not identify it") {
  const TenVillages villages;
  std::vector<double> unreported;
  for (const double at_hour : {1.0, 0.8, 0.5, 0.3, 0.1, 0.01}) {
    const Reporting reporting(at_hour);
    const Need need = villages.calibrate(reporting);
    CHECK(sum_reported(villages, need, reporting) == Approx(8888).epsilon(1e-12));
    unreported.push_back(unreported_beyond_an_hour(villages, reporting));
  }
  CHECK(unreported.front() == 0);
  CHECK(unreported.back() > 0.99);
  CHECK(std::ranges::is_sorted(unreported));
}

TEST_CASE("a steeper decay means more need for the same total") {
  const TenVillages villages;
  double milder = 0;
  for (const double at_hour : {1.0, 0.8, 0.5, 0.3, 0.1}) {
    const Need need = villages.calibrate(Reporting(at_hour));
    CHECK(need.total_per_year > milder);
    milder = need.total_per_year;
  }
}

TEST_CASE("the unreachable have need too, and the total holds it") {
  const TenVillages villages;
  const Need need = villages.calibrate(Reporting(1));
  const SettlementIdx cut_off(10);
  CHECK(need.per_year[cut_off] == Approx(need.per_100k_women * 500 / 100'000));
  double sum = 0;
  for (const double one : need.per_year) sum += one;
  CHECK(sum == Approx(need.total_per_year));
  CHECK(need.total_per_year == Approx(8888.0 * 10'500 / 10'000));
}

TEST_CASE("a place without women has no need") {
  TenVillages villages;
  villages.women[SettlementIdx(3)] = {};
  CHECK(villages.calibrate(Reporting(0.5)).per_year[SettlementIdx(3)] == 0);
}

TEST_CASE("cases that nobody can have brought are refused") {
  TenVillages villages;
  std::ranges::fill(villages.today, TravelTime::unreachable());
  CHECK_THROWS_WITH(villages.calibrate(Reporting(0.5)),
                    Catch::Contains("no woman can reach a centre") &&
                        Catch::Contains("the level of need cannot be found") &&
                        Catch::Contains("check the first set of centres"));
  CHECK_THROWS_AS(villages.calibrate(Reporting(0.5)), DataError);
}
