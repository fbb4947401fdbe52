#include "geo/io/toml_depth.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/toml_table.h"

using namespace pahunch;

namespace {

std::string repeat(const std::string& text, int n) {
  std::string all;
  for (int i = 0; i < n; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a dotted key of many parts is too deep, wherever it stands") {
  const std::string key = "a" + repeat(".a", 100);
  for (const std::string& text :
       {key + " = 1", "[" + key + "]", "[[" + key + "]]", "x = { " + key + " = 1 }",
        "x = \"a.b\"\n" + key, "\"a\"" + repeat(" . 'a'", 100) + " = 1"}) {
    CAPTURE(text);
    CHECK(is_too_deep(text));
  }
}

TEST_CASE("a key after a text that ends in quotes of its own is too deep all the same") {
  const std::string table = ", {a" + repeat(".a", 100) + " = 1}]";
  for (const std::string quote : {"\"", "'"}) {
    for (const int n_own : {0, 1, 2}) {
      const auto open = repeat(quote, 3), close = repeat(quote, 3 + n_own);
      CAPTURE(open, close);
      CHECK(is_too_deep("a = [" + open + "x" + close + table));
      CHECK(is_too_deep("a = [" + open + close + table));
    }
  }
}

TEST_CASE("many dots in texts, comments, lists and numbers are not deep") {
  const std::string dots(200, '.');
  for (const std::string& text :
       {"x = \"" + dots + "\"", "x = '" + dots + "'", "x = \"\"\"\n" + dots + "\n\"\"\"",
        "x = '''" + dots + "'''", "# " + dots, "x = [" + repeat("1.5, ", 300) + "]",
        repeat("a.b = 1.5\n", 300), "x = \"a \\\" " + dots + "\"", "a" + repeat(".a", 99)}) {
    CAPTURE(text);
    CHECK_FALSE(is_too_deep(text));
  }
}

TEST_CASE("a key that would overrun the stack is refused with words") {
  CHECK_THROWS_AS(parse_toml("a" + repeat(".a", 100'000) + " = 1", "deep.toml"), ConfigError);
  CHECK_THROWS_WITH(parse_toml("[a" + repeat(".a", 100'000) + "]", "deep.toml"),
                    Catch::Contains("too many parts"));
  const std::string table = ", {a" + repeat(".a", 100'000) + " = 1}]";
  for (const std::string text : {R"("""x"""")", "'''x''''"}) {
    CHECK_THROWS_WITH(parse_toml("a = [" + text + table, "deep.toml"),
                      Catch::Contains("too many parts"));
  }
}
