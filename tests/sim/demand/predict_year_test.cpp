#include "sim/demand/predict_year.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <vector>

using namespace pahunch;

namespace {

CaseYear year_of(Persons registered, int months = 12) {
  return {"2024-25", registered, 0, months, "test"};
}

const std::vector<CaseYear> kStated = {year_of(7517), year_of(8888), year_of(7180, 10)};
/// 38 districts whose years vary by 0.05 to 0.25.
const YearSpread kBelieved = spread_of_years({0.11, 0.05, 0.25, "test"}, 38);

/// The law of the third count when all years share one rate, and nothing is believed of its
/// logarithm: negative binomial, of two whole years with `n` cases and a third of `share`.
double log_same_rate(double count, double n, double share) {
  return std::lgamma(count + n) - std::lgamma(n) - std::lgamma(count + 1) +
         n * std::log(2 / (2 + share)) + count * std::log(share / (2 + share));
}

double draw_normal(std::mt19937_64& engine) {
  const auto uniform = [&] { return (static_cast<double>(engine() >> 11) + 0.5) * 0x1p-53; };
  return std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
}

}  // namespace

TEST_CASE("without a spread from year to year the third count is negative binomial") {
  const YearForecast found =
      predict_last_year(std::vector{year_of(2020), year_of(1980), year_of(1650, 10)}, {1e-5, 1e-5});
  CHECK(found.log_score == Approx(log_same_rate(1650, 4000, 10.0 / 12)).margin(3e-3));
  double below = 0;
  for (int k = 0; k < 1650; ++k) below += std::exp(log_same_rate(k, 4000, 10.0 / 12));
  below += std::exp(log_same_rate(1650, 4000, 10.0 / 12)) / 2;
  CHECK(found.percentile == Approx(below).margin(5e-3));
}

TEST_CASE("with many cases and one spread the forecast is log-normal about the geometric mean") {
  const YearForecast found = predict_last_year(
      std::vector{year_of(4'000'000), year_of(9'000'000), year_of(6'000'000)}, {0.2, 0.2});
  const double reach = 1.6448536 * 0.2 * std::sqrt(1.5);
  CHECK(found.median == Approx(6'000'000).epsilon(1e-4));
  CHECK(found.low == Approx(6e6 * std::exp(-reach)).epsilon(1e-4));
  CHECK(found.high == Approx(6e6 * std::exp(reach)).epsilon(1e-4));
  CHECK(found.percentile == Approx(0.5).margin(1e-4));
  CHECK(found.spread == Approx(0.2));
}

TEST_CASE("ten months are not twelve") {
  const auto twelve =
      predict_last_year(std::vector{year_of(7517), year_of(8888), year_of(8616)}, kBelieved);
  const auto ten = predict_last_year(kStated, kBelieved);
  CHECK(ten.median == Approx(twelve.median * 10 / 12).epsilon(1e-3));
  CHECK(ten.percentile == Approx(twelve.percentile).margin(2e-3));
  CHECK(ten.percentile_as_full_year < ten.percentile - 0.2);
  CHECK(twelve.percentile_as_full_year == Approx(twelve.percentile));
}

TEST_CASE("a year within the others is foretold better than by the year before alone") {
  const YearForecast found = predict_last_year(kStated, kBelieved);
  CHECK(found.observed == 7180);
  CHECK(found.months == 10);
  CHECK(found.low < 7180);
  CHECK(found.high > 7180);
  CHECK(found.width() == found.high - found.low);
  const double last = 8888.0 * 10 / 12;
  CHECK(found.log_score_same_as_last ==
        Approx(7180 * std::log(last) - last - std::lgamma(7181)).margin(1e-8));
  CHECK(found.log_score > found.log_score_same_as_last);
}

TEST_CASE("years that differ more teach a wider spread") {
  const auto spread = [](Persons second) {
    return predict_last_year(std::vector{year_of(8000), year_of(second), year_of(8000)}, kBelieved)
        .spread;
  };
  CHECK(spread(8000) < spread(9000));
  CHECK(spread(9000) < spread(16'000));
  CHECK(spread(8000) > kBelieved.low);
  CHECK(spread(16'000) < kBelieved.high);
}

TEST_CASE("districts that move alone give the least spread, as one the most") {
  const YearSpread spread = spread_of_years({0.1, 0.04, 0.25, "test"}, 4);
  CHECK(spread.low == Approx(0.1));
  CHECK(spread.high == Approx(0.5));
  const YearSpread none = spread_of_years({0, 0, 0, "test"}, 1);
  CHECK(none.low == Approx(0.01));
  CHECK(none.high == none.low);
}

TEST_CASE("nine of ten years that follow the model fall within nine tenths") {
  std::mt19937_64 engine(20260730);
  const int n = 200;
  int within = 0;
  for (int i = 0; i < n; ++i) {
    const double u = (static_cast<double>(engine() >> 11) + 0.5) * 0x1p-53;
    const double sd = 0.05 * std::pow(10, u);
    std::vector<CaseYear> years;
    for (int year = 0; year < 3; ++year) {
      const double rate = 400 * std::exp(sd * draw_normal(engine));
      const double count = rate + std::sqrt(rate) * draw_normal(engine);
      years.push_back(year_of(std::max<Persons>(100, std::llround(count))));
    }
    const YearForecast found = predict_last_year(years, {0.05, 0.5});
    if (found.percentile >= 0.05 && found.percentile <= 0.95) ++within;
  }
  CHECK(within >= 167);  // 180 expected, three standard errors of 4.2
  CHECK(within <= 193);
}

TEST_CASE("fewer than three years or a hundred cases are not foretold from") {
  CHECK(!find_forecast_obstacle(kStated));
  CHECK(find_forecast_obstacle(std::vector{year_of(900), year_of(800)}) ==
        "the table holds fewer than three years");
  CHECK(find_forecast_obstacle({}) == "the table holds fewer than three years");
  CHECK(find_forecast_obstacle(std::vector{year_of(900), year_of(99), year_of(800)}) ==
        "a year has fewer than 100 cases");
}
