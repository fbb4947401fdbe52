#include "geo/network/detail/segment_tree.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace pahunch;
using detail::OwnedSegment;
using detail::SegmentTree;

namespace {

using Found = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;

Found find_in(const SegmentTree& tree, const Box& box) {
  Found found;
  tree.for_each_in(box, [&](const OwnedSegment& piece) {
    found.insert({piece.owner, piece.part});
  });
  return found;
}

/// Every piece whose box meets the box, by looking at each.
Found find_by_hand(const std::vector<OwnedSegment>& pieces, const Box& box) {
  Found found;
  for (const OwnedSegment& piece : pieces) {
    Box own;
    own.extend(piece.segment.a);
    own.extend(piece.segment.b);
    if (own.min_x_m > box.max_x_m || own.max_x_m < box.min_x_m) continue;
    if (own.min_y_m > box.max_y_m || own.max_y_m < box.min_y_m) continue;
    found.insert({piece.owner, piece.part});
  }
  return found;
}

Box make_box(Xy a, Xy b) {
  Box box;
  box.extend(a);
  box.extend(b);
  return box;
}

}  // namespace

TEST_CASE("a tree of nothing finds nothing") {
  const SegmentTree none;
  CHECK(none.empty());
  CHECK(find_in(none, make_box({-1e9, -1e9}, {1e9, 1e9})).empty());
  CHECK(SegmentTree(std::vector<OwnedSegment>{}).empty());
}

TEST_CASE("a box that touches a piece at its end finds it") {
  const std::vector<OwnedSegment> pieces = {{{{0, 0}, {10, 0}}, 4, 2}, {{{20, 5}, {20, 9}}, 5, 0}};
  const SegmentTree tree(pieces);
  CHECK_FALSE(tree.empty());
  CHECK(find_in(tree, make_box({10, 0}, {15, 3})) == Found{{4, 2}});
  CHECK(find_in(tree, make_box({10, 0}, {20, 5})) == Found{{4, 2}, {5, 0}});
  CHECK(find_in(tree, make_box({11, 0}, {19, 9})).empty());
}

TEST_CASE("a tree finds what looking at every piece finds") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> draw(0, 1000);
  for (int i = 0; i < 60; ++i) {
    std::vector<OwnedSegment> pieces(random() % 200);
    for (std::uint32_t k = 0; k < pieces.size(); ++k) {
      const Xy a{draw(random), draw(random)};
      const bool is_point = random() % 10 == 0;
      pieces[k] = {{a, is_point ? a : Xy{draw(random), draw(random)}}, k / 3, k % 3};
    }
    const SegmentTree tree(pieces);
    for (int n = 0; n < 20; ++n) {
      const Xy corner{draw(random), draw(random)};
      const Box box =
          make_box(corner, {corner.x_m + draw(random) / 4, corner.y_m + draw(random) / 4});
      REQUIRE(find_in(tree, box) == find_by_hand(pieces, box));
    }
  }
}
