#include "planner/csv/csv_reader.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Contains;

namespace {

std::vector<CsvReader::Row> rows_of(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in, "t.csv");
  std::vector<CsvReader::Row> rows;
  for (CsvReader::Row row; reader.next(row);) rows.push_back(row);
  return rows;
}

}  // namespace

TEST_CASE("quotes, commas and line ends inside a cell are kept") {
  const auto rows = rows_of("id,name\n1,\"a, \"\"b\"\"\nc\"\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0][1] == "a, \"b\"\nc");
}

TEST_CASE("a byte order mark, carriage returns and blank lines do no harm") {
  std::istringstream in("\xEF\xBB\xBFid,name\r\n1,x\r\n\r\n2,\xE0\xA4\xAA\r\n");
  CsvReader reader(in, "t.csv");
  CHECK(reader.find_column("id") == 0U);
  CsvReader::Row row;
  REQUIRE(reader.next(row));
  REQUIRE(reader.next(row));
  CHECK(row[1] == "\xE0\xA4\xAA");
  CHECK_FALSE(reader.next(row));
}

TEST_CASE("a ragged row is refused with its line") {
  CHECK_THROWS_WITH(rows_of("id,name\n1,x\n2\n"),
                    Contains("1 cells where the header has 2") && Contains("t.csv, line 3"));
}

TEST_CASE("a quote that does not end is refused") {
  CHECK_THROWS_WITH(rows_of("id\n\"x\n"), Contains("a quote does not end"));
}

TEST_CASE("an empty file, a nameless and a repeated column are refused") {
  CHECK_THROWS_WITH(rows_of(""), Contains("the file is empty"));
  CHECK_THROWS_WITH(rows_of("id,\n"), Contains("a column has no name"));
  CHECK_THROWS_WITH(rows_of("id,id\n"), Contains("the column 'id' is there twice"));
}

TEST_CASE("a missing column names the nearest one") {
  std::istringstream in("id,demand\n");
  const CsvReader reader(in, "t.csv");
  CHECK_THROWS_WITH(reader.get_column("demnd"), Contains("did you mean 'demand'?"));
  CHECK_THROWS_WITH(reader.get_column("zzzzzzzz"), Contains("the columns are: id, demand"));
}

TEST_CASE("a cell that is no finite number is named") {
  for (const std::string text : {"x", "", "1,5", "nan", "inf", "1 "}) {
    std::istringstream in("id;cost\n");
    std::istringstream numbers("cost,b\n\"" + text + "\",1\n");
    CsvReader reader(numbers, "t.csv");
    CsvReader::Row row;
    REQUIRE(reader.next(row));
    CHECK_THROWS_WITH(reader.number(row, 0), Contains("is not a number") && Contains("line 2"));
  }
}

TEST_CASE("a quote that never ends in a long file is found at once") {
  std::string text = "id,name\na,\"open\n";
  for (int i = 0; i < 200'000; ++i) text += "b,plain\n";
  std::istringstream in(text);
  CsvReader reader(in, "long.csv");
  CsvReader::Row row;
  CHECK_THROWS_WITH(reader.next(row), Catch::Contains("a quote does not end"));
}

TEST_CASE("a quoted cell of many lines with quotes is read in one pass") {
  std::string text = "id\n\"";
  for (int i = 0; i < 1'000'000; ++i) text += "\"\"\n";
  std::istringstream in(text + "\"\n");
  CsvReader reader(in, "quotes.csv");
  CsvReader::Row row;
  REQUIRE(reader.next(row));
  CHECK(row.front().size() == 2'000'000);
}

TEST_CASE("lines longer than what is read at once are whole") {
  for (const std::size_t n : {65'533U, 65'534U, 65'535U, 65'536U, 200'000U}) {
    const std::string text(n, 'x');
    std::istringstream in("id\n" + text + "\n\nb\n" + text);
    CsvReader reader(in, "long.csv");
    CsvReader::Row row;
    for (const std::string& cell : {text, std::string("b"), text}) {
      REQUIRE(reader.next(row));
      CHECK(row == CsvReader::Row{cell});
    }
    CHECK_FALSE(reader.next(row));
    CHECK_THAT(reader.where(), Catch::Contains("line 5"));
  }
}

TEST_CASE("a row without an end is refused before it fills memory") {
  for (const char* begin : {"id\n", "id\n\"open\n"}) {
    std::istringstream in(begin + std::string(10'000'001, 'x') + "\n");
    CsvReader reader(in, "endless.csv");
    CsvReader::Row row;
    CHECK_THROWS_WITH(reader.next(row),
                      Catch::Contains("longer than 10 MB") && Catch::Contains("endless.csv"));
  }
}

TEST_CASE("a cell of several lines ends at its quote, and the next row begins after it") {
  std::istringstream in("id,name\na,\"one\ntwo\n\nthree\"\nb,\"x \"\"y\"\"\"\n");
  CsvReader reader(in, "s.csv");
  CsvReader::Row row;
  REQUIRE(reader.next(row));
  CHECK(row == CsvReader::Row{"a", "one\ntwo\n\nthree"});
  REQUIRE(reader.next(row));
  CHECK(row == CsvReader::Row{"b", "x \"y\""});
  CHECK_FALSE(reader.next(row));
}
