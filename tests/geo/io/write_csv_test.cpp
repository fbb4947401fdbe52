#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/csv_line.h"
#include "geo/io/write_table.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

const std::vector<Column> kText = {{.name = "name"}};

std::string line_of(const std::string& text) { return csv_line(kText, std::vector<Cell>{text}); }

TEST_CASE("A table is written as CSV with fixed decimals and empty cells") {
  const test::TempDir folder;
  const auto file = folder.path() / "settlements.csv";
  CHECK(write_csv(test::two_settlements(), file).n_rows == 2);
  CHECK(test::read_text(file) ==
        "id,women,min_plan,note\n"
        "a,120,30.0,पटना\n"
        "b,80,,\n");
}

TEST_CASE("Commas and quotes are quoted") {
  CHECK(line_of("a,b") == "\"a,b\"\n");
  CHECK(line_of("say \"yes\"") == "\"say \"\"yes\"\"\"\n");
  CHECK(line_of(" padded ") == "\" padded \"\n");
}

TEST_CASE("A line end in a name does not break the line") { CHECK(line_of("a\r\nb") == "a  b\n"); }

TEST_CASE("A cell that a spreadsheet would run begins with an apostrophe") {
  for (const std::string formula : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＠x"}) {
    CHECK(line_of(formula) == "'" + formula + "\n");
  }
  CHECK(line_of("\t=1") == "' =1\n");
  CHECK(line_of("=HYPERLINK(\"http://x\",\"y\")") ==
        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n");
}

TEST_CASE("Names that only contain such a sign stay") {
  for (const std::string name : {"a=b", "Sheikhpura-Lakhisarai", "x@y", "'quoted'"}) {
    CHECK(line_of(name) == name + "\n");
  }
}

TEST_CASE("A negative number is not a formula") {
  const std::vector<Column> columns = {{.name = "n", .type = ColumnType::kInteger},
                                       {.name = "r", .type = ColumnType::kReal, .decimals = 1}};
  CHECK(csv_line(columns, std::vector<Cell>{std::int64_t{-5}, -0.25}) == "-5,-0.2\n");
}

TEST_CASE("A row of one empty cell is not a blank line") {
  CHECK(csv_line(kText, std::vector<Cell>{Cell{}}) == "\"\"\n");
}

TEST_CASE("A table without rows is a header") {
  const test::TempDir folder;
  Table table = test::two_settlements();
  table.rows.clear();
  table.geometry.clear();
  CHECK(write_csv(table, folder.path() / "t.csv").n_rows == 0);
  CHECK(test::read_text(folder.path() / "t.csv") == "id,women,min_plan,note\n");
}

TEST_CASE("An unsound table is refused before anything is written") {
  const test::TempDir folder;
  Table table = test::two_settlements();
  table.rows[0].pop_back();
  CHECK_THROWS_AS(write_csv(table, folder.path() / "t.csv"), InvariantError);
  CHECK(test::list_names(folder.path()).empty());
}

}  // namespace
}  // namespace pahunch
