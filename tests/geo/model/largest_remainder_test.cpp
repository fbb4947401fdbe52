#include "geo/model/largest_remainder.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

using namespace pahunch;

TEST_CASE("parts follow the weights and add up") {
  CHECK(split_by_largest_remainder(10, std::vector{1.0, 1.0, 3.0}) ==
        std::vector<Persons>{2, 2, 6});
}

TEST_CASE("what is left over goes to the largest remainders, the earlier on a tie") {
  CHECK(split_by_largest_remainder(10, std::vector{1.0, 1.0, 1.0}) ==
        std::vector<Persons>{4, 3, 3});
  CHECK(split_by_largest_remainder(5, std::vector{0.26, 0.74}) == std::vector<Persons>{1, 4});
}

TEST_CASE("whole weights that add up to the total are returned as they are") {
  CHECK(split_by_largest_remainder(7, std::vector{3.0, 0.0, 4.0}) == std::vector<Persons>{3, 0, 4});
}

TEST_CASE("nobody is shared out as nobody") {
  CHECK(split_by_largest_remainder(0, std::vector{0.0, 0.0}) == std::vector<Persons>{0, 0});
  CHECK(split_by_largest_remainder(0, {}).empty());
}

TEST_CASE("any split adds up and stays within one person of the exact share") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> weight(0, 1000);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> weights(1 + random() % 50);
    for (auto& w : weights) w = weight(random) + 1e-9;
    const auto total = static_cast<Persons>(random() % 1000000);
    const auto parts = split_by_largest_remainder(total, weights);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    CHECK(std::accumulate(parts.begin(), parts.end(), Persons{0}) == total);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double share = static_cast<double>(total) * weights[i] / sum;
      CHECK(std::fabs(static_cast<double>(parts[i]) - share) < 1.0 + 1e-6);
    }
  }
}
