#include "sim/statistics/running_moments.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "geo/base/parallel.h"
#include "sim/random/random_stream.h"
#include "sim/statistics/ordered_fold.h"

using namespace pahunch;

namespace {

std::vector<double> draw_numbers(std::size_t n) {
  RandomStream random({.seed = 8});
  std::vector<double> values(n);
  for (double& value : values) value = 100 + random.uniform();
  return values;
}

RunningMoments sum_up(const std::vector<double>& values) {
  RunningMoments moments;
  for (const double value : values) moments.add(value);
  return moments;
}

/// By the definition, in two passes.
double variance_of(const std::vector<double>& values) {
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

RunningMoments fold_in_parallel(const std::vector<double>& values, std::size_t grain) {
  OrderedFold<RunningMoments> fold;
  for_each_in_parallel(
      values.size() / 10,
      [&](std::size_t block) {
        RunningMoments part;
        for (std::size_t i = 0; i < 10; ++i) part.add(values[10 * block + i]);
        fold.add(block, part);
      },
      grain);
  CHECK(fold.n_folded() == values.size() / 10);
  CHECK(fold.n_waiting() == 0);
  return fold.total();
}

}  // namespace

TEST_CASE("moments worked by hand") {
  const RunningMoments moments = sum_up({2, 4, 4, 6});
  CHECK(moments.n() == 4);
  CHECK(moments.mean() == 4);
  CHECK(moments.variance() == Approx(8.0 / 3));
  CHECK(moments.standard_error() == Approx(std::sqrt(2.0 / 3)));
}

TEST_CASE("fewer than two numbers have no variance") {
  CHECK(RunningMoments().variance() == 0);
  CHECK(RunningMoments().standard_error() == 0);
  CHECK(sum_up({7}).mean() == 7);
  CHECK(sum_up({7}).variance() == 0);
}

TEST_CASE("moments equal the two-pass definition far from 0") {
  const auto values = draw_numbers(10'000);
  CHECK(sum_up(values).variance() == Approx(variance_of(values)).epsilon(1e-12));
  CHECK(sum_up({1e9 + 1, 1e9 + 2, 1e9 + 3}).variance() == Approx(1).epsilon(1e-9));
}

TEST_CASE("merged moments are those of all numbers") {
  const auto values = draw_numbers(1000);
  for (const std::ptrdiff_t cut : {0, 1, 400, 999, 1000}) {
    RunningMoments merged = sum_up({values.begin(), values.begin() + cut});
    merged.merge(sum_up({values.begin() + cut, values.end()}));
    CHECK(merged.n() == 1000);
    CHECK(merged.mean() == Approx(sum_up(values).mean()).epsilon(1e-14));
    CHECK(merged.variance() == Approx(sum_up(values).variance()).epsilon(1e-12));
  }
}

TEST_CASE("moments folded by number have the same bits in any order and on any threads") {
  const auto values = draw_numbers(5000);
  const RunningMoments once = fold_in_parallel(values, 1);
  for (const std::size_t grain : {1U, 7U, 100U, 1000U}) {
    const RunningMoments again = fold_in_parallel(values, grain);
    CHECK(again.mean() == once.mean());
    CHECK(again.squares() == once.squares());
  }
  CHECK(once.variance() == Approx(variance_of(values)).epsilon(1e-12));
}

TEST_CASE("a part that comes early waits for those before it") {
  OrderedFold<RunningMoments> fold;
  fold.add(2, sum_up({30}));
  fold.add(1, sum_up({20}));
  CHECK(fold.n_folded() == 0);
  CHECK(fold.n_waiting() == 2);
  CHECK(fold.total().n() == 0);
  fold.add(0, sum_up({10}));
  CHECK(fold.n_folded() == 3);
  CHECK(fold.n_waiting() == 0);
  CHECK(fold.total().mean() == 20);
}

TEST_CASE("moments of pairs worked by hand") {
  PairMoments pairs;
  pairs.add(1, 2);
  pairs.add(2, 6);
  pairs.add(3, 4);
  CHECK(pairs.covariance() == Approx(1));
  CHECK(pairs.difference().mean() == Approx(2));
  CHECK(pairs.difference().variance() == Approx(3));
  CHECK(pairs.difference(2).mean() == Approx(0));
  CHECK(pairs.difference(2).variance() == Approx(4));
}

TEST_CASE("merged pairs are all pairs, and their differences those of each pair") {
  const auto values = draw_numbers(2000);
  PairMoments all, head, tail;
  RunningMoments differences;
  for (std::size_t i = 0; i < 1000; ++i) {
    const double first = values[i];
    const double second = 0.7 * first + values[1000 + i];
    all.add(first, second);
    (i < 300 ? head : tail).add(first, second);
    differences.add(second - first);
  }
  head.merge(tail);
  head.merge(PairMoments());
  CHECK(head.n() == 1000);
  CHECK(head.covariance() == Approx(all.covariance()).epsilon(1e-12));
  CHECK(all.difference().mean() == Approx(differences.mean()).epsilon(1e-13));
  CHECK(all.difference().variance() == Approx(differences.variance()).epsilon(1e-11));
}

TEST_CASE("equal pairs differ by exactly nothing, merged or not") {
  PairMoments pairs, more;
  for (const double value : draw_numbers(300)) {
    pairs.add(value, value);
    more.add(value + 1, value + 1);
  }
  pairs.merge(more);
  CHECK(pairs.difference().mean() == 0);
  CHECK(pairs.difference().squares() == 0);
}
