#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <Eigen/Cholesky>

#include "sim/random/multivariate_normal.h"
#include "sim/random/multivariate_t.h"
#include "sim/random/normal.h"
#include "sim/random/special_functions.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<double> kThree = {4, 1, 0, 1, 2, 0.5, 0, 0.5, 1};
const std::vector<double> kMeans = {1, 2, 3};

/// Correlations that fall with the distance of places along a line.
std::vector<double> make_decay(std::size_t n) {
  std::vector<double> matrix;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double apart = std::fabs(static_cast<double>(i) - static_cast<double>(j));
      matrix.push_back(std::exp(-apart / 7));
    }
  }
  return matrix;
}

template <class Law>
std::vector<std::vector<double>> draw_vectors(const Law& law, int n) {
  RandomStream random({.seed = 78});
  std::vector<std::vector<double>> rows(static_cast<std::size_t>(n));
  for (auto& row : rows) {
    row.resize(law.size());
    law(random, row);
  }
  return rows;
}

}  // namespace

TEST_CASE("multivariate normal numbers are pinned, one draw a component") {
  RandomStream random = make_pinned_stream();
  std::vector<double> out(3);
  MultivariateNormalDistribution(kThree, kMeans)(random, out);
  CHECK(out == std::vector{0.22915262158746896, 1.0466966407334146, 3.2431317102436203});
  CHECK(random.n_draws() == 3);
}

TEST_CASE("multivariate normal numbers have their means and covariances") {
  const int n = 100'000;
  const auto rows = draw_vectors(MultivariateNormalDistribution(kThree, kMeans), n);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = 0;
      for (const auto& row : rows) sum += (row[i] - kMeans[i]) * (row[j] - kMeans[j]);
      const double truth = kThree[3 * i + j];
      const double spread = std::sqrt((kThree[4 * i] * kThree[4 * j] + truth * truth) / n);
      CHECK(sum / n == Approx(truth).margin(kSigmas * spread));
    }
  }
}

TEST_CASE("a sum of components is normal with the variance of the sum") {
  std::vector<double> sums;
  for (const auto& row : draw_vectors(MultivariateNormalDistribution(kThree), 100'000)) {
    sums.push_back(row[0] + row[1] - row[2]);
  }
  const boost::math::normal truth(0, std::sqrt(4 + 2 + 1 + 2 - 1));
  CHECK(follows_law(sums, [&](double x) { return cdf(truth, x); }));
}

TEST_CASE("the factor is Cholesky's") {
  const std::size_t n = 60;
  const std::vector<double> matrix = make_decay(n);
  const MultivariateNormalDistribution law(matrix);
  const Eigen::MatrixXd covariance = Eigen::Map<const Eigen::MatrixXd>(matrix.data(), n, n);
  const Eigen::MatrixXd factor = covariance.llt().matrixL();
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n);
    unit[j] = 1;
    law.combine(unit);
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(
          unit[i] ==
          Approx(factor(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j))).margin(1e-14));
    }
  }
}

TEST_CASE("a component added at the end changes no other") {
  std::vector<double> few(20), many(30);
  RandomStream random = make_pinned_stream();
  for (double& z : many) z = draw_standard_normal(random);
  std::copy_n(many.begin(), 20, few.begin());
  MultivariateNormalDistribution(make_decay(20)).combine(few);
  MultivariateNormalDistribution(make_decay(30)).combine(many);
  many.resize(20);
  CHECK(many == few);
}

TEST_CASE("multivariate t numbers are pinned: the normal draws, then a gamma number") {
  RandomStream random = make_pinned_stream();
  std::vector<double> out(3);
  MultivariateTDistribution(kThree, 4)(random, out);
  CHECK(out == std::vector{-0.74875995880543977, -0.92598795040791715, 0.23616515336825075});
  CHECK(random.n_draws() == 5);
}

TEST_CASE("each component of a multivariate t law has Student's law") {
  std::vector<double> first, u;
  for (const auto& row : draw_vectors(MultivariateTDistribution(kThree, 4), 100'000)) {
    first.push_back(row[0] / 2);
    u.push_back(portable::student_cdf(row[2], 4));
  }
  const boost::math::students_t truth(4);
  CHECK(follows_law(first, [&](double x) { return cdf(truth, x); }));
  CHECK(follows_law(u, [](double x) { return x; }));
}

TEST_CASE("extremes of a t law come together, those of a normal law hardly") {
  const std::vector<double> pair = {1, 0.5, 0.5, 1};
  const auto both_beyond = [](const auto& rows, double limit) {
    double count = 0;
    for (const auto& row : rows) count += row[0] > limit && row[1] > limit ? 1 : 0;
    return count / (0.001 * static_cast<double>(rows.size()));
  };
  // Given that one is beyond its 99.9%, the other is: 0.05 for the normal law, 0.27 for t of 4.
  const auto normal = draw_vectors(MultivariateNormalDistribution(pair), 200'000);
  const auto heavy = draw_vectors(MultivariateTDistribution(pair, 4), 200'000);
  CHECK(both_beyond(normal, 3.0902) < 0.15);
  CHECK(both_beyond(heavy, quantile(boost::math::students_t(4), 0.999)) > 0.2);
}

TEST_CASE("a covariance that is none is refused") {
  using Law = MultivariateNormalDistribution;
  const auto make = [](const std::vector<double>& m, const std::vector<double>& mean = {}) {
    return Law(m, mean);
  };
  CHECK_THROWS_WITH(make({1, 1, 1, 1}), Catch::Contains("row 2") && Catch::Contains("nugget"));
  CHECK_THROWS_AS(make({1, 2, 2, 1}), ConfigError);
  CHECK_THROWS_AS(make({0}), ConfigError);
  CHECK_THROWS_AS(make({-1}), ConfigError);
  CHECK_THROWS_AS(make({std::nan("")}), ConfigError);
  CHECK_THROWS_WITH(make({1, 0, 0}), Catch::Contains("no square"));
  CHECK_THROWS_AS(make({}), ConfigError);
  CHECK_THROWS_WITH(make({1}, {1, 2}), Catch::Contains("2 means"));
  CHECK_THROWS_AS(MultivariateTDistribution(kThree, 0), ConfigError);
}
