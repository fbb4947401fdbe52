#include "sim/operations/erlang_loss.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace pahunch;

TEST_CASE("all sheltered five days at 8 888 a year in 39 centres: 36%, 12%, 1% are refused") {
  const double load = 8888.0 / 39 / 365 * 5;
  CHECK(get_erlang_loss(load, 3) == Approx(0.36).margin(0.005));
  CHECK(get_erlang_loss(load, 5) == Approx(0.12).margin(0.005));
  CHECK(get_erlang_loss(load, 8) == Approx(0.01).margin(0.005));
}

TEST_CASE("the loss is the last term of the truncated Poisson law") {
  for (const double load : {0.01, 0.7, 3.0, 20.0}) {
    for (const std::uint32_t beds : {1U, 4U, 12U}) {
      double sum = 0, term = 1;
      for (std::uint32_t k = 0; k <= beds; ++k) {
        if (k > 0) term *= load / k;
        sum += term;
      }
      CHECK(get_erlang_loss(load, beds) == Approx(term / sum).epsilon(1e-12));
    }
  }
}

TEST_CASE("without beds all are refused, without arrivals none") {
  CHECK(get_erlang_loss(2, 0) == 1);
  CHECK(get_erlang_loss(0, 3) == 0);
}
