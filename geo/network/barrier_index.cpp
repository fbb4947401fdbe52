#include "geo/network/barrier_index.h"

#include <cstdint>
#include <vector>

#include "geo/network/detail/segment_tree.h"

namespace pahunch {
namespace {

using detail::orientation;
using detail::Segment;

bool lies_on(const Segment& barrier, Xy p) {
  return orientation(barrier.a, barrier.b, p) == 0 && within_box(barrier, p);
}

/// For a leg that begins on the barrier: does it run along it?
bool runs_along(const Segment& barrier, const Segment& leg) {
  if (orientation(barrier.a, barrier.b, leg.b) != 0) return false;
  const auto ahead = [&](Xy p) {
    return (p.x_m - leg.a.x_m) * (leg.b.x_m - leg.a.x_m) +
               (p.y_m - leg.a.y_m) * (leg.b.y_m - leg.a.y_m) >
           0;
  };
  return ahead(barrier.a) || ahead(barrier.b);
}

bool is_crossed(const Segment& barrier, const Segment& leg) {
  if (!touches(leg, barrier)) return false;
  return lies_on(barrier, leg.a) ? runs_along(barrier, leg) : true;
}

}  // namespace

struct BarrierIndex::Tree {
  detail::SegmentTree segments;
};

BarrierIndex::BarrierIndex(const BarrierLayer& layer) {
  std::vector<detail::OwnedSegment> segments;
  for (std::uint32_t owner = 0; owner < layer.barriers.size(); ++owner) {
    const Polyline& line = layer.barriers[owner].line;
    for (std::uint32_t part = 0; part + 1 < line.size(); ++part) {
      segments.push_back({{line[part], line[part + 1]}, owner, part});
    }
  }
  tree_ = std::make_unique<const Tree>(Tree{detail::SegmentTree(segments)});
}

BarrierIndex::~BarrierIndex() = default;

bool BarrierIndex::blocks(Xy place, Xy to) const {
  if (place == to || tree_->segments.empty()) return false;
  const Segment leg{place, to};
  Box box;
  box.extend(place);
  box.extend(to);
  bool blocked = false;
  tree_->segments.for_each_in(box, [&](const detail::OwnedSegment& barrier) {
    blocked = blocked || is_crossed(barrier.segment, leg);
  });
  return blocked;
}

}  // namespace pahunch
