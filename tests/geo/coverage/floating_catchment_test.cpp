#include "geo/coverage/floating_catchment.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>

#include "geo/base/error.h"
#include "tests/geo/coverage/case_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct Matrix {
  std::vector<OdEntry> od;
  std::vector<double> demand, supply;
  [[nodiscard]] AccessInputs inputs() const { return {od, demand, supply}; }
};

std::map<std::string, std::uint32_t> number_ids(const std::filesystem::path& path) {
  std::map<std::string, std::uint32_t> index;
  for (const auto& row : read_cells(path)) {
    index.emplace(row[0], static_cast<std::uint32_t>(index.size()));
  }
  return index;
}

Matrix read_case(const std::filesystem::path& folder) {
  const auto from = number_ids(folder / "demand.csv");
  const auto to = number_ids(folder / "supply.csv");
  Matrix matrix{{}, read_column(folder / "demand.csv", 1), read_column(folder / "supply.csv", 1)};
  for (const auto& row : read_cells(folder / "od.csv")) {
    matrix.od.push_back({from.at(row[0]), to.at(row[1]), std::stod(row[2])});
  }
  return matrix;
}

Matrix random_matrix(std::uint32_t seed) {
  std::mt19937 engine(seed);
  Matrix matrix;
  for (int i = 0; i < 25; ++i) matrix.demand.push_back(1 + static_cast<double>(engine() % 500));
  for (int j = 0; j < 6; ++j) matrix.supply.push_back(static_cast<double>(engine() % 20));
  for (std::uint32_t i = 0; i < 25; ++i) {
    for (std::uint32_t j = 0; j < 6; ++j) {
      if (engine() % 4 != 0) matrix.od.push_back({i, j, static_cast<double>(engine() % 90)});
    }
  }
  return matrix;
}

/// Supply of the sites that somebody reaches.
double usable_supply(const Matrix& matrix, const Decay& decay) {
  std::vector<bool> reached(matrix.supply.size());
  for (const OdEntry& e : matrix.od) {
    if (decay(e.cost) > 0 && matrix.demand[e.from] > 0) reached[e.to] = true;
  }
  double total = 0;
  for (std::size_t j = 0; j < reached.size(); ++j) total += reached[j] ? matrix.supply[j] : 0;
  return total;
}

double weighted_sum(const std::vector<double>& scores, const std::vector<double>& demand) {
  double total = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) total += scores[i] * demand[i];
  return total;
}

void check_scores(const std::vector<double>& scores, const std::vector<double>& expected) {
  REQUIRE(scores.size() == expected.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    CHECK(scores[i] == Approx(expected[i]).epsilon(1e-12));
  }
}

/// Two people at A, one at B; A reaches site 0 at 10, B reaches site 0 at 20 and site 1 at 5.
const Matrix kHand{{{0, 0, 10}, {1, 0, 20}, {1, 1, 5}}, {2, 1}, {6, 4}};
const Decay kHalfBeyond10 = make_step_decay({{10, 1}, {20, 0.5}});

void check_refused(const Matrix& matrix, const std::string& message) {
  CHECK_THROWS_AS(CheckedAccess(matrix.inputs()), DataError);
  CHECK_THROWS_WITH(CheckedAccess(matrix.inputs()), Catch::Contains(message));
}

}  // namespace

TEST_CASE("two-step scores are those of PySAL access") {
  const auto expected = find_shared("cases/access/expected.csv");
  if (!expected) return;
  const Matrix matrix = read_case(expected->parent_path());
  check_scores(compute_two_step(matrix.inputs(), make_binary_decay(30)), read_column(*expected, 2));
  check_scores(
      compute_two_step(matrix.inputs(), make_step_decay({{10, 1}, {20, 0.68}, {30, 0.22}})),
      read_column(*expected, 3));
  check_scores(compute_two_step(matrix.inputs(), make_gaussian_decay(10, 30)),
               read_column(*expected, 4));
}

TEST_CASE("two steps worked by hand") {
  // R0 = 6 / (2 x 1 + 1 x 0.5) = 2.4, R1 = 4 / 1 = 4
  check_scores(compute_two_step(kHand.inputs(), kHalfBeyond10), {2.4, 0.5 * 2.4 + 4});
}

TEST_CASE("three steps worked by hand") {
  // B divides 1/3 to site 0 and 2/3 to site 1. R0 = 6 / (2 + 1/3 x 0.5), R1 = 4 / (2/3).
  const double r0 = 6 / (2 + 0.5 / 3);
  check_scores(compute_three_step(kHand.inputs(), kHalfBeyond10), {r0, r0 * 0.5 / 3 + 4});
}

TEST_CASE("gravity worked by hand") {
  check_scores(compute_gravity(kHand.inputs(), make_power_decay({.exponent = 1})),
               {0.6, 6.0 / 20 + 4.0 / 5});
}

TEST_CASE("the scores times the people are the supply that somebody reaches") {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const Matrix m = random_matrix(seed);
    for (const Decay& decay : {make_binary_decay(40), kHalfBeyond10, make_gaussian_decay(20, 60),
                               make_exponential_decay(0.05), make_power_decay({.exponent = 1.5})}) {
      const double supply = usable_supply(m, decay);
      CHECK(weighted_sum(compute_two_step(m.inputs(), decay), m.demand) == Approx(supply));
      CHECK(weighted_sum(compute_three_step(m.inputs(), decay), m.demand) == Approx(supply));
    }
  }
}

TEST_CASE("nobody within reach of a site wastes it, and a point without a site has nothing") {
  const Matrix lonely{{{0, 0, 99}}, {5, 5}, {3}};
  check_scores(compute_two_step(lonely.inputs(), make_binary_decay(30)), {0, 0});
  check_scores(compute_three_step(lonely.inputs(), make_binary_decay(30)), {0, 0});
  check_scores(compute_gravity(lonely.inputs(), make_binary_decay(30)), {0, 0});
}

TEST_CASE("a bad row of a matrix is named") {
  check_refused({{{9, 0, 1}}, {1}, {1}}, "the demand point does not exist");
  check_refused({{{0, 9, 1}}, {1}, {1}}, "the site does not exist");
  check_refused({{{0, 0, 1}, {0, 0, -1}}, {1}, {1}}, "a cost cannot be -1");
  check_refused({{{0, 0, 1}, {0, 0, 2}}, {1}, {1}}, "the pair is given twice");
  check_refused({{{0, 0, 1}, {0, 0, 2}}, {1}, {1}}, "matrix row 2");
  check_refused({{}, {-1}, {1}}, "the demand cannot be -1");
  check_refused({{}, {1}, {std::nan("")}}, "the supply cannot be nan");
}
