#include "planner/plot/gnuplot_files.h"

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

constexpr const char* kQuote = "\xEE\x80\x80";
constexpr const char* kBackslash = "\xEE\x80\x81";
constexpr const char* kLineEnd = "\xEE\x80\x82";

}  // namespace

TEST_CASE("what gnuplot would read as more than text stands in its files as something else") {
  CHECK(gnuplot_text("a\"b\\n") == std::string("|a") + kQuote + "b" + kBackslash + "n");
  CHECK(gnuplot_text("one\ntwo") == std::string("|one") + kLineEnd + "two");
  CHECK(gnuplot_text("tab\there") == "|tab here");
  CHECK(gnuplot_text("") == "|");
  CHECK(gnuplot_text("`x` @v {/b} ^2 _3 #") == "|`x` @v {/b} ^2 _3 #");
}

TEST_CASE("a private character of the data's own is not taken for a quote") {
  CHECK(gnuplot_text(std::string("a") + kQuote + "b") ==
        "|a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("more quotes than gnuplot's functions can nest become apostrophes") {
  const std::string text = gnuplot_text(std::string(300, '"'));
  CHECK(text.size() == 1 + 100 * 3 + 200);
  CHECK(text.ends_with("''"));
}

TEST_CASE("the data are the table's rows, numbers as its CSV file has them, gaps as NaN") {
  Table table;
  table.columns = {{.name = "name"},
                   {.name = "n", .type = ColumnType::kInteger},
                   {.name = "x", .type = ColumnType::kReal, .decimals = 3}};
  table.rows = {{Cell("A"), Cell(std::int64_t{7}), Cell(1.23456)}, {Cell("B"), Cell(), Cell()}};
  CHECK(gnuplot_data(table) == "|A\t7\t1.235\n|B\tNaN\tNaN\n");
}

TEST_CASE("keys have a line each, and there is always one") {
  CHECK(gnuplot_keys({{"plan", 0.25}}) == "|plan\t0.25\n");
  CHECK(gnuplot_keys({}) == "|\t0\n");
}

TEST_CASE("lines are filled with words up to their length, and no word is lost") {
  CHECK(wrap_text("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap_text("muchtoolong a", 5) == std::vector<std::string>{"muchtoolong", "a"});
  CHECK(wrap_text("", 5) == std::vector<std::string>{""});
}
