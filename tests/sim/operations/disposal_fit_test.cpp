#include "sim/operations/disposal_fit.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"
#include "sim/random/exponential.h"
#include "sim/random/lognormal.h"

using namespace pahunch;

namespace {

/// The state's totals as stated (data/bihar/cases.csv).
const std::vector<CaseYear> kStated = {{"2023-24", 7517, 6599, 12, ""},
                                       {"2024-25", 8888, 7185, 12, ""},
                                       {"2025-26", 7180, 6322, 10, ""}};

constexpr DisposalAssumptions kOwn{};
constexpr DisposalAssumptions kOwnLognormal{.shape = LawShape::kLognormal, .cv = 2};
constexpr DisposalAssumptions kAny{.reading = DisposalReading::kAnyCase};
constexpr DisposalAssumptions kAnySteady{.reading = DisposalReading::kAnyCase,
                                         .backlog = Backlog::kSteady};
constexpr DisposalAssumptions kAnySteadyLognormal{.reading = DisposalReading::kAnyCase,
                                                  .shape = LawShape::kLognormal,
                                                  .cv = 2,
                                                  .backlog = Backlog::kSteady};

DisposalFit fit_by_year(const std::vector<CaseYear>& years, DisposalAssumptions assumed) {
  assumed.effects = YearEffects::kByYear;
  return fit_disposal(years, assumed);
}

/// Counts by drawing cases one by one, as the brute-force answer.
template <class Law>
std::vector<double> draw_disposals(const DisposalAssumptions& assumed, const Law& law) {
  constexpr double kMonth = 365.0 / 12;
  constexpr double kWeight = 0.05;  // each case is drawn twenty times
  RandomStream random({.seed = 5});
  std::vector<double> counts(kStated.size());
  for (int from = assumed.backlog == Backlog::kSteady ? -8 : 0; from < 3; ++from) {
    const CaseYear& year = kStated[static_cast<std::size_t>(std::max(from, 0))];
    for (int i = 0; i < static_cast<double>(year.registered) / kWeight; ++i) {
      const double end = from * 365.0 + random.uniform() * year.months * kMonth + law(random);
      const int in = static_cast<int>(std::floor(end / 365));
      if (in < 0 || in > 2 ||
          end > in * 365.0 + kStated[static_cast<std::size_t>(in)].months * kMonth) {
        continue;
      }
      if (assumed.reading == DisposalReading::kAnyCase || in == from) {
        counts[static_cast<std::size_t>(in)] += kWeight;
      }
    }
  }
  return counts;
}

template <class Law>
void check_against_draws(const DisposalAssumptions& assumed, const Law& law) {
  const auto expected = expect_disposals(kStated, assumed, 90);
  const auto drawn = draw_disposals(assumed, law);
  for (std::size_t i = 0; i < 3; ++i) CHECK(expected[i] == Approx(drawn[i]).epsilon(0.01));
}

}  // namespace

TEST_CASE("expected disposals are those of cases drawn one by one, under each assumption") {
  for (const auto& assumed : {kOwn, kAny, kAnySteady}) {
    check_against_draws(assumed, ExponentialDistribution(90));
  }
  for (const auto& assumed : {kOwnLognormal, kAnySteadyLognormal}) {
    check_against_draws(assumed, LognormalDistribution::from_mean(90, 4));
  }
}

TEST_CASE("one mean does not give the three stated counts under any assumption") {
  for (const auto& assumed : {kOwn, kOwnLognormal, kAny, kAnySteady, kAnySteadyLognormal}) {
    const DisposalFit fit = fit_by_year(kStated, assumed);
    INFO(to_string(assumed.reading) << ", " << to_string(assumed.shape));
    CHECK(fit.chi_squared > 100);  // 2 degrees of freedom
  }
}

TEST_CASE("read as own cases, the years ask for means of 45, 70 and 36 days") {
  const DisposalFit fit = fit_by_year(kStated, kOwn);
  CHECK(fit.mean_days == Approx(52.4).margin(0.1));
  CHECK(fit.years[0].own_mean_days == Approx(44.6).margin(0.1));
  CHECK(fit.years[1].own_mean_days == Approx(70.3).margin(0.1));
  CHECK(fit.years[2].own_mean_days == Approx(36.4).margin(0.1));
  CHECK(fit.years[1].misfit < -10);
  CHECK(fit.years[2].misfit > 10);
}

TEST_CASE("a mean is found again from counts that it made") {
  for (const auto& assumed : {kOwn, kAny, kAnySteady}) {
    std::vector<CaseYear> years = kStated;
    const auto expected = expect_disposals(years, assumed, 64);
    for (std::size_t i = 0; i < 3; ++i) years[i].disposed = std::lround(expected[i]);
    const DisposalFit fit = fit_by_year(years, assumed);
    CHECK(fit.mean_days == Approx(64).epsilon(0.01));
    CHECK(fit.chi_squared < 0.01);
  }
}

TEST_CASE("year effects are given only where they are asked for") {
  const DisposalFit fit = fit_disposal(kStated, kOwn);
  for (const DisposalYear& year : fit.years) CHECK(year.own_mean_days == 0);
}

TEST_CASE("counts that cannot be fitted are refused") {
  const auto fit = [](const CaseYear& year, const DisposalAssumptions& assumed) {
    return fit_disposal(std::vector<CaseYear>{year}, assumed);
  };
  CHECK_THROWS_AS(fit_disposal({}, kOwn), DataError);
  CHECK_THROWS_WITH(fit({"2023", 0, 0, 12, ""}, kAny), Catch::Contains("a year needs cases"));
  CHECK_THROWS_WITH(fit({"2023", 10, 5, 13, ""}, kAny), Catch::Contains("1 to 12 months"));
  CHECK_THROWS_WITH(fit({"2023", 10, 11, 12, ""}, kOwn),
                    Catch::Contains("11 cases were disposed of 10"));
  CHECK_NOTHROW(fit({"2023", 10, 11, 12, ""}, kAny));
}
