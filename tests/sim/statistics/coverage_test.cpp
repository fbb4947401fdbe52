// How often the intervals hold the truth: M/M/1 queues and replicates that share a shock. Held at
// 94.5 to 95.5% over 20 000 repetitions, with the number of replicates that each method asks for.

#include "tests/sim/statistics/coverage.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <vector>

#include "sim/statistics/batch_means.h"
#include "sim/statistics/mean_interval.h"
#include "sim/statistics/quantile_interval.h"
#include "sim/statistics/share_interval.h"
#include "tests/sim/statistics/shared_shock.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

void check_level(double coverage) {
  CHECK(coverage > 0.945);
  CHECK(coverage < 0.955);
}

/// Customers of a replicate who wait at all, of `n` who come.
double count_delayed(QueueOfOne queue, RandomStream& random, int n) {
  double n_delayed = 0;
  for (int k = 0; k < n; ++k) n_delayed += queue.serve(random) > 0 ? 1 : 0;
  return n_delayed;
}

/// Both queues serve the same customers; of ten, how many wait at all.
RatioPart count_delayed_in_both(RandomStream& random) {
  const double start = random.uniform();
  QueueOfOne calm(0.5, start), busy(0.6, start);
  RatioPart n_delayed;
  for (int k = 0; k < 10; ++k) {
    const double service = draw_exponential(random);
    const double gap = draw_exponential(random);
    n_delayed.first += calm.serve(service, gap) > 0 ? 1 : 0;
    n_delayed.second += busy.serve(service, gap) > 0 ? 1 : 0;
  }
  return n_delayed;
}

Estimate estimate_mean_wait(RandomStream& random, int n_replicates) {
  RunningMoments moments;
  for (int i = 0; i < n_replicates; ++i) {
    QueueOfOne queue(0.5, random);
    double sum = 0;
    for (int k = 0; k < 10; ++k) sum += queue.serve(random);
    moments.add(sum / 10);
  }
  return estimate_mean(moments);
}

}  // namespace

TEST_CASE("means of queues hold their level with 30 replicates") {
  check_level(measure_coverage(0.5, [](RandomStream& random) {
    RunningMoments moments;
    for (int i = 0; i < 30; ++i) {
      moments.add(count_delayed(QueueOfOne(0.5, random), random, 10) / 10);
    }
    return estimate_mean(moments);
  }));
}

TEST_CASE("means of skewed replicates hold their level with 50 times the squared skewness") {
  check_level(measure_coverage(1, [](RandomStream& random) {  // skewness 2
    RunningMoments moments;
    for (int i = 0; i < 200; ++i) moments.add(draw_exponential(random));
    return estimate_mean(moments);
  }));
}

TEST_CASE("differences of queues on common numbers hold their level with 50 replicates") {
  check_level(measure_coverage(0.1, [](RandomStream& random) {
    PairMoments moments;
    for (int i = 0; i < 50; ++i) {
      const RatioPart n_delayed = count_delayed_in_both(random);
      moments.add(n_delayed.first / 10, n_delayed.second / 10);
    }
    return estimate_difference(moments);
  }));
}

TEST_CASE("common numbers spare replicates, and a difference without them shows it") {
  PairMoments common, apart;
  RandomStream one({.seed = 1}), other({.seed = 2});
  for (int i = 0; i < 5000; ++i) {
    const RatioPart both = count_delayed_in_both(one);
    common.add(both.first, both.second);
    apart.add(both.first, count_delayed_in_both(other).second);
  }
  CHECK(variance_reduction(common) > 4);
  CHECK(variance_reduction(apart) == Approx(1).margin(0.1));
}

TEST_CASE("ratios of queues hold their level with 50 replicates of unequal size") {
  check_level(measure_coverage(0.5, [](RandomStream& random) {
    PairMoments moments;
    for (int i = 0; i < 50; ++i) {
      const QueueOfOne queue(0.5, random);
      const int n = 3 + static_cast<int>(random.uniform_index(10));
      moments.add(n, count_delayed(queue, random, n));
    }
    return estimate_ratio(moments);
  }));
}

TEST_CASE("quantiles of waiting times hold their level with 60 replicates") {
  for (const double p : {0.5, 0.9}) {
    const double truth = QueueOfOne(0.8, 0.5).quantile(p);
    check_level(measure_coverage(truth, [&](RandomStream& random) {
      std::vector<double> waits;
      for (int i = 0; i < 60; ++i) {
        QueueOfOne queue(0.8, random);
        for (int k = 0; k < 2; ++k) queue.serve(random);
        waits.push_back(queue.serve(random));
      }
      std::sort(waits.begin(), waits.end());
      return estimate_quantile(waits, p);
    }));
  }
}

TEST_CASE("batch means of one queue hold their level with ten batches of 100") {
  check_level(measure_coverage(0.5, [](RandomStream& random) {
    QueueOfOne queue(0.5, random);
    std::vector<double> delayed(1000);
    for (double& x : delayed) x = queue.serve(random) > 0 ? 1 : 0;
    return estimate_by_batches(delayed, 10).mean;
  }));
}

TEST_CASE("with women who share a flood, ours holds its level and the pooled interval does not") {
  const SharedShock shock(30);
  check_level(measure_coverage(kReached, [&](RandomStream& random) {
    PairMoments moments;
    for (int i = 0; i < 200; ++i) {
      const RatioPart women = shock(random);
      moments.add(women.first, women.second);
    }
    return estimate_ratio(moments);
  }));
  const double pooled = measure_coverage(kReached, [&](RandomStream& random) {
    double n_reached = 0;
    for (int i = 0; i < 200; ++i) n_reached += shock(random).second;
    return estimate_share(static_cast<std::uint64_t>(n_reached), 6000);
  });
  CHECK(pooled == Approx(0.43).margin(0.01));
}

TEST_CASE("the effective sample size of women who share a flood is far below their number") {
  const SharedShock shock(30);
  RandomStream random({.seed = 3});
  PairMoments moments;
  for (int i = 0; i < 20'000; ++i) {
    const RatioPart women = shock(random);
    moments.add(women.first, women.second);
  }
  const Estimate share = estimate_ratio(moments);
  const double intra_class = 0.375;
  CHECK(effective_sample_size(share.value, share.standard_error) ==
        Approx(600'000 / (1 + 29 * intra_class)).epsilon(0.03));
}

TEST_CASE("ratios of unequal groups that share a flood hold their level, by both methods") {
  std::vector<SharedShock> shocks;
  for (int n = 20; n <= 40; ++n) shocks.emplace_back(n);
  const auto draw_parts = [&](RandomStream& random) {
    std::array<RatioPart, 100> parts;
    for (RatioPart& part : parts) part = shocks[random.uniform_index(shocks.size())](random);
    return parts;
  };
  check_level(measure_coverage(kReached, [&](RandomStream& random) {
    PairMoments moments;
    for (const RatioPart& part : draw_parts(random)) moments.add(part.first, part.second);
    return estimate_ratio(moments);
  }));
  check_level(measure_coverage(kReached, [&](RandomStream& random) {
    return estimate_ratio_by_jackknife(draw_parts(random));
  }));
}

TEST_CASE("quantiles of replicates that share a flood hold their level") {
  // Exp(1), plus 2 in a flooded year: P(X > x) = e^-x (0.7 + 0.3 e²) for x > 2.
  const double truth = std::log((0.7 + 0.3 * std::exp(2.0)) / 0.1);
  check_level(measure_coverage(truth, [](RandomStream& random) {
    std::array<double, 100> values;
    for (double& value : values) {
      value = random.uniform() < kFloodedFrac ? 2 : 0;
      value += draw_exponential(random);
    }
    std::sort(values.begin(), values.end());
    return estimate_quantile(values, 0.9);
  }));
}

TEST_CASE("over twenty seeds the standardised errors follow their law") {
  const SharedShock shock(30);
  double ours = 0, pooled = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    PairMoments moments;
    RandomStream random({.seed = seed});
    for (int i = 0; i < 400; ++i) {
      const RatioPart women = shock(random);
      moments.add(women.first, women.second);
    }
    const Estimate share = estimate_ratio(moments);
    const double off = share.value - kReached;
    ours += std::pow(off / share.standard_error, 2);
    pooled += off * off / (share.value * (1 - share.value) / 12'000);
  }
  CHECK(ours > 7.43);  // chi-square of 20: 0.5% and 99.5%
  CHECK(ours < 40.0);
  CHECK(pooled > 80);  // as if the women were independent
}

TEST_CASE("over twenty seeds the standardised differences follow their law") {
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    PairMoments moments;
    RandomStream random({.seed = seed, .purpose = Purpose::kService});
    for (int i = 0; i < 400; ++i) {
      const RatioPart n_delayed = count_delayed_in_both(random);
      moments.add(n_delayed.first, n_delayed.second);
    }
    const Estimate difference = estimate_difference(moments);
    sum += std::pow((difference.value - 1) / difference.standard_error, 2);
  }
  CHECK(sum > 7.43);
  CHECK(sum < 40.0);
}

TEST_CASE("mean waits, which are very skewed, hold their level with 1200 replicates of ten",
          "[.long]") {
  check_level(
      measure_coverage(1, [](RandomStream& random) { return estimate_mean_wait(random, 1200); }));
}

TEST_CASE("batch means of waits hold their level with ten batches of 3000", "[.long]") {
  check_level(measure_coverage(1, [](RandomStream& random) {
    QueueOfOne queue(0.5, random);
    std::vector<double> waits(30'000);
    for (double& wait : waits) wait = queue.serve(random);
    return estimate_by_batches(waits, 10).mean;
  }));
}

TEST_CASE("a mean over strata that differ in level and spread is held as often as it says") {
  check_level(measure_coverage(0, [](RandomStream& random) {
    std::vector<RunningMoments> strata(5);
    for (std::size_t i = 0; i < strata.size(); ++i) {
      const auto level = static_cast<double>(i) - 2;
      for (int k = 0; k < 8; ++k) {
        double sum = 0;
        for (int j = 0; j < 12; ++j) sum += random.uniform() - 0.5;
        strata[i].add(10 * level + (1 + level / 4) * sum);
      }
    }
    return estimate_stratified_mean(strata);
  }));
}
