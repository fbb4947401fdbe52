#include "planner/matrix/ready_matrix.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Contains;

namespace {

WeightTable weights(const std::string& text, const ColumnChoice& columns = {}) {
  std::istringstream in(text);
  return read_weights(in, "d.csv", "demand", columns);
}

ReadyMatrix matrix(const std::string& text, MatrixForm form = MatrixForm::kLong,
                   const ColumnChoice& columns = {}) {
  std::istringstream in(text);
  NameIndex places, sites;
  for (const char* name : {"a", "b"}) places.add(name);
  for (const char* name : {"x", "y"}) sites.add(name);
  return read_matrix({in, "od.csv", form}, columns, places, sites);
}

}  // namespace

TEST_CASE("pairs are sorted, and costs kept as they are") {
  const ReadyMatrix read = matrix("from,to,cost\nb,x,0.1\na,y,17.332\na,x,1e-9\n");
  REQUIRE(read.pairs.size() == 3);
  CHECK(read.pairs[0].cost == 1e-9);
  CHECK(read.pairs[1].cost == 17.332);
  CHECK(read.pairs[2].from == 1);
}

TEST_CASE("an empty cost is unreachable, an unknown id is counted") {
  const ReadyMatrix read = matrix("from,to,cost\na,x,\na,y,2\nz,x,3\n");
  CHECK(read.pairs.size() == 1);
  CHECK(read.n_unknown == 1);
}

TEST_CASE("a wide matrix has a column a site") {
  const ReadyMatrix read = matrix("id,x,y\na,1,\nb,3,4\n", MatrixForm::kWide);
  REQUIRE(read.pairs.size() == 3);
  CHECK(read.pairs[2].to == 1);
  CHECK(read.pairs[2].cost == 4);
}

TEST_CASE("columns of other names are taken by position, and the flag is told") {
  std::vector<std::string> told;
  const ColumnChoice columns{.on_choice = [&](std::string_view flag, std::string_view column) {
    told.push_back(std::string(flag) + " " + std::string(column));
  }};
  matrix("origin,dest,cost\na,x,1\n", MatrixForm::kLong, columns);
  CHECK(weights("id,pop\na,5\n", columns).weights[0] == 5);
  CHECK(told == std::vector<std::string>{"--from-col origin", "--to-col dest", "--demand-col pop"});
}

TEST_CASE("a column that is named must be there") {
  const ColumnChoice columns{.cost = "minuts"};
  CHECK_THROWS_WITH(matrix("from,to,minutes\na,x,1\n", MatrixForm::kLong, columns),
                    Contains("there is no column 'minuts'") && Contains("did you mean 'minutes'?"));
}

TEST_CASE("a pair given twice, a negative cost and a matrix of other ids are refused") {
  CHECK_THROWS_WITH(matrix("from,to,cost\na,x,1\na,x,2\n"),
                    Contains("the pair a,x is given twice"));
  CHECK_THROWS_WITH(matrix("from,to,cost\na,x,-1\n"),
                    Contains("the number -1 is negative") && Contains("od.csv, line 2"));
  CHECK_THROWS_WITH(matrix("from,to,cost\nx,a,1\n"), Contains("no pair joins an id"));
}

TEST_CASE("an id that is there twice and a table without rows are refused") {
  CHECK_THROWS_WITH(weights("id,demand\na,1\na,2\n"), Contains("the id 'a' is there twice"));
  CHECK_THROWS_WITH(weights("id,demand\n"), Contains("the table has no rows"));
}
