#include "geo/io/csv_structure.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

std::vector<std::uint32_t> lines_of(const std::string& content) {
  const test::TempDir dir;
  return read_csv_lines(dir.write("t.csv", content).string(), "t.csv");
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("each record knows its line, through quoted line breaks and blank lines") {
  CHECK(lines_of("a,b\n1,2\n3,4\n") == Lines{2, 3});
  CHECK(lines_of("a,b\n1,\"x\ny\"\n3,4") == Lines{2, 4});
  CHECK(lines_of("a,b\n1,2\n\n3,4\n\n") == Lines{2, 4});
  CHECK(lines_of("a,b\n").empty());
}

TEST_CASE("line ends of Windows, a byte order mark and semicolons are understood") {
  CHECK(lines_of("a,b\r\n1,2\r\n") == Lines{2});
  CHECK(lines_of("\xEF\xBB\xBF"
                 "a,b\n1,2\n") == Lines{2});
  CHECK(lines_of("a;b\n1,5;2\n") == Lines{2});
}

TEST_CASE("a ragged row is refused with its line") {
  CHECK_THROWS_AS(lines_of("a,b\n1,2\n1\n"), DataError);
  CHECK_THROWS_WITH(lines_of("a,b\n1,2\n1\n"), Contains("a row has 1 columns, the header has 2") &&
                                                   Contains("t.csv, line 3") &&
                                                   Contains("cut off"));
  CHECK_THROWS_WITH(lines_of("a,b\n1,2,3\n"), Contains("a row has 3 columns"));
}

TEST_CASE("a header is needed, with each name once") {
  CHECK_THROWS_WITH(lines_of(""), Contains("no header line"));
  CHECK_THROWS_WITH(lines_of("a,a\n1,2\n"), Contains("the column 'a' stands twice"));
}

TEST_CASE("a line without an end is refused before it fills memory, the header too") {
  const std::string endless(10'000'100, 'x');
  CHECK_THROWS_WITH(lines_of(endless + "\n1\n"),
                    Contains("a line is longer than 10 MB") && Contains("t.csv, line 1"));
  CHECK_THROWS_WITH(lines_of("a,b\n1,2\n3," + endless),
                    Contains("a line is longer than 10 MB") && Contains("t.csv, line 3"));
}

TEST_CASE("a quoted cell of many lines is refused before it fills memory") {
  std::string lines = "a,b\n1,2\n3,\"";
  for (int i = 0; i < 100'100; ++i) lines += std::string(99, 'x') + '\n';
  CHECK_THROWS_WITH(lines_of(lines),
                    Contains("a row is longer than 10 MB") && Contains("t.csv, line 3"));
  CHECK(lines_of("a,b\n1,\"x\n\"\"y\"\"\nz\"\n3,4\n") == std::vector<std::uint32_t>{2, 5});
}

TEST_CASE("a file that cannot be opened is named") {
  CHECK_THROWS_WITH(read_csv_lines("/no/such.csv", "such.csv"),
                    Contains("cannot be opened") && Contains("such.csv"));
}
