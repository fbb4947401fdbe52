#include "geo/io/parse_value.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("a number is the whole text or nothing") {
  CHECK(find_number("12") == 12.0);
  CHECK(find_number(" -3.5 ") == -3.5);
  CHECK(find_number("+1e3") == 1000.0);
  for (const auto* text : {"", " ", "12 km", "1,5", "abc", "nan", "inf", "1e999", "0x10", "--1"}) {
    CHECK_FALSE(find_number(text));
  }
}

TEST_CASE("a whole number may have a point and zeros") {
  CHECK(find_whole_number("203.0") == 203);
  CHECK(find_whole_number("-7") == -7);
  CHECK_FALSE(find_whole_number("203.5"));
  CHECK_FALSE(find_whole_number("1e300"));
  CHECK_FALSE(find_whole_number("x"));
}

TEST_CASE("flags are understood in any case") {
  for (const auto* yes : {"yes", "True", "1", "T", "y"}) CHECK(find_flag(yes) == true);
  for (const auto* no : {"no", "FALSE", "0", "f", "N"}) CHECK(find_flag(no) == false);
  CHECK_FALSE(find_flag("maybe"));
  CHECK_FALSE(find_flag(""));
}

TEST_CASE("blanks at the ends are cut") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim(" \n").empty());
}
