#include "geo/network/detail/vertex_table.h"

#include <catch2/catch.hpp>
#include <random>

using namespace pahunch;
using detail::VertexIdx;
using detail::VertexTable;

TEST_CASE("one position is one vertex, and another is another") {
  VertexTable table;
  const VertexIdx a = table.get_or_add({1, 2});
  const VertexIdx b = table.get_or_add({1, 2.0000001});
  CHECK(table.get_or_add({1, 2}) == a);
  CHECK(a != b);
  CHECK(table.size() == 2);
  CHECK(table.at(a) == Xy{1, 2});
}

TEST_CASE("zero and minus zero are one position") {
  VertexTable table;
  CHECK(table.get_or_add({0.0, 5}) == table.get_or_add({-0.0, 5}));
  CHECK(table.size() == 1);
}

TEST_CASE("merged vertices stand at the position that lies first, whatever the order") {
  for (const bool turned : {false, true}) {
    VertexTable table;
    const VertexIdx a = table.get_or_add({5, 1}), b = table.get_or_add({5, 0});
    const bool merged = turned ? table.merge(b, a) : table.merge(a, b);
    CHECK(merged);
    CHECK(table.root(a) == table.root(b));
    CHECK(table.at(table.root(a)) == Xy{5, 0});
    CHECK_FALSE(table.merge(a, b));
  }
}

TEST_CASE("vertices merged one after the other are one group") {
  std::mt19937 random(2);
  VertexTable table;
  std::vector<VertexIdx> vertices;
  std::vector<int> group;
  for (int i = 0; i < 200; ++i) {
    vertices.push_back(table.get_or_add({static_cast<double>(random() % 1000), double(i)}));
    group.push_back(i);
  }
  for (int i = 0; i < 150; ++i) {
    const auto a = random() % 200, b = random() % 200;
    const bool were_two = group[a] != group[b];
    CHECK(table.merge(vertices[a], vertices[b]) == were_two);
    const int gone = group[b];
    for (int& g : group) g = g == gone ? group[a] : g;
  }
  for (std::size_t a = 0; a < 200; ++a) {
    for (std::size_t b = 0; b < 200; ++b) {
      const bool one = table.root(vertices[a]) == table.root(vertices[b]);
      REQUIRE(one == (group[a] == group[b]));
    }
    REQUIRE_FALSE(detail::lies_before(table.at(vertices[a]), table.at(table.root(vertices[a]))));
  }
}
