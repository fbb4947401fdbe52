#include "sim/statistics/mean_interval.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "sim/statistics/student.h"

using namespace pahunch;

namespace {

const std::vector<RatioPart> kParts = {{10, 8}, {20, 14}, {15, 13}, {15, 9}};

PairMoments sum_up_parts() {
  PairMoments moments;
  for (const RatioPart& part : kParts) moments.add(part.first, part.second);
  return moments;
}

}  // namespace

TEST_CASE("Student's quantiles are those of the tables") {
  CHECK(student_multiplier(0.95, 1) == Approx(12.7062047362).epsilon(1e-10));
  CHECK(student_multiplier(0.95, 9) == Approx(2.2621571628).epsilon(1e-10));
  CHECK(student_multiplier(0.99, 30) == Approx(2.7499956536).epsilon(1e-10));
  CHECK(student_multiplier(0.95, 1e9) == Approx(normal_multiplier(0.95)).epsilon(1e-8));
  CHECK(normal_multiplier(0.95) == Approx(1.9599639845).epsilon(1e-10));
  CHECK(student_quantile(0.5, 4) == Approx(0).margin(1e-15));
}

TEST_CASE("the interval of a mean worked by hand") {
  RunningMoments moments;
  for (const double value : {2, 4, 4, 6}) moments.add(value);
  const Estimate mean = estimate_mean(moments);
  CHECK(mean.n == 4);
  CHECK(mean.value == 4);
  CHECK(mean.low == Approx(4 - 3.1824463053 * std::sqrt(2.0 / 3)));
  CHECK(mean.high == Approx(4 + 3.1824463053 * std::sqrt(2.0 / 3)));
  CHECK(mean.half_width() == Approx(3.1824463053 * mean.standard_error));
  CHECK(estimate_mean(moments, 0.5).half_width() < 0.25 * mean.half_width());
}

TEST_CASE("one replicate tells nothing of its error") {
  RunningMoments moments;
  moments.add(5);
  CHECK(estimate_mean(moments).value == 5);
  CHECK(std::isinf(estimate_mean(moments).half_width()));
}

TEST_CASE("the ratio of totals is not the mean of ratios") {
  const Estimate ratio = estimate_ratio(sum_up_parts());
  CHECK(ratio.value == Approx(44.0 / 60));
  double squares = 0;
  for (const RatioPart& part : kParts) {
    const double off = part.second - 44.0 / 60 * part.first;
    squares += off * off;
  }
  CHECK(ratio.standard_error == Approx(std::sqrt(squares / 3 / 4) / 15));
  CHECK(ratio.half_width() == Approx(3.1824463053 * ratio.standard_error));
}

TEST_CASE("the jackknife leaves out one replicate after another") {
  const Estimate ratio = estimate_ratio_by_jackknife(kParts);
  const std::vector<double> without = {36.0 / 50, 30.0 / 40, 31.0 / 45, 35.0 / 45};
  double mean = 0, squares = 0;
  for (const double value : without) mean += value / 4;
  for (const double value : without) squares += (value - mean) * (value - mean);
  CHECK(ratio.value == Approx(4 * 44.0 / 60 - 3 * mean));
  CHECK(ratio.standard_error == Approx(std::sqrt(0.75 * squares)));
}

TEST_CASE("with equal parts below the line both ways are the interval of the mean") {
  PairMoments pairs;
  RunningMoments shares;
  std::vector<RatioPart> parts;
  for (const double reached : {27, 30, 12, 28, 9, 26}) {
    pairs.add(30, reached);
    parts.push_back({30, reached});
    shares.add(reached / 30);
  }
  for (const Estimate& ratio : {estimate_ratio(pairs), estimate_ratio_by_jackknife(parts)}) {
    CHECK(ratio.value == Approx(estimate_mean(shares).value));
    CHECK(ratio.low == Approx(estimate_mean(shares).low));
  }
}

TEST_CASE("a difference on common numbers keeps only what differs") {
  PairMoments pairs;
  for (const double shock : {0, 50, -20, 70, 10}) pairs.add(100 + shock, 104 + shock + shock / 100);
  const Estimate difference = estimate_difference(pairs);
  CHECK(difference.value == Approx(4.22));
  CHECK(difference.half_width() < 0.5);
  CHECK(variance_reduction(pairs) > 10'000);
}

TEST_CASE("the variance reduction of independent systems is 1, of equal ones infinite") {
  PairMoments apart, equal;
  for (const double a : {1, 2, 3}) {
    for (const double b : {5, 7, 9}) apart.add(a, b);
    equal.add(a, a);
  }
  CHECK(variance_reduction(apart) == Approx(1));
  CHECK(std::isinf(variance_reduction(equal)));
}

TEST_CASE("strata apart from each other widen no interval") {
  const std::vector<double> deviations = {-1, 1, -1, 1, -1, 1};
  std::vector<RunningMoments> near(3), far(3);
  for (std::size_t stratum = 0; stratum < 3; ++stratum) {
    for (const double off : deviations) {
      near[stratum].add(5 + off);
      far[stratum].add(1000.0 * static_cast<double>(stratum) + off);
    }
  }
  const Estimate mean = estimate_stratified_mean(near);
  CHECK(mean.n == 18);
  CHECK(mean.value == Approx(5));
  CHECK(mean.standard_error == Approx(std::sqrt(1.2 / 18)));
  CHECK(mean.half_width() == Approx(student_multiplier(0.95, 15) * mean.standard_error));
  CHECK(estimate_stratified_mean(far).value == Approx(1000));
  CHECK(estimate_stratified_mean(far).half_width() == Approx(mean.half_width()));
}

TEST_CASE("strata of different spread have the degrees of freedom of Satterthwaite") {
  std::vector<RunningMoments> strata(2);
  for (const double value : {0, 2, 4}) strata[0].add(value);  // variance 4
  for (const double value : {0, 1, 2}) strata[1].add(value);  // variance 1
  const Estimate mean = estimate_stratified_mean(strata);
  const double dof = (5.0 / 3) * (5.0 / 3) / ((16.0 / 9 + 1.0 / 9) / 2);
  CHECK(mean.standard_error == Approx(std::sqrt(5.0 / 3) / 2));
  CHECK(mean.high == Approx(1.5 + student_multiplier(0.95, dof) * mean.standard_error));
}

TEST_CASE("strata without spread have an exact mean, and one year of one tells no error") {
  std::vector<RunningMoments> strata(2);
  for (int i = 0; i < 2; ++i) {
    strata[0].add(3);
    strata[1].add(5);
  }
  CHECK(estimate_stratified_mean(strata).low == 4);
  CHECK(estimate_stratified_mean(strata).high == 4);
  strata.emplace_back().add(4);
  CHECK(std::isinf(estimate_stratified_mean(strata).half_width()));
}
