#include "geo/coverage/getis_ord.h"

#include <catch2/catch.hpp>

#include <random>

#include "tests/geo/coverage/case_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// The six points of Getis and Ord, neighbours up to 15 apart.
const std::vector<Xy> kPoints = {{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
const std::vector<double> kValues = {2, 3, 3.2, 5, 8, 7};

SpatialWeights six() { return make_distance_band(kPoints, 15); }

void check_z(const std::vector<std::optional<double>>& z, const std::vector<double>& expected) {
  REQUIRE(z.size() == expected.size());
  for (std::size_t i = 0; i < z.size(); ++i) CHECK(*z[i] == Approx(expected[i]).margin(5e-8));
}

UniformIndex make_random(std::uint32_t seed) {
  return [engine = std::mt19937(seed)](std::uint64_t n) mutable { return engine() % n; };
}

}  // namespace

TEST_CASE("the global G of six points is that of PySAL") {
  CHECK(*compute_global_g(kValues, six()) == Approx(0.55709779).margin(5e-9));
}

TEST_CASE("Gi of six points is that of PySAL") {
  check_z(compute_local_z(kValues, six(), GetisOrdKind::kGi),
          {-1.0136729, -0.0436159, 1.3155870, -0.3141268, 1.1537399, 1.7783394});
}

TEST_CASE("Gi* of six points is that of PySAL") {
  check_z(compute_local_z(kValues, six(), GetisOrdKind::kGiStar),
          {-1.3972763, -0.2891776, 0.6506496, -0.2891776, 1.2345209, 2.0242433});
}

TEST_CASE("the shared case has the same points and values") {
  const auto path = find_shared("cases/spatial_stats/getis_6pts_d15_w.csv");
  if (!path) return;
  CHECK(read_weights(*path, 6) == six());
  CHECK(read_column(path->parent_path() / "getis_6pts_d15_y.csv", 1) == kValues);
}

TEST_CASE("scaled weights and shifted values leave Gi as it is") {
  SpatialWeights tripled = six();
  for (auto& row : tripled.rows) {
    for (Neighbour& n : row) n.weight *= 3;
  }
  std::vector<double> shifted = kValues;
  for (double& v : shifted) v += 1e6;
  const auto z = compute_local_z(kValues, six(), GetisOrdKind::kGi);
  const auto scaled = compute_local_z(kValues, tripled, GetisOrdKind::kGi);
  const auto moved = compute_local_z(shifted, six(), GetisOrdKind::kGi);
  for (std::size_t i = 0; i < z.size(); ++i) {
    CHECK(*scaled[i] == Approx(*z[i]));
    CHECK(*moved[i] == Approx(*z[i]).epsilon(1e-8));
  }
}

TEST_CASE("where it is not defined there is no z") {
  const SpatialWeights alone{std::vector<std::vector<Neighbour>>(6)};
  CHECK_FALSE(compute_local_z(kValues, alone, GetisOrdKind::kGi)[0]);
  CHECK(compute_local_z(kValues, alone, GetisOrdKind::kGiStar)[0]);
  const SpatialWeights everybody = make_distance_band(kPoints, 1e6);
  CHECK_FALSE(compute_local_z(kValues, everybody, GetisOrdKind::kGi)[0]);
  CHECK_FALSE(compute_local_z(kValues, everybody, GetisOrdKind::kGiStar)[0]);
  CHECK_FALSE(compute_local_z(std::vector<double>(6, 0.1), six(), GetisOrdKind::kGiStar)[0]);
  const SpatialWeights pair = make_distance_band(std::vector<Xy>{{0, 0}, {1, 0}}, 1);
  CHECK_FALSE(compute_local_z(std::vector<double>{1, 2}, pair, GetisOrdKind::kGi)[0]);
  CHECK_FALSE(compute_global_g(kValues, alone));
  CHECK_FALSE(compute_global_g(std::vector<double>(6, 0.0), six()));
}

TEST_CASE("the pseudo p-value is the share of draws of the neighbours at least as extreme") {
  // Row 5 has one neighbour, the place with the largest value: one of five draws is as large.
  const double p =
      permute_local(kValues, six(), {.row = 5, .n_permutations = 99'999}, make_random(1));
  CHECK(p == Approx(0.2).margin(0.01));
}

TEST_CASE("a draw of the same neighbours in another order is as extreme") {
  // Row 4 has four neighbours of the five others, so that a draw leaves one out: only leaving out
  // 0.7 makes less than the 1.3 observed, and a fifth of the draws is 1.3 in some order.
  const std::vector<double> y = {0.4, 0.1, 0.2, 0.3, 9, 0.7};
  REQUIRE(six().rows[4].size() == 4);
  const LocalPermutation local{.row = 4, .n_permutations = 9'999};
  CHECK(permute_local(y, six(), local, make_random(2)) == Approx(0.2).margin(0.02));
  CHECK(permute_local(y, six(), local, make_random(2)) ==
        permute_local(y, six(), local, make_random(2)));
}
