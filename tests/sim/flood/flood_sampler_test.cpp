#include "sim/flood/flood_sampler.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>

#include "sim/flood/flood_statistics.h"
#include "sim/random/special_functions.h"
#include "tests/sim/flood/central_theta.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A theta with level 0 everywhere.
FloodTheta make_plain_theta(std::size_t n_blocks) {
  FloodTheta theta;
  theta.block_level.assign(n_blocks, 0.0);
  theta.residual_sd = 0.2;
  theta.range_km = 50;
  return theta;
}

struct SamplerCase {
  std::vector<FloodBlock> blocks;
  FieldLattice lattice;
  FloodSampler sampler;
  SamplerCase(std::vector<FloodBlock> all, const FloodTheta& theta)
      : blocks(std::move(all)), lattice(get_places(blocks)), sampler(blocks, lattice, theta) {}
};

struct Moments {
  double n = 0, sum = 0, squares = 0, cross = 0;
  void add(double x, double y) {
    n += 1;
    sum += x;
    squares += x * x;
    cross += x * y;
  }
};

}  // namespace

TEST_CASE("a year of floods is pinned to the bit") {
  const SamplerCase made(make_grid_blocks(3, 30), make_plain_theta(9));
  const FloodYear year = made.sampler.draw(20260118, 7);
  CHECK(year.frac.size() == 108);
  CHECK(year.month(7)[0] == year.frac[63]);
  CHECK(year.frac[0] == 0x1.38d6aab605501p-3);
  CHECK(year.frac[63] == 0x1.22a82d0897c3dp-3);
  CHECK(year.frac[107] == 0);
  CHECK(year.frac == made.sampler.draw(20260118, 7).frac);
  CHECK(year.frac != made.sampler.draw(20260118, 8).frac);
  CHECK(year.frac != made.sampler.draw(20260119, 7).frac);
}

TEST_CASE("far-off blocks, their order and their levels change no bit of another's year") {
  FloodTheta theta = make_plain_theta(4);
  theta.shared_frac = 0.9;
  theta.year_sd = 0.1;
  auto blocks = make_grid_blocks(2, 10);
  const FloodYear alone = SamplerCase(blocks, theta).sampler.draw(5, 3);
  blocks.insert(blocks.begin(), {.id = "far", .at = {800000, 0}, .observed = true});
  theta.block_level.insert(theta.block_level.begin(), 0.7);
  const FloodYear among = SamplerCase(blocks, theta).sampler.draw(5, 3);
  for (std::size_t m = 0; m < kMonths; ++m) {
    for (std::size_t b = 0; b < 4; ++b) CHECK(alone.month(m)[b] == among.month(m)[b + 1]);
  }
}

TEST_CASE("blocks are dry and wet as often as their levels say") {
  FloodTheta theta = make_plain_theta(2);
  theta.block_level = {-0.1, 0.3};
  theta.year_sd = 0.15;
  theta.month_sd = 0.1;
  theta.shared_frac = 0.8;
  std::vector<FloodBlock> blocks = make_grid_blocks(2, 40);
  blocks.resize(2);
  const SamplerCase made(blocks, theta);
  double n_dry[2] = {0, 0}, n_above[2] = {0, 0};
  const int n = 2000;
  for (std::uint64_t r = 0; r < n; ++r) {
    const FloodYear year = made.sampler.draw(1, r);
    for (std::size_t b = 0; b < 2; ++b) {
      n_dry[b] += year.month(7)[b] == 0 ? 1.0 / n : 0;
      n_above[b] += year.month(7)[b] > 0.2 ? 1.0 / n : 0;
    }
  }
  const double sd = std::sqrt(0.2 * 0.2 + 0.15 * 0.15 + 0.1 * 0.1);
  for (std::size_t b = 0; b < 2; ++b) {
    const double level = theta.block_level[b];
    CHECK(n_dry[b] == Approx(portable::normal_cdf(-level / sd)).margin(0.04));
    CHECK(n_above[b] == Approx(portable::normal_cdf((level - std::sqrt(0.2)) / sd)).margin(0.04));
  }
}

TEST_CASE("residuals go together in space and from month to month as asked") {
  FloodTheta theta = make_plain_theta(2);
  theta.block_level = {0.5, 0.5};  // wet throughout: levels can be read from fractions
  theta.residual_sd = 0.1;
  theta.residual_persistence = 0.6;
  std::vector<FloodBlock> blocks = make_grid_blocks(2, 40);
  blocks.resize(2);
  const SamplerCase made(blocks, theta);
  Moments space, time;
  for (std::uint64_t r = 0; r < 2000; ++r) {
    const FloodYear year = made.sampler.draw(2, r);
    const auto z = [&](std::size_t m, std::size_t b) {
      return (std::sqrt(year.month(m)[b]) - 0.5) / 0.1;
    };
    space.add(z(5, 0), z(5, 1));
    time.add(z(5, 0), z(6, 0));
  }
  CHECK(space.sum / space.n == Approx(0).margin(0.08));
  CHECK(space.squares / space.n == Approx(1).margin(0.12));
  CHECK(space.cross / space.n == Approx(std::exp(-40.0 / 50)).margin(0.1));
  CHECK(time.cross / time.n == Approx(0.6).margin(0.08));
}

TEST_CASE("Student's copula keeps the law of a block and brings extremes together") {
  FloodTheta theta = make_plain_theta(2);
  theta.block_level = {0.5, 0.5};
  theta.residual_sd = 0.1;
  std::vector<FloodBlock> blocks = make_grid_blocks(2, 60);
  blocks.resize(2);
  const auto count_joint = [&](FloodCopula copula, double& one) {
    theta.copula = copula;
    theta.tail_dof = 2;
    const SamplerCase made(blocks, theta);
    double both = 0;
    for (std::uint64_t r = 0; r < 1500; ++r) {
      const FloodYear year = made.sampler.draw(3, r);
      for (std::size_t m = 0; m < kMonths; ++m) {
        const double high = (0.5 + 0.1 * 2) * (0.5 + 0.1 * 2);  // two deviations above
        one += year.month(m)[0] > high ? 1 : 0;
        both += year.month(m)[0] > high && year.month(m)[1] > high ? 1 : 0;
      }
    }
    return both;
  };
  double gaussian_one = 0, student_one = 0;
  const double gaussian = count_joint(FloodCopula::kGaussian, gaussian_one);
  const double student = count_joint(FloodCopula::kStudent, student_one);
  const double expected = 18000 * portable::normal_cdf(-2);
  CHECK(gaussian_one == Approx(expected).epsilon(0.15));
  CHECK(student_one == Approx(expected).epsilon(0.15));
  CHECK(student > 1.5 * gaussian);
}

TEST_CASE("months taken for dry have no flood, whatever the others draw") {
  FloodTheta theta = make_plain_theta(9);
  theta.flooded_days_frac = 0.3;
  const FloodYear wet = SamplerCase(make_grid_blocks(3, 30), theta).sampler.draw(1, 1);
  theta.dry[0] = true;
  const FloodYear dry = SamplerCase(make_grid_blocks(3, 30), theta).sampler.draw(1, 1);
  CHECK(dry.flooded_days_frac == 0.3);
  for (const double frac : dry.month(0)) CHECK(frac == 0);
  for (std::size_t b = 0; b < 9; ++b) CHECK(dry.month(1)[b] == wet.month(1)[b]);
}

TEST_CASE("years like the observed ones: many blocks exactly dry, few far under water") {
  const FloodFit& fit = get_bundled_fit();
  const SamplerCase made(fit.blocks, make_central_theta(fit));
  double zero = 0, above_half = 0, winter = 0;
  const int n = 200;
  for (std::uint64_t r = 0; r < n; ++r) {
    const FloodYear year = made.sampler.draw(1, r);
    for (const double frac : year.month(7)) {
      zero += frac == 0 ? 1.0 / (534.0 * n) : 0;
      above_half += frac > 0.5 ? 1.0 / (534.0 * n) : 0;
      CHECK((frac >= 0 && frac <= 1));
    }
    for (const double frac : year.month(0)) winter += frac > 0.05 ? 1.0 / (534.0 * n) : 0;
  }
  // Observed Augusts: 28%, 42%, 73%, 49% dry; 0% to 5% above one half.
  CHECK(zero == Approx(0.48).margin(0.1));
  CHECK(above_half < 0.06);
  CHECK(winter < 0.01);
}

TEST_CASE("a higher level of a month, or of a year, dries no block and changes no other month") {
  FloodTheta theta = make_plain_theta(9);
  const FloodYear usual = SamplerCase(make_grid_blocks(3, 30), theta).sampler.draw(1, 5);
  theta.month_level[6] += 0.1;
  const FloodYear wetter = SamplerCase(make_grid_blocks(3, 30), theta).sampler.draw(1, 5);
  for (std::size_t m = 0; m < kMonths; ++m) {
    for (std::size_t b = 0; b < 9; ++b) {
      const double before = usual.month(m)[b], after = wetter.month(m)[b];
      CHECK((m == 6 ? after >= before : after == before));
    }
  }
}

TEST_CASE("ranges that differ little draw years that differ little") {
  const FloodFit& fit = get_bundled_fit();
  FloodTheta theta = make_central_theta(fit);
  const FloodYear usual = SamplerCase(fit.blocks, theta).sampler.draw(1, 2);
  theta.range_km *= 1.02;
  const FloodYear wider = SamplerCase(fit.blocks, theta).sampler.draw(1, 2);
  double change = 0, size = 0;
  for (std::size_t i = 0; i < usual.frac.size(); ++i) {
    change += std::abs(usual.frac[i] - wider.frac[i]);
    size += usual.frac[i];
  }
  CHECK(change > 0);
  CHECK(change < 0.05 * size);
}

TEST_CASE("years are independent of each other, months of a year are not") {
  FloodTheta theta = make_plain_theta(1);
  theta.block_level = {0.5};
  theta.residual_sd = 0.05;
  theta.year_sd = 0.1;
  std::vector<FloodBlock> blocks = make_grid_blocks(1, 10);
  const SamplerCase made(blocks, theta);
  Moments between, within;
  double last = 0;
  for (std::uint64_t r = 0; r < 2000; ++r) {
    const FloodYear year = made.sampler.draw(6, r);
    const double july = std::sqrt(year.month(6)[0]) - 0.5, may = std::sqrt(year.month(4)[0]) - 0.5;
    between.add(july, last);
    within.add(july, may);
    last = july;
  }
  CHECK(between.cross / between.squares == Approx(0).margin(0.07));
  CHECK(within.cross / within.squares == Approx(0.8).margin(0.07));
}

TEST_CASE("the spread of drawn years covers every observed month") {
  const FloodFit& fit = get_bundled_fit();
  const FloodTable& table = get_bundled_floods();
  const FieldLattice lattice(get_places(fit.blocks));
  std::array<double, kMonths> most{}, least;
  least.fill(1);
  for (std::uint64_t draw = 0; draw < 150; ++draw) {
    const FloodYear year =
        FloodSampler(fit.blocks, lattice, draw_flood_theta(fit, 3, draw)).draw(3, draw);
    for (std::size_t m = 0; m < kMonths; ++m) {
      const double share = get_share_above(year.month(m), fit.blocks, kWet_frac);
      most[m] = std::max(most[m], share);
      least[m] = std::min(least[m], share);
    }
  }
  for (std::size_t t = 0; t < table.months.size(); ++t) {
    const auto m = static_cast<std::size_t>(table.months[t].month - 1);
    const double share = get_share_above(table.frac[t], table.blocks, kWet_frac);
    CAPTURE(to_string(table.months[t]));
    CHECK(share >= least[m]);
    CHECK(share <= most[m]);
  }
}

TEST_CASE("a thousand years of floods take seconds", "[.long]") {
  const FloodFit& fit = get_bundled_fit();
  const SamplerCase made(fit.blocks, make_central_theta(fit));
  const auto begin = std::chrono::steady_clock::now();
  double sum = 0;
  for (std::uint64_t r = 0; r < 1000; ++r) sum += made.sampler.draw(1, r).frac[4000];
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  WARN("1000 years of 534 blocks: " << took.count() << " s, sum " << sum);
  CHECK(sum > 0);
}
