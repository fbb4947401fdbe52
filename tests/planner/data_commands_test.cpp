// The commands that read a dataset and print: check, coverage, matrix; and the what-ifs.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::string kTiny = source_file("tests/data/tiny").string();

ProgramResult coverage(const std::vector<std::string>& more) {
  std::vector<std::string> args = {"coverage", "--data", kTiny};
  args.insert(args.end(), more.begin(), more.end());
  return run_pahunch(args);
}

std::size_t n_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("check finds the island and the women on it") {
  const auto json = nlohmann::json::parse(run_pahunch({"check", kTiny, "--json"}).out);
  CHECK(json["total"]["women"] == 5400);
  CHECK(json["network"]["island_links"] == 1);
  CHECK(json["network"]["on_islands"]["women"] == 200);
  CHECK(json["centres_failing"].empty());
  CHECK_THAT(run_pahunch({"check", kTiny}).out, Contains("straight to the road"));
}

TEST_CASE("check writes what is suspicious, and refuses to overwrite") {
  const TempDir folder;
  const std::vector<std::string> args = {"check", kTiny, "-o", "s.gpkg"};
  CHECK(run_program_in(folder.path(), args).exit_code == 0);
  CHECK(std::filesystem::file_size(folder.path() / "s.gpkg") > 0);
  const ProgramResult again = run_program_in(folder.path(), args);
  CHECK(again.exit_code == 1);
  CHECK_THAT(again.err, Contains("the file exists") && Contains("--overwrite"));
}

TEST_CASE("results without room for it say beside them that the data are modelled") {
  const std::string notice = "note: All of this is made up.";
  CHECK_THAT(run_pahunch({"check", kTiny}).err, Contains(notice));
  CHECK_THAT(run_pahunch({"matrix", "--data", kTiny, "--from", "all", "--to", "all"}).err,
             Contains(notice));
  CHECK_THAT(run_pahunch({"access", "--data", kTiny, "--limit", "60"}).err, Contains(notice));
}

TEST_CASE("a table of coverage has a row for each of its things") {
  CHECK(n_lines(coverage({"--table", "settlements"}).out) == 10);
  CHECK(n_lines(coverage({"--table", "districts"}).out) == 3);
  CHECK(n_lines(coverage({"--table", "centres"}).out) == 6);
}

TEST_CASE("sets may be given on the command line") {
  const ProgramResult result =
      coverage({"--centres", "now=existing", "--centres", "one=C3", "--json"});
  const auto json = nlohmann::json::parse(result.out);
  REQUIRE(json["headline"]["sets"].size() == 2);
  CHECK(json["headline"]["sets"][0]["name"] == "now");
  CHECK(json["headline"]["sets"][1]["centres"] == 1);
  CHECK(coverage({"--centres", "existing"}).exit_code == 2);
}

TEST_CASE("no centres, no coverage") {
  const auto json = nlohmann::json::parse(coverage({"--centres", "none=", "--json"}).out);
  CHECK(json["headline"]["sets"][0]["ledger"]["reached"]["women"] == 0);
}

TEST_CASE("the matrix has a row a pair, those without a way too") {
  const ProgramResult result =
      run_pahunch({"matrix", "--data", kTiny, "--from", "all", "--to", "all"});
  CHECK(n_lines(result.out) == 1 + 9 * 5);
  CHECK_THAT(result.out, Contains("S9,C1,,off-network") && Contains(",reached\n"));
}

TEST_CASE("a pair's time does not depend on which other places are asked") {
  const TempDir folder;
  folder.write("from.csv", "id,lon,lat\nS1,85.03,25.452\n");
  const ProgramResult one = run_program_in(
      folder.path(), {"matrix", "--data", kTiny, "--from", "from.csv", "--to", "all"});
  const ProgramResult all =
      run_pahunch({"matrix", "--data", kTiny, "--from", "all", "--to", "all"});
  const auto first_row =
      one.out.substr(one.out.find("S1,C1"), one.out.find("S1,C2") - one.out.find("S1,C1"));
  CHECK_THAT(all.out, Contains(first_row));
}

TEST_CASE("places that are none are refused") {
  const TempDir folder;
  folder.write("swapped.csv", "id,lon,lat\na,25.4,185\n");
  folder.write("twice.csv", "id,lon,lat\na,85.1,25.4\na,85.1,25.4\n");
  const auto matrix = [&](const std::string& from) {
    return run_program_in(folder.path(),
                          {"matrix", "--data", kTiny, "--from", from, "--to", "all"});
  };
  CHECK_THAT(matrix("swapped.csv").err, Contains("swapped") && Contains("line 2"));
  CHECK_THAT(matrix("twice.csv").err, Contains("the id 'a' is there twice"));
}

TEST_CASE("a closed, a moved and a new centre change every set but the first") {
  const auto json = nlohmann::json::parse(
      coverage({"--json", "--set", "centres.baseline=[\"existing\"]", "--set",
                "centres.plan=[\"existing\"]", "--set", "centres.close=[\"C1\"]", "--set",
                "centres.move=[{id=\"C2\",lon=85.3,lat=25.46}]", "--set",
                "centres.add=[{id=\"N\",lon=85.1,lat=25.57}]"})
          .out);
  CHECK(json["headline"]["sets"][0]["centres"] == 2);
  CHECK(json["headline"]["sets"][1]["centres"] == 2);
}

TEST_CASE("a what-if that changes nothing, or cannot be, is refused") {
  const auto refusal = [](const std::string& change) {
    const ProgramResult result = coverage({"--set", "centres.a=[\"existing\"]", "--set",
                                           "centres.b=[\"existing\"]", "--set", change});
    CHECK(result.exit_code == 2);
    return result.err;
  };
  CHECK_THAT(refusal("centres.close=[\"C3\"]"), Contains("'C3' changes nothing"));
  CHECK_THAT(refusal("centres.add=[\"C1\"]"), Contains("'C1' changes nothing"));
  CHECK_THAT(refusal("centres.add=[\"C9\"]"), Contains("neither a status nor the id"));
  CHECK_THAT(refusal("centres.add=[{id=\"C1\",lon=85.1,lat=25.5}]"),
             Contains("is already that of"));
  CHECK_THAT(refusal("centres.add=[{id=\"N\",lon=80,lat=25.5}]"), Contains("lies in no district"));
}
