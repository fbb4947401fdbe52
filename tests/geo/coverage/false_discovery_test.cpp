#include "geo/coverage/false_discovery.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace pahunch;

namespace {

using Values = std::vector<std::optional<double>>;

/// The definition, in quadratic time: the least p n / rank over those at least as large.
double q_by_definition(const Values& p, double own) {
  const double n = static_cast<double>(p.size());
  double least = 1;
  for (const auto& larger : p) {
    if (*larger < own) continue;
    const auto rank =
        std::ranges::count_if(p, [&](const auto& other) { return *other <= *larger; });
    least = std::min(least, *larger * n / static_cast<double>(rank));
  }
  return least;
}

}  // namespace

TEST_CASE("q-values of the example of Benjamini and Hochberg") {
  const Values p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
  const auto q = find_q_values(p);
  CHECK(*q[3] == Approx(0.0095 * 15 / 4));
  CHECK(std::ranges::count_if(q, [](const auto& value) { return *value <= 0.05; }) == 4);
}

TEST_CASE("a test that was not made is not counted") {
  const auto q = find_q_values(Values{0.02, std::nullopt, 0.04});
  CHECK(*q[0] == Approx(0.04));
  CHECK_FALSE(q[1]);
  CHECK(*q[2] == Approx(0.04));
  CHECK(find_q_values(Values{}).empty());
}

TEST_CASE("q-values are those of the definition, ties among them") {
  std::mt19937_64 engine(5);
  Values p;
  for (int i = 0; i < 60; ++i) p.emplace_back(static_cast<double>(1 + engine() % 25) / 25.0);
  const auto q = find_q_values(p);
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(*q[i] == Approx(q_by_definition(p, *p[i])));
}

TEST_CASE("where nothing is there, one family in twenty finds something") {
  std::mt19937_64 engine(11);
  int n_false = 0;
  const int n = 2000;
  for (int family = 0; family < n; ++family) {
    Values p;
    for (int i = 0; i < 40; ++i) p.emplace_back((static_cast<double>(engine() >> 11)) * 0x1p-53);
    const auto q = find_q_values(p);
    if (std::ranges::any_of(q, [](const auto& value) { return *value <= 0.05; })) ++n_false;
  }
  CHECK(n_false == Approx(0.05 * n).margin(40));  // four standard errors
}
