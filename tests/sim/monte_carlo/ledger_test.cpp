#include "sim/monte_carlo/ledger.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a part of a whole is rounded to the nearest, halves up") {
  CHECK(split_off(1000, 0) == 0);
  CHECK(split_off(1000, 1) == 1000);
  CHECK(split_off(1000, 0.2504) == 250);
  CHECK(split_off(1000, 0.2506) == 251);
  CHECK(split_off(1, 0.5) == 1);
  CHECK(split_off(0, 0.7) == 0);
}

TEST_CASE("a part and what remains are whole numbers that add up, never below 0") {
  Dice dice(4);
  for (int i = 0; i < 10'000; ++i) {
    const auto whole = static_cast<std::int64_t>(dice.below(2'000'000'000'000));
    const double share = dice.between(0, 1);
    const std::int64_t part = split_off(whole, share);
    CHECK((part >= 0 && part <= whole));
    CHECK(std::abs(static_cast<double>(part) - static_cast<double>(whole) * share) <= 0.501);
  }
}

TEST_CASE("a ledger worked by hand") {
  Ledger ledger;
  CHECK(ledger.total() == 0);
  ledger[Standing::kServed] = 10 * kWomanMonth * kMonthsInYear;
  ledger[Standing::kCutOff] = 30 * kWomanMonth;
  CHECK(ledger.women(Standing::kServed) == 10);
  CHECK(ledger.women(Standing::kCutOff) == 2.5);
  CHECK(ledger.women(Standing::kFull) == 0);
  CHECK(ledger.total() == 150'000);
  ledger += ledger;
  CHECK(ledger.total() == 300'000);
  CHECK(ledger[Standing::kCutOff] == 60'000);
}

TEST_CASE("the classes have names of their own") {
  CHECK(to_string(Standing::kServed) == "served");
  CHECK(to_string(Standing::kFull) == "full");
  CHECK(to_string(Standing::kOutOfReach) == "out of reach");
  CHECK(to_string(Standing::kCutOff) == "cut off");
  CHECK(to_string(Standing::kOffNetwork) == "off the network");
}
