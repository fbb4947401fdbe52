#include "sim/flood/susceptibility.h"

#include <catch2/catch.hpp>

#include <Eigen/Dense>

#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Kriging with a trend by library matrices, for all blocks: levels, then variances left.
struct KrigingOracle {
  Eigen::VectorXd level, variance;
};

KrigingOracle krige(const FloodTable& table, const TobitFit& fit, const FloodPrior& prior,
                    double noise_sd) {
  const auto n_all = static_cast<Eigen::Index>(table.n_blocks());
  Eigen::MatrixXd all(n_all, n_all), trend(n_all, 2);
  for (Eigen::Index i = 0; i < n_all; ++i) {
    const FloodBlock& a = table.blocks[static_cast<std::size_t>(i)];
    trend.row(i) << 1, std::exp(-a.river_km / prior.river_decay_km.value);
    for (Eigen::Index j = 0; j < n_all; ++j) {
      const FloodBlock& b = table.blocks[static_cast<std::size_t>(j)];
      const double km = planar_distance_m(a.at, b.at) / 1000;
      const double shared = prior.surface_shared_frac.value;
      all(i, j) = fit.block_sd * fit.block_sd *
                  (i == j ? 1 : shared * std::exp(-km / prior.surface_range_km.value));
    }
  }
  const std::vector<Eigen::Index> seen(fit.blocks.begin(), fit.blocks.end());
  Eigen::MatrixXd v = all(seen, seen);
  v.diagonal().array() += noise_sd * noise_sd;
  const Eigen::MatrixXd x = trend(seen, Eigen::all), inverse = v.inverse();
  const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(
      fit.block_raw.data(), static_cast<Eigen::Index>(fit.block_raw.size()));
  const Eigen::VectorXd beta =
      (x.transpose() * inverse * x).inverse() * x.transpose() * inverse * y;
  const Eigen::MatrixXd near = all(Eigen::all, seen);
  return {trend * beta + near * inverse * (y - x * beta),
          (all - near * inverse * near.transpose()).diagonal()};
}

/// Nine blocks, the middle one not observed.
struct SurfaceCase {
  FloodTable table = make_august_table(make_grid_blocks(3, 20), 1);
  TobitFit fit;
  FloodPersistence persistence;
  FloodPrior prior;

  SurfaceCase() {
    table.blocks[4].observed = false;
    for (std::size_t b = 0; b < 9; ++b) {
      table.blocks[b].river_km = 5 * static_cast<double>(b % 3);
      if (b != 4) fit.blocks.push_back(b);
    }
    fit.block_raw = {0.3, 0.1, 0.0, 0.4, -0.1, 0.2, 0.0, -0.3};
    fit.block_sd = 0.25;
    fit.residual_sd = 0.2;
    fit.months = {{2001, 7}, {2001, 8}, {2002, 8}};
    persistence.month_to_month = {0.5, 0.4, 0.6};
  }
};

}  // namespace

TEST_CASE("the surface is that of kriging by library matrices") {
  const SurfaceCase made;
  const auto surface = fit_susceptibility(made.table, made.fit, made.persistence, made.prior);
  const auto oracle = krige(made.table, made.fit, made.prior, surface.noise_sd);
  for (std::size_t b = 0; b < 9; ++b) {
    CHECK(surface.level[b] == Approx(oracle.level[static_cast<Eigen::Index>(b)]).margin(1e-10));
    CHECK(surface.sd[b] * surface.sd[b] ==
          Approx(oracle.variance[static_cast<Eigen::Index>(b)]).margin(1e-10));
  }
}

TEST_CASE("months of one year count as fewer than they are") {
  const SurfaceCase made;
  const auto surface = fit_susceptibility(made.table, made.fit, made.persistence, made.prior);
  // Two months with correlation 1/2 are worth 4/3, and the other year's one.
  CHECK(surface.noise_sd == Approx(0.2 / std::sqrt(4.0 / 3 + 1)));
}

TEST_CASE("a block that was not observed is known less than its neighbours") {
  const SurfaceCase made;
  const auto surface = fit_susceptibility(made.table, made.fit, made.persistence, made.prior);
  for (std::size_t b = 0; b < 9; ++b) {
    if (b != 4) CHECK(surface.sd[4] > surface.sd[b]);
  }
  CHECK(surface.level[4] > -0.3);
  CHECK(surface.level[4] < 0.4);
}

TEST_CASE("where all blocks are as far from a river there is no slope") {
  SurfaceCase made;
  for (FloodBlock& block : made.table.blocks) block.river_km = 1000;
  const auto surface = fit_susceptibility(made.table, made.fit, made.persistence, made.prior);
  CHECK(surface.river_slope == 0);
}

TEST_CASE("blocks by the rivers of Bihar flood more") {
  CHECK(get_bundled_fit().surface.river_slope > 0.1);
}
