/// \file
/// An index of straight pieces in the plane (an R-tree of Boost.Geometry, packed).
///
/// Built once, immutable, thread-safe. Building O(n log n); a box query O(log n + hits).
#pragma once

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/iterator/function_output_iterator.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "geo/network/detail/segment_math.h"

namespace pahunch::detail {

/// A piece of a line: segment `part` of line `owner`.
struct OwnedSegment {
  Segment segment;
  std::uint32_t owner = 0;
  std::uint32_t part = 0;
  friend bool operator==(const OwnedSegment& a, const OwnedSegment& b) {
    return a.owner == b.owner && a.part == b.part;
  }
};

// NOLINTNEXTLINE(bugprone-exception-escape): Boost calls the moving of its tree noexcept
class SegmentTree {
 public:
  SegmentTree() = default;
  explicit SegmentTree(const std::vector<OwnedSegment>& segments)
      : tree_(segments.begin(), segments.end()) {}

  [[nodiscard]] bool empty() const { return tree_.empty(); }

  /// Calls `visit(const OwnedSegment&)` for every piece whose box meets the box, in no set order.
  template <class Visit>
  void for_each_in(const Box& box, Visit visit) const {
    const BoostBox wanted({box.min_x_m, box.min_y_m}, {box.max_x_m, box.max_y_m});
    tree_.query(
        boost::geometry::index::intersects(wanted),
        boost::make_function_output_iterator([&](const OwnedSegment& owned) { visit(owned); }));
  }

 private:
  using BoostPoint = boost::geometry::model::d2::point_xy<double>;
  using BoostBox = boost::geometry::model::box<BoostPoint>;
  struct BoxOf {
    using result_type = BoostBox;
    BoostBox operator()(const OwnedSegment& owned) const {
      Box box;
      box.extend(owned.segment.a);
      box.extend(owned.segment.b);
      return {{box.min_x_m, box.min_y_m}, {box.max_x_m, box.max_y_m}};
    }
  };
  boost::geometry::index::rtree<OwnedSegment, boost::geometry::index::rstar<16>, BoxOf> tree_;
};

}  // namespace pahunch::detail
