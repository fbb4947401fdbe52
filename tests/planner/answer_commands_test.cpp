// Commands that answer without a folder say the same as a run: coverage, matrix, explain, access.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

using Words = std::vector<std::string>;

Words with_data(Words args) {
  args.insert(args.begin() + 1, {"--data", "d"});
  return args;
}

/// The cost from one place to one site in the CSV of `matrix`; "" without a way.
std::string cost(const std::string& csv, const std::string& from, const std::string& to) {
  const std::string key = "\n" + from + "," + to + ",";
  const auto at = csv.find(key);
  REQUIRE(at != std::string::npos);
  const auto begin = at + key.size();
  return csv.substr(begin, csv.find(',', begin) - begin);
}

}  // namespace

TEST_CASE("the tables of coverage are those of a run") {
  const TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0);
  for (const std::string table : {"settlements", "centres", "blocks", "districts"}) {
    INFO(table);
    const ProgramResult result = data.run(with_data({"coverage", "--table", table}));
    CHECK(result.exit_code == 0);
    CHECK(result.out == read_text(data.path() / "r" / (table + ".csv")));
  }
}

TEST_CASE("coverage writes words, figures or a table to a file that it does not overwrite") {
  const TinyDataset data;
  const ProgramResult result = data.run(with_data({"coverage", "-o", "c.txt"}));
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK_THAT(read_text(data.path() / "c.txt"), Contains("Rural women by travel time"));
  const ProgramResult again = data.run(with_data({"coverage", "-o", "c.txt", "--json"}));
  CHECK(again.exit_code == 1);
  CHECK_THAT(again.err, Contains("the file exists"));
  CHECK(data.run(with_data({"coverage", "-o", "c.txt", "--json", "--overwrite"})).exit_code == 0);
  CHECK(nlohmann::json::parse(read_text(data.path() / "c.txt"))["title"] ==
        "Tiny: centres for tests");
}

TEST_CASE("a table that there is none of is refused with the choices") {
  const ProgramResult result = TinyDataset().run(with_data({"coverage", "--table", "villages"}));
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("--table") && Contains("settlements"));
}

TEST_CASE("the matrix agrees with the settlements' minutes to the nearest centre") {
  const TinyDataset data;
  const std::string matrix = data.run(with_data({"matrix", "--from", "all", "--to", "all"})).out;
  const std::string table = data.run(with_data({"coverage", "--table", "settlements"})).out;
  const double nearest =
      std::min(std::stod(cost(matrix, "S6", "C1")), std::stod(cost(matrix, "S6", "C2")));
  std::ostringstream minutes;
  minutes.precision(2);
  minutes << std::fixed << nearest;
  const auto row = table.find("\nS6,");
  CHECK_THAT(table.substr(row, table.find('\n', row + 1) - row), Contains("," + minutes.str()));
}

TEST_CASE("a round trip by the matrix is there and back") {
  const TinyDataset data;
  const auto time = [&](const std::string& direction) {
    return std::stod(cost(data.run(with_data({"matrix", "--from", "all", "--to", "all",
                                              "--direction", direction, "--profile", "walk"}))
                              .out,
                          "S2", "C1"));
  };
  CHECK(time("round-trip") == Approx(time("to-centre") + time("from-centre")).margin(1e-6));
}

TEST_CASE("sites of one's own stand for centres in the matrix") {
  TinyDataset data;
  data.write("sites.csv", "id,lon,lat\nC1,85.101,25.42\nfar,85.34,25.571\n");
  const std::string all = data.run(with_data({"matrix", "--from", "all", "--to", "all"})).out;
  const std::string own = data.run(with_data({"matrix", "--from", "all", "--to", "sites.csv"})).out;
  CHECK(cost(own, "S2", "C1") == cost(all, "S2", "C1"));
  CHECK(cost(own, "S2", "far").empty());
  CHECK_THAT(own, Contains("\nS2,far,,off-network\n"));
}

TEST_CASE("places that cannot be read stop the matrix, which leaves nothing") {
  TinyDataset data;
  data.write("bad.csv", "id,lon\na,85\n");
  const auto before = data.files();
  for (const std::string from : {"bad.csv", "nowhere.csv"}) {
    const ProgramResult result =
        data.run(with_data({"matrix", "--from", from, "--to", "all", "-o", "m.csv"}));
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains(from));
    CHECK(data.files() == before);
  }
}

TEST_CASE("explain warns when the data was changed since the run") {
  TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0);
  CHECK(data.run({"explain", "r", "--settlement", "S1"}).err.empty());
  data.change("settlements.csv", "S1,Gaon Ek,85.03", "S1,Gaon Ek,85.04");
  const ProgramResult result = data.run({"explain", "r", "--settlement", "S1"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("warning: settlements.csv was changed since the run"));
}

TEST_CASE("explain does not overwrite, and leaves no route of an unknown settlement") {
  TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0);
  const ProgramResult unknown =
      data.run({"explain", "r", "--settlement", "S99", "-o", "route.geojson"});
  CHECK(unknown.exit_code == 2);
  CHECK_FALSE(std::filesystem::exists(data.path() / "route.geojson"));
  data.write("route.geojson", "mine");
  CHECK(data.run({"explain", "r", "--settlement", "S1", "-o", "route.geojson"}).exit_code == 1);
  CHECK(read_text(data.path() / "route.geojson") == "mine");
}

TEST_CASE("accessibility from ready tables is worked out by hand") {
  TinyDataset data;
  // Within 30 of x: a and b, so 2 beds for 10 + 30 persons; within 30 of y: b alone.
  data.write("od.csv", "from,to,cost\na,x,10\nb,x,30\nb,y,5\na,y,30.01\nz,x,1\n");
  data.write("d.csv", "id,demand\na,10\nb,30\n");
  data.write("s.csv", "id,supply\nx,2\ny,3\n");
  const ProgramResult result = data.run(
      {"access", "--matrix", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--limit", "30"});
  CHECK(result.exit_code == 0);
  CHECK(result.out == "id,demand,2sfca\na,10,0.05\nb,30,0.15000000000000002\n");
  CHECK_THAT(result.err, Contains("warning: 1 pairs of the matrix are left out"));
}

TEST_CASE("a method of accessibility is refused before the data is read") {
  const Words base = {"access", "--data", "nowhere"};
  const auto refuse = [&](const Words& more) {
    Words args = base;
    args.insert(args.end(), more.begin(), more.end());
    const ProgramResult result = TinyDataset().run(args);
    CHECK(result.exit_code == 2);
    return result.err;
  };
  CHECK_THAT(refuse({}), Contains("--method 2sfca needs --limit"));
  CHECK_THAT(refuse({"--limit", "30", "--sigma", "5"}),
             Contains("--sigma does nothing with --method 2sfca"));
  CHECK_THAT(refuse({"--method", "gravity"}), Contains("needs one of --steps"));
  CHECK_THAT(refuse({"--method", "e2sfca", "--steps", "10"}), Contains("is not COST:WEIGHT"));
}
