#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// The column of a CSV text by its position, by id.
std::map<std::string, double> column(const std::string& csv, std::size_t at) {
  std::map<std::string, double> values;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::string id, cell;
    std::getline(cells, id, ',');
    for (std::size_t i = 0; i < at; ++i) std::getline(cells, cell, ',');
    values[id] = std::stod(cell);
  }
  return values;
}

void check_case(const std::vector<std::string>& method, std::size_t expected_column) {
  const auto expected = find_shared("cases/access/expected.csv");
  if (!expected) return;
  std::vector<std::string> args = {"access",
                                   "--matrix",
                                   find_shared("cases/access/od.csv")->string(),
                                   "--demand",
                                   find_shared("cases/access/demand.csv")->string(),
                                   "--supply",
                                   find_shared("cases/access/supply.csv")->string()};
  args.insert(args.end(), method.begin(), method.end());
  const ProgramResult result = run_pahunch(args);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("choosing --from-col origin") && Contains("--demand-col pop"));
  const auto scores = column(result.out, 2);
  const auto wanted = column(read_text(*expected), expected_column);
  REQUIRE(scores.size() == wanted.size());
  for (const auto& [id, value] : wanted) CHECK(scores.at(id) == Approx(value).epsilon(1e-9));
}

const std::string kAccessTiny = source_file("tests/data/tiny").string();

}  // namespace

TEST_CASE("the reference case of 2SFCA agrees") { check_case({"--limit", "30"}, 2); }

TEST_CASE("the reference case of E2SFCA agrees") {
  check_case({"--method", "e2sfca", "--steps", "10:1,20:0.68,30:0.22"}, 3);
}

TEST_CASE("the reference case of the Gaussian form agrees") {
  check_case({"--method", "e2sfca-gauss", "--sigma", "10", "--limit", "30"}, 4);
}

TEST_CASE("accessibility of a dataset has a column a set") {
  const ProgramResult result =
      run_pahunch({"access", "--data", kAccessTiny, "--limit", "60", "-q"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("id,name,block,women,2sfca_baseline,2sfca_plan"));
  CHECK(std::count(result.out.begin(), result.out.end(), '\n') == 1 + 9);
}

TEST_CASE("accessibility within her own district leaves the centres of others out") {
  const auto scores = [](const std::string& assignment) {
    const ProgramResult result = run_pahunch(
        {"access", "--data", kAccessTiny, "--limit", "60", "-q", "--assignment", assignment});
    CHECK(result.exit_code == 0);
    return result.out;
  };
  CHECK(scores("own-district") != scores("nearest"));
}

TEST_CASE("a ready matrix without its tables, and a missing file, are refused") {
  CHECK(run_pahunch({"access", "--matrix", "od.csv", "--limit", "3"}).exit_code == 2);
  const ProgramResult missing = run_pahunch(
      {"access", "--matrix", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--limit", "3"});
  CHECK(missing.exit_code == 1);
  CHECK_THAT(missing.err, Contains("the file cannot be read") && Contains("d.csv"));
}
