#include "sim/random/categorical.h"
#include "sim/random/empirical.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

EmpiricalDistribution make_table(const std::vector<QuantilePoint>& points) {
  return EmpiricalDistribution(points);
}

CategoricalDistribution make_choice(const std::vector<double>& weights) {
  return CategoricalDistribution(weights);
}

}  // namespace

TEST_CASE("a table of quantiles is drawn from along straight lines") {
  const auto law = make_table({{0, 0}, {0.5, 10}, {0.9, 20}, {1, 100}});
  check_pins(
      law,
      std::vector{6.9992353427707616, 5.6532298793097997, 14.763097495159343, 13.168396125477488},
      4);
  CHECK(law.quantile(0) == 0);
  CHECK(law.quantile(0.5) == 10);
  CHECK(law.quantile(0.7) == Approx(15));
  CHECK(law.quantile(1) == 100);
  CHECK(law.mean() == Approx(0.5 * 5 + 0.4 * 15 + 0.1 * 60));
  check_monotone(law);
}

TEST_CASE("numbers of a table follow it") {
  const auto law = make_table({{0, 0}, {0.5, 10}, {0.9, 20}, {1, 100}});
  CHECK(follows_law(draw_many(law, 100'000), [](double x) {
    if (x < 10) return x / 20;
    return x < 20 ? 0.5 + (x - 10) / 25 : 0.9 + (x - 20) / 800;
  }));
}

TEST_CASE("a flat piece of a table is a value with a probability") {
  const auto law = make_table({{0, 3}, {0.25, 3}, {1, 6}});
  CHECK(law.quantile(0.2) == 3);
  CHECK(law.quantile(0.25) == 3);
  CHECK(law.quantile(0.5) == Approx(4));
}

TEST_CASE("a table that is no quantile function is refused") {
  CHECK_THROWS_WITH(make_table({}), Catch::Contains("does not run from 0 to 1"));
  CHECK_THROWS_AS(make_table({{0, 1}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0.1, 1}, {1, 2}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0, 1}, {0.9, 2}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0, 1}, {0.5, 2}, {0.5, 3}, {1, 4}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0, 1}, {1, 0}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0, std::nan("")}, {1, 0}}), ConfigError);
  CHECK_THROWS_AS(make_table({{0, 1}, {1, INFINITY}}), ConfigError);
}

TEST_CASE("one of several is drawn by weight, and never one without weight") {
  const auto law = make_choice({0, 2, 0, 5, 3, 0});
  check_pins(law, std::vector<std::size_t>{3, 3, 3, 3}, 4);
  std::vector<double> counts(6);
  for (const std::size_t which : draw_many(law, 100'000)) ++counts[which];
  CHECK(counts[0] + counts[2] + counts[5] == 0);
  CHECK(counts[1] == Approx(20'000).margin(kSigmas * std::sqrt(100'000 * 0.2 * 0.8)));
  CHECK(counts[3] == Approx(50'000).margin(kSigmas * std::sqrt(100'000 * 0.5 * 0.5)));
  CHECK(law.quantile(0x1p-53) == 1);
  CHECK(law.quantile(1 - 0x1p-53) == 4);
}

TEST_CASE("a draw that rounds up to the whole takes the last with weight") {
  CHECK(make_choice({5e-324, 0}).quantile(1 - 0x1p-53) == 0);
}

TEST_CASE("weights that are no law are refused") {
  CHECK_THROWS_AS(make_choice({}), ConfigError);
  CHECK_THROWS_AS(make_choice({0, 0}), ConfigError);
  CHECK_THROWS_AS(make_choice({1, -1}), ConfigError);
  CHECK_THROWS_AS(make_choice({std::nan("")}), ConfigError);
}
