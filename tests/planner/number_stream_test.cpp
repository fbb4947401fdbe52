#include "planner/report/number_stream.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("numbers of a page are differences in seven bits a byte, a missing one is 0") {
  NumberStream numbers;
  numbers.add(5);             // 5 - 0: zigzag 10, and 1
  numbers.add(std::nullopt);  // changes nothing for the next one
  numbers.add(4);             // -1: zigzag 1, and 1
  numbers.add(204);           // 200: zigzag 400, and 1 = 401 = 3 * 128 + 17
  CHECK(numbers.bytes() == std::string("\x0b\x00\x02\x91\x03", 5));
}

TEST_CASE("numbers of a page may be large and below zero") {
  NumberStream numbers;
  numbers.add(-1'000'000'000'000);
  numbers.add(1'000'000'000'000);
  CHECK(numbers.bytes().size() == 12);
}
