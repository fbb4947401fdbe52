#include "geo/io/toml_table.h"

#include <catch2/catch.hpp>
#include <tuple>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

const char* const kScenario = R"(name = "plan"
limits = [30, 60.5]
sets = ["existing", "planned"]
one = "existing"
[travel]
season = "dry"
attachments = 3
fast = true
[[speeds]]
km_h = 35
[[speeds]]
km_h = 20.5
)";

}  // namespace

TEST_CASE("values of every kind are found by their keys") {
  const auto root = parse_toml(kScenario, "s.toml");
  CHECK(root.read_string("name") == "plan");
  CHECK(root.find_numbers("limits") == std::vector{30.0, 60.5});
  CHECK(root.find_strings("sets") == std::vector<std::string>{"existing", "planned"});
  const auto travel = root.read_table("travel");
  CHECK(travel.find_string("season") == "dry");
  CHECK(travel.find_integer("attachments") == 3);
  CHECK(travel.read_number("attachments") == 3.0);
  CHECK(travel.find_boolean("fast") == true);
}

TEST_CASE("pairs of numbers are read in order, and what is none is refused") {
  const TomlTable table = parse_toml(
      "a = [[1, 2.5], [-3, 4]]\nb = [[1, 2], [3]]\nc = [1, 2]\n"
      "d = 'x'\ne = [[1, nan]]\nf = [['1', 2]]\n",
      "t.toml");
  CHECK(*table.find_pairs("a") == std::vector<std::array<double, 2>>{{1, 2.5}, {-3, 4}});
  CHECK_FALSE(table.find_pairs("none"));
  CHECK_THROWS_WITH(table.find_pairs("b"), Contains("no pair of numbers") && Contains("line 2"));
  CHECK_THROWS_WITH(table.find_pairs("c"), Contains("a list of pairs of numbers is expected"));
  CHECK_THROWS_WITH(table.find_pairs("d"), Contains("'d' is a text"));
  CHECK_THROWS_WITH(table.find_pairs("e"), Contains("not finite"));
  CHECK_THROWS_WITH(table.find_pairs("f"), Contains("no pair of numbers"));
}

TEST_CASE("one string counts as a list of one") {
  CHECK(parse_toml(kScenario, "s").find_strings("one") == std::vector<std::string>{"existing"});
}

TEST_CASE("lists of tables are read in order") {
  const auto speeds = parse_toml(kScenario, "s").find_tables("speeds");
  REQUIRE(speeds.size() == 2);
  CHECK(speeds[0].read_number("km_h") == 35);
  CHECK(speeds[1].read_number("km_h") == 20.5);
}

TEST_CASE("a missing key is nothing, and an error where it is obligatory") {
  const auto root = parse_toml(kScenario, "s.toml");
  CHECK_FALSE(root.find_string("nothing"));
  CHECK_FALSE(root.find_table("nothing"));
  CHECK(root.find_tables("nothing").empty());
  CHECK(root.kind("nothing") == TomlKind::kMissing);
  CHECK_THROWS_WITH(root.read_string("title"),
                    Contains("the key 'title' is missing") && Contains("s.toml"));
  CHECK_THROWS_WITH(root.read_number("n"), Contains("the key 'n' is missing"));
  CHECK_THROWS_WITH(root.read_integer("n"), Contains("the key 'n' is missing"));
  CHECK_THROWS_WITH(root.read_table("demand"), Contains("the table 'demand' is missing"));
}

TEST_CASE("a value of the wrong kind names file, line and key") {
  const auto root = parse_toml(kScenario, "s.toml");
  CHECK_THROWS_AS(root.find_number("name"), ConfigError);
  CHECK_THROWS_WITH(root.find_number("name"), Contains("'name' is a text; a number is expected") &&
                                                  Contains("s.toml, line 1, name"));
  CHECK_THROWS_WITH(
      root.read_table("travel").find_string("attachments"),
      Contains("'attachments' is a number") && Contains("line 7, travel.attachments"));
  CHECK_THROWS_WITH(root.find_boolean("limits"), Contains("'limits' is a list; true or false"));
  CHECK_THROWS_WITH(root.find_table("name"), Contains("a table is expected"));
  CHECK_THROWS_WITH(root.find_tables("travel"), Contains("'travel' is a table; a list of tables"));
  CHECK_THROWS_WITH(root.find_tables("limits"), Contains("a table in each place"));
  CHECK_THROWS_WITH(root.find_strings("limits"), Contains("a text in quotes in each place"));
  CHECK_THROWS_WITH(root.find_numbers("sets"), Contains("a number in each place"));
  CHECK_THROWS_WITH(root.find_numbers("name"), Contains("a list of numbers is expected"));
}

TEST_CASE("a fraction is not a whole number") {
  CHECK_THROWS_WITH(parse_toml("n = 1.5", "s").find_integer("n"),
                    Contains("must be a whole number"));
}

TEST_CASE("infinity and nan are not numbers") {
  CHECK_THROWS_WITH(parse_toml("n = inf", "s").find_number("n"), Contains("not a finite number"));
  CHECK_THROWS_WITH(parse_toml("n = [nan]", "s").find_numbers("n"), Contains("not finite"));
}

TEST_CASE("an empty text is not a name") {
  CHECK_THROWS_WITH(parse_toml("n = ''", "s").read_string("n"), Contains("'n' is empty"));
}

TEST_CASE("a key that nobody asked for is unknown, with the nearest known one") {
  const auto root = parse_toml("seasn = 'dry'\nname = 'x'", "s.toml");
  std::ignore = root.find_string("season");
  std::ignore = root.find_string("name");
  CHECK_THROWS_WITH(root.expect_no_more(), Contains("unknown key 'seasn'") &&
                                               Contains("s.toml, line 1, seasn") &&
                                               Contains("did you mean 'season'?"));
}

TEST_CASE("a key like no other lists the known ones") {
  const auto root = parse_toml("zzzzzz = 1", "s.toml");
  std::ignore = root.find_string("name");
  CHECK_THROWS_WITH(root.expect_no_more(), Contains("keys known here: name"));
}

TEST_CASE("unknown keys of nested tables are found") {
  const auto root = parse_toml("[travel]\nprofle = 'walk'\n", "s.toml");
  std::ignore = root.read_table("travel").find_string("profile");
  CHECK_THROWS_WITH(root.expect_no_more(), Contains("line 2, travel.profle"));
}

TEST_CASE("when every key was asked for nothing is said") {
  const auto root = parse_toml("a = 1\n[t]\nb = 2\n", "s.toml");
  std::ignore = root.find_integer("a");
  std::ignore = root.read_table("t").find_integer("b");
  CHECK_NOTHROW(root.expect_no_more());
}

TEST_CASE("a table that is taken twice remembers what was asked both times") {
  const auto root = parse_toml("[t]\na = 1\nb = 2\n", "s.toml");
  std::ignore = root.read_table("t").find_integer("a");
  std::ignore = root.read_table("t").find_integer("b");
  CHECK_NOTHROW(root.expect_no_more());
}

TEST_CASE("texts and tables may be mixed in a list, each kind in its order") {
  const auto root =
      parse_toml("a = ['x', {k = 1}, 'y', {k = 2}]\nb = 'one'\nc = ['x', 3]\n", "s.toml");
  const auto found = root.find_texts_and_tables("a");
  CHECK(found.texts == std::vector<std::string>{"x", "y"});
  REQUIRE(found.tables.size() == 2);
  CHECK(found.tables[1].read_integer("k") == 2);
  CHECK_THROWS_WITH(found.tables[1].read_string("name"), Contains("a[4]"));
  CHECK(root.find_texts_and_tables("b").texts == std::vector<std::string>{"one"});
  CHECK(root.find_texts_and_tables("missing").texts.empty());
  CHECK_THROWS_WITH(root.find_texts_and_tables("c"),
                    Contains("a text in quotes or a table in each place"));
}

TEST_CASE("keys are listed sorted without being asked for") {
  const auto root = parse_toml("b = 1\na = 2\n", "s.toml");
  CHECK(root.keys() == std::vector<std::string>{"a", "b"});
  CHECK_THROWS_AS(root.expect_no_more(), ConfigError);
}

TEST_CASE("broken TOML names line and column") {
  CHECK_THROWS_WITH(parse_toml("a = 1\nb = = 2\n", "s.toml"),
                    Contains("not valid TOML") && Contains("s.toml, line 2, column"));
  CHECK_THROWS_WITH(parse_toml("a = 1\na = 2\n", "s.toml"), Contains("not valid TOML"));
}

TEST_CASE("a missing TOML file is named") {
  const test::TempDir dir;
  CHECK_THROWS_WITH(read_toml_file(dir.path() / "no.toml"),
                    Contains("does not exist") && Contains("no.toml"));
  CHECK(read_toml_file(dir.write("a.toml", "k = 'क'")).read_string("k") == "क");
}
