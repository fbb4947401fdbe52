#include "geo/io/clean_text.h"

#include <catch2/catch.hpp>

namespace pahunch {
namespace {

TEST_CASE("Names in any script stay as they are") {
  for (const char* name : {"Patna", "पटना", "मुज़फ़्फ़रपुर", "Ärzte – naïve", "😀", ""}) {
    CHECK(clean_text(name) == name);
  }
}

TEST_CASE("Joiners that Devanagari needs stay") {
  const std::string with_joiner = "क्\xE2\x80\x8Dष";  // U+200D
  CHECK(clean_text(with_joiner) == with_joiner);
}

TEST_CASE("A terminal escape becomes a space") {
  CHECK(clean_text("a\x1B[31mred") == "a [31mred");
  CHECK(clean_text("a\xC2\x9B"
                   "31m") == "a 31m");  // U+009B starts a sequence too
  CHECK(clean_text("bell\a, delete\x7F") == "bell , delete ");
}

TEST_CASE("Line ends, tabs and a zero byte become spaces") {
  CHECK(clean_text("a\nb\r\tc") == "a b  c");
  CHECK(clean_text(std::string_view("a\0b", 3)) == "a b");
  CHECK(clean_text("a\xE2\x80\xA8"
                   "b") == "a b");  // U+2028
}

TEST_CASE("Characters that reverse the writing direction are dropped") {
  CHECK(clean_text("\xE2\x80\xAE"
                   "abc\xE2\x80\xAC") == "abc");  // U+202E, U+202C
  CHECK(clean_text("\xE2\x81\xA6"
                   "abc\xE2\x81\xA9") == "abc");  // U+2066, U+2069
}

TEST_CASE("Bytes that are not UTF-8 become replacement characters") {
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(clean_text("caf\xE9") == "caf" + mark);                        // Latin-1
  CHECK(clean_text("\xE9ric") == mark + "ric");                        // a lead without followers
  CHECK(clean_text("\xC0\x80") == mark + mark);                        // overlong
  CHECK(clean_text("\xE0\x80\x80") == mark + mark + mark);             // overlong
  CHECK(clean_text("\xED\xA0\x80") == mark + mark + mark);             // a surrogate
  CHECK(clean_text("\xF4\x90\x80\x80") == mark + mark + mark + mark);  // beyond U+10FFFF
  CHECK(clean_text("\x80") == mark);
}

TEST_CASE("Line ends of a text of several lines stay, all else is cleaned") {
  CHECK(clean_lines("a\n\x1b[2Jb\n") == "a\n [2Jb\n");
  CHECK(clean_lines("\n\na\rb") == "\n\na b");
  CHECK(clean_lines("").empty());
}

TEST_CASE("Cleaning twice changes nothing more") {
  unsigned state = 7;  // any bytes will do
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525U + 1013904223U;
      text += static_cast<char>(state >> 24U);
    }
    const std::string once = clean_text(text);
    REQUIRE(clean_text(once) == once);
    REQUIRE(once.find('\x1B') == std::string::npos);
  }
}

}  // namespace
}  // namespace pahunch
