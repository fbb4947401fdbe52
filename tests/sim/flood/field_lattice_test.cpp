#include "sim/flood/field_lattice.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>

using namespace pahunch;

namespace {

/// The weights of a place by the key of the node.
std::map<std::uint64_t, float> get_weights_by_key(const FieldLattice& lattice, std::size_t place) {
  std::map<std::uint64_t, float> weights;
  for (const auto& weight : lattice.weights(place)) {
    weights[lattice.nodes()[weight.node].key] = weight.of_noise;
  }
  return weights;
}

/// Exact correlation of two places: sums over the lattice points that both need.
double get_exact_correlation(Xy a, Xy b, const LatticeShares& shares) {
  const std::vector<Xy> places{a, b};
  const FieldLattice lattice(places);
  const auto of_b = get_weights_by_key(lattice, 1);
  double correlation = 0;
  for (const auto& weight : lattice.weights(0)) {
    const auto& node = lattice.nodes()[weight.node];
    const auto found = of_b.find(node.key);
    if (found != of_b.end())
      correlation += shares.of_level[node.level] * weight.of_noise * found->second;
  }
  return correlation;
}

}  // namespace

TEST_CASE("lattice shares are shares") {
  for (const double range_km : {1.0, 20.0, 53.0, 130.0, 5000.0}) {
    const LatticeShares shares = find_lattice_shares(range_km);
    double sum = shares.own;
    for (const double share : shares.of_level) {
      CHECK(share >= 0);
      sum += share;
    }
    CHECK(sum == Approx(1));
  }
}

TEST_CASE("the field's correlation falls as the exponential it stands for") {
  for (const double range_km : {20.0, 35.0, 53.0, 90.0, 130.0}) {
    const LatticeShares shares = find_lattice_shares(range_km);
    double worst = 0;
    for (double km = 8; km < 300; km += 4) {
      worst =
          std::max(worst, std::abs(get_lattice_correlation(shares, km) - std::exp(-km / range_km)));
    }
    CAPTURE(range_km, shares.own);
    CHECK(worst < 0.06);
  }
}

TEST_CASE("where places lie on the lattices matters little, which way they lie less") {
  const LatticeShares shares = find_lattice_shares(53);
  for (int i = 0; i < 60; ++i) {
    const double turn = 0.37 * i, km = 10 + 2.5 * i;
    const Xy a{1000 * 137.0 * i, 1000 * 71.3 * i};
    const Xy b{a.x_m + 1000 * km * std::cos(turn), a.y_m + 1000 * km * std::sin(turn)};
    CHECK(get_exact_correlation(a, b, shares) ==
          Approx(get_lattice_correlation(shares, km)).margin(0.06));
  }
}

TEST_CASE("the field has variance 1 at every place and level") {
  const std::vector<Xy> places{{0, 0}, {123456.7, -98765.4}, {6000, 6000}};
  const FieldLattice lattice(places);
  for (std::size_t place = 0; place < places.size(); ++place) {
    std::array<double, kLatticeLevels> squares{};
    for (const auto& weight : lattice.weights(place)) {
      squares[lattice.nodes()[weight.node].level] += weight.of_noise * weight.of_noise;
    }
    for (const double sum : squares) CHECK(sum == Approx(1).epsilon(1e-6));
  }
}

TEST_CASE("a place needs the same noise whatever other places there are") {
  const std::vector<Xy> alone{{50000, 70000}};
  const std::vector<Xy> among{{900000, 0}, {50001, 70002}, {50000, 70000}, {0, 0}};
  CHECK(get_weights_by_key(FieldLattice(alone), 0) == get_weights_by_key(FieldLattice(among), 2));
}

TEST_CASE("lattice points have streams of their own") {
  std::vector<Xy> places;
  for (int i = 0; i < 400; ++i) places.push_back({9000.0 * (i % 20), 9000.0 * (i / 20)});
  const FieldLattice lattice(places);
  std::map<std::uint64_t, int> count;
  for (const auto& node : lattice.nodes()) ++count[node.key];
  CHECK(count.size() == lattice.nodes().size());
}
