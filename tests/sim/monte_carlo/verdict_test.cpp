#include "sim/monte_carlo/verdict.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "sim/random/normal.h"

using namespace pahunch;

namespace {

double mean_of(const std::vector<double>& values) {
  RunningMoments moments;
  for (const double value : values) moments.add(value);
  return moments.mean();
}

double variance_of_draws(const std::vector<double>& values) {
  RunningMoments moments;
  for (const double value : values) moments.add(value);
  return moments.variance();
}

/// `n_below` draws of 0.5 and the rest of 0.95, against a threshold of 0.8.
SettlementVerdict judge_share(std::size_t n_below, std::size_t n) {
  std::vector<double> p(n, 0.95);
  std::fill_n(p.begin(), n_below, 0.5);
  return judge(p, 0, 0.8);
}

/// A place whose chance has mean 0.8 and spread 0.1 over the draws, seen in so many years of each
/// with a spread of 0.3.
struct SeenPlace {
  explicit SeenPlace(std::size_t n_years, std::size_t n_draws = 4000) {
    for (std::size_t draw = 0; draw < n_draws; ++draw) {
      RandomStream random({.seed = 5, .entity = draw});
      const double p = 0.8 + 0.1 * draw_standard_normal(random);
      RunningMoments years;
      for (std::size_t i = 0; i < n_years; ++i) {
        years.add(p + 0.3 * draw_standard_normal(random));
      }
      estimates.push_back(years.mean());
      noise += years.standard_error() * years.standard_error() / static_cast<double>(n_draws);
    }
  }
  std::vector<double> estimates;
  double noise = 0;
};

/// Two settlements, two sets, four draws.
ExperimentResult make_small_result() {
  const auto row = [](double a, double b) {
    return IdxVector<SettlementIdx, double>(std::vector<double>{a, b});
  };
  return {.size = {4, 2},
          .p_served = {{row(0.1, 0.9), row(0.1, 0.7), row(0.2, 0.9), row(0.1, 0.7)},
                       {row(0.9, 0.9), row(0.9, 0.9), row(0.9, 0.9), row(0.7, 0.9)}},
          .noise = {row(0, 0), row(0, 0)}};
}

}  // namespace

TEST_CASE("freeing of noise keeps the mean and leaves the variance of the parameters") {
  const std::vector<double> seen = {0.2, 0.5, 0.6, 0.9};
  const double variance = variance_of_draws(seen);
  for (const double share : {0.0, 0.25, 0.9}) {
    const auto freed = free_of_noise(seen, share * variance);
    CHECK(mean_of(freed) == Approx(0.55));
    CHECK(variance_of_draws(freed) == Approx((1 - share) * variance));
    CHECK(std::is_sorted(freed.begin(), freed.end()));
  }
  CHECK(free_of_noise(seen, 0) == seen);
}

TEST_CASE("where all variance is noise the draws are one value, and equal draws stay as they are") {
  for (const double value : free_of_noise(std::vector<double>{0.4, 0.6}, 1)) {
    CHECK(value == Approx(0.5));
  }
  const std::vector<double> equal = {0.3, 0.3, 0.3};
  CHECK(free_of_noise(equal, 0.01) == equal);
}

TEST_CASE("a verdict is given from nine tenths of the draws on, either way") {
  for (const std::size_t n : {10U, 20U, 25U, 30U, 50U, 100U, 1000U}) {
    for (std::size_t n_below = 0; n_below <= n; ++n_below) {
      const SettlementVerdict judged = judge_share(n_below, n);
      const Verdict expected = 10 * n_below >= 9 * n         ? Verdict::kUnderserved
                               : 10 * (n - n_below) >= 9 * n ? Verdict::kServed
                                                             : Verdict::kUncertain;
      CAPTURE(n, n_below);
      CHECK(judged.verdict == expected);
      CHECK(judged.p_underserved == Approx(static_cast<double>(n_below) / static_cast<double>(n)));
    }
  }
}

TEST_CASE("who is served exactly at the threshold is not underserved") {
  CHECK(judge(std::vector<double>(10, 0.8), 0, 0.8).verdict == Verdict::kServed);
  CHECK(judge(std::vector<double>(10, 0.7999), 0, 0.8).verdict == Verdict::kUnderserved);
}

TEST_CASE("a judged place tells its mean and the ends of its draws") {
  std::vector<double> p;
  for (int i = 1; i <= 100; ++i) p.push_back(i / 100.0);
  const SettlementVerdict judged = judge(p, 0, 0.5);
  CHECK(judged.p_served == Approx(0.505));
  CHECK(judged.low == Approx(0.05));
  CHECK(judged.high == Approx(0.95));
  CHECK(judged.noise == 0);
  CHECK(judged.p_underserved == Approx(0.49));
  CHECK(judge(p, 0.04, 0.5).noise == Approx(0.02));
}

TEST_CASE("more years shrink the noise and not the uncertainty of the parameters") {
  double noise = 1;
  for (const std::size_t n_years : {4U, 40U, 400U}) {
    const SeenPlace place(n_years);
    const SettlementVerdict judged = judge(place.estimates, place.noise, 0.8);
    CHECK(judged.noise < 0.4 * noise);
    noise = judged.noise;
    // The 90% range of a normal law: 2 x 1.645 spreads. Raw means of four years would give 0.59.
    CHECK(judged.high - judged.low == Approx(0.329).margin(0.02));
    CHECK(judged.p_underserved == Approx(0.5).margin(0.04));
    // One spread below the mean: 16%. Raw means of four years would give 29%.
    CHECK(judge(place.estimates, place.noise, 0.7).p_underserved == Approx(0.159).margin(0.03));
  }
}

TEST_CASE("verdicts and counts are taken by set, settlement and draw") {
  const ExperimentResult result = make_small_result();
  const auto today = judge_all(result, 0, 0.8), plan = judge_all(result, 1, 0.8);
  CHECK(today[SettlementIdx(0)].verdict == Verdict::kUnderserved);
  CHECK(today[SettlementIdx(1)].verdict == Verdict::kUncertain);
  CHECK(plan[SettlementIdx(0)].p_underserved == 0.25);
  CHECK(plan[SettlementIdx(1)].verdict == Verdict::kServed);
  const IdxVector<SettlementIdx, Persons> women(std::vector<Persons>{100, 30});
  CHECK(count_underserved(result, 0, 0.8, women) == std::vector<double>{100, 130, 100, 130});
  CHECK(count_underserved(result, 1, 0.8, women) == std::vector<double>{0, 0, 0, 100});
}

TEST_CASE("women underserved within another limit are counted by the same rule") {
  const ExperimentResult result = make_small_result();
  const ServedByDraw served{result.p_served[0], result.noise[0]};
  const IdxVector<SettlementIdx, Persons> women(std::vector<Persons>{100, 30});
  CHECK(count_underserved(served, 0.8, women) == count_underserved(result, 0, 0.8, women));
}

TEST_CASE("where the years are too few to tell the side, the verdict is uncertain") {
  const std::vector<double> draws(10, 0.79);
  CHECK(judge(draws, 0, 0.8).verdict == Verdict::kUnderserved);
  CHECK(judge(draws, 10 * 0.006 * 0.006, 0.8).verdict == Verdict::kUncertain);
  CHECK(judge(draws, 10 * 0.004 * 0.004, 0.8).verdict == Verdict::kUnderserved);
}

TEST_CASE("verdicts have their words") {
  CHECK(to_string(Verdict::kServed) == "served");
  CHECK(to_string(Verdict::kUnderserved) == "underserved");
  CHECK(to_string(Verdict::kUncertain) == "uncertain");
}
