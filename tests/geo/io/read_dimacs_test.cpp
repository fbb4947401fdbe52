#include "geo/io/read_dimacs.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

namespace pahunch::test {
namespace {

constexpr const char* kTriangle = "c a triangle\np sp 3 2\na 1 2 7\n\na 3 1 0\n";

std::string read_error(const std::string& graph, const std::string& points = "") {
  const TempDir dir;
  const auto file = dir.write("g.gr", graph);
  try {
    if (points.empty()) {
      read_dimacs(file, std::nullopt);
    } else {
      read_dimacs(file, dir.write("g.co", points));
    }
  } catch (const DataError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a DIMACS graph is read with its coordinates") {
  const TempDir dir;
  const auto graph =
      read_dimacs(dir.write("g.gr", kTriangle),
                  dir.write("g.co", "p aux sp co 3\nv 1 -73530767 41085396\nv 3 1 2\nv 2 0 0\n"));
  CHECK(graph.n_nodes == 3);
  CHECK(graph.tail == std::vector<std::uint32_t>{0, 2});
  CHECK(graph.head == std::vector<std::uint32_t>{1, 0});
  CHECK(graph.weight == std::vector<std::uint32_t>{7, 0});
  CHECK(graph.node_at[0].lon == Approx(-73.530767));
  CHECK(graph.node_at[0].lat == Approx(41.085396));
}

TEST_CASE("a gzipped graph is read, and one cut short is refused") {
  const TempDir dir;
  const auto file = dir.path() / "g.gr.gz";
  std::string arcs = "p sp 3 20000\n";
  for (int i = 0; i < 20000; ++i) arcs += "a 1 2 " + std::to_string(i * 7919 % 10007) + "\n";
  gzFile out = gzopen(file.c_str(), "wb");
  gzwrite(out, arcs.data(), static_cast<unsigned int>(arcs.size()));
  gzclose(out);
  CHECK(read_dimacs(file, std::nullopt).weight.size() == 20000);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  CHECK_THROWS_WITH(read_dimacs(file, std::nullopt), Catch::Contains("damaged or cut short"));
}

TEST_CASE("a graph without nodes is legal") { CHECK(read_error("p sp 0 0\n").empty()); }

TEST_CASE("a number of nodes that no arc joins takes no memory") {
  CHECK_THAT(read_error("p sp 2000000000 1\na 1 2 7\n", "p aux sp co 2000000000\n"),
             Catch::Contains("far more than 1 arcs can join"));
}

TEST_CASE("what is wrong in a DIMACS file is named with its line") {
  CHECK_THAT(read_error("a 1 2 3\n"), Catch::Contains("expected 'p sp ...'"));
  CHECK_THAT(read_error("c nothing\n"), Catch::Contains("has no line 'p sp ...'"));
  CHECK_THAT(read_error("p sp -1 0\n"), Catch::Contains("count is out of range"));
  CHECK_THAT(read_error("p sp 2 1\na 1 3 5\n"), Catch::Contains("node 3 is not in 1 .. 2"));
  CHECK_THAT(read_error("p sp 2 1\na 0 1 5\n"), Catch::Contains("line 2"));
  CHECK_THAT(read_error("p sp 2 1\na 1 2 -5\n"), Catch::Contains("weight -5 is not in"));
  CHECK_THAT(read_error("p sp 2 1\na 1 2 3000000000\n"), Catch::Contains("3000000000"));
  CHECK_THAT(read_error("p sp 2 1\na 1 2\n"), Catch::Contains("expected 3 numbers after 'a'"));
  CHECK_THAT(read_error("p sp 2 1\na 1 2 3 4\n"), Catch::Contains("more on the line"));
  CHECK_THAT(read_error("p sp 2 2\na 1 2 3\n"), Catch::Contains("promises 2 arcs and has 1"));
  CHECK_THAT(read_error("p sp 2 0\n" + std::string(5000, 'a')), Catch::Contains("4095 bytes"));
  CHECK_THAT(read_error(kTriangle, "p aux sp co 2\n"), Catch::Contains("promises 2 points"));
  CHECK_THAT(read_error(kTriangle, "p aux sp co 3\nv 1 0 0\n"), Catch::Contains("and has 1"));
  CHECK_THROWS_WITH(read_dimacs("no/such/file.gr", std::nullopt), Catch::Contains("cannot open"));
}

}  // namespace pahunch::test
