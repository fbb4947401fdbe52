// pahunch matrix on a bare graph: costs worked by hand, a public graph, and what is refused.
#include <catch2/catch.hpp>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// 1 -> 2 -> 3 costs 5 and 7, straight 20; back from 3 to 1 costs 1; nothing leads to 4.
constexpr const char* kGraph =
    "c by hand\np sp 4 5\na 1 2 5\na 2 3 7\na 1 3 20\na 3 1 1\na 4 1 2\n";

class GraphFolder {
 public:
  explicit GraphFolder(const std::string& graph = kGraph) { folder_.write("g.gr", graph); }
  void write(const std::string& name, const std::string& text) { folder_.write(name, text); }
  [[nodiscard]] ProgramResult matrix(std::vector<std::string> more) const {
    more.insert(more.begin(), {"matrix", "--data", "g.gr"});
    return run_program_in(folder_.path(), more);
  }

 private:
  TempDir folder_;
};

}  // namespace

TEST_CASE("the costs of a graph go along its arcs, in their unit") {
  GraphFolder folder;
  folder.write("to.csv", "id\n3\n1\n");
  const auto result = folder.matrix({"--from", "all", "--to", "to.csv"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.out ==
        "from,to,cost,status\n"
        "1,3,12,reached\n2,3,7,reached\n3,3,0,reached\n4,3,14,reached\n"
        "1,1,0,reached\n2,1,8,reached\n3,1,1,reached\n4,1,2,reached\n");
}

TEST_CASE("a node to which no arc leads is off the network") {
  GraphFolder folder;
  folder.write("to.csv", "id\n4\n");
  folder.write("from.csv", "id,name\n2,b\n4,d\n");
  const auto result = folder.matrix({"--from", "from.csv", "--to", "to.csv"});
  CHECK(result.out == "from,to,cost,status\n2,4,,off-network\n4,4,0,reached\n");
}

TEST_CASE("a graph without nodes has a matrix without rows") {
  const GraphFolder folder("p sp 0 0\n");
  const auto result = folder.matrix({"--from", "all", "--to", "all"});
  CHECK(result.exit_code == 0);
  CHECK(result.out == "from,to,cost,status\n");
}

TEST_CASE("nodes that are none, negative weights and senseless options are refused") {
  GraphFolder folder;
  folder.write("to.csv", "id\n5\n");
  const auto unknown = folder.matrix({"--from", "all", "--to", "to.csv"});
  CHECK(unknown.exit_code == 1);
  CHECK_THAT(unknown.err, Contains("'5' is not a node of the graph") &&
                              Contains("to.csv, line 2") && Contains("1 to 4"));
  folder.write("to.csv", "id\nRampur\n");
  CHECK_THAT(folder.matrix({"--from", "all", "--to", "to.csv"}).err, Contains("'Rampur'"));
  const auto season = folder.matrix({"--from", "all", "--to", "all", "--season", "monsoon"});
  CHECK(season.exit_code == 2);
  CHECK_THAT(season.err, Contains("only --data") && Contains("a graph has no seasons"));
  const GraphFolder negative("p sp 2 1\na 1 2 -3\n");
  const auto refused = negative.matrix({"--from", "all", "--to", "all"});
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.err, Contains("weight -3") && Contains("g.gr, line 2"));
}

TEST_CASE("the public graph of New York has its known costs") {
  const auto file = find_shared("networks/USA-road-t.NY.gr.gz");
  if (!file) return;
  const TempDir folder;
  folder.write("one.csv", "id\n264346\n");
  folder.write("from.csv", "id\n1\n");
  const auto result = run_program_in(
      folder.path(), {"matrix", "--data", file->string(), "--from", "from.csv", "--to", "one.csv"});
  CHECK(result.out == "from,to,cost,status\n1,264346,734269,reached\n");
}
