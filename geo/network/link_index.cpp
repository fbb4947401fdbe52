#include "geo/network/link_index.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "geo/network/detail/segment_tree.h"

namespace pahunch {
namespace {

constexpr double kFirstReach_m = 250;  ///< about one village road away

bool is_nearer(const Attachment& a, const Attachment& b) {
  return std::tie(a.off_road_m, a.link, a.frac) < std::tie(b.off_road_m, b.link, b.frac);
}

/// The nearest links seen so far, nearest first, each with its nearest position.
class NearestLinks {
 public:
  explicit NearestLinks(const SnapRule& rule) : rule_(rule) {}

  /// A position farther than this, over the ground, is of no use any more.
  [[nodiscard]] double limit_m() const {
    return kept_.size() < rule_.attachments ? rule_.max_access_m : kept_.back().off_road_m;
  }

  /// The same for a position on one link, of which a nearer one may be known.
  [[nodiscard]] double limit_m(LinkIdx link) const {
    for (const Attachment& kept : kept_) {
      if (kept.link == link) return kept.off_road_m;
    }
    return limit_m();
  }

  void offer(const Attachment& candidate) {
    const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Attachment& kept) {
      return kept.link == candidate.link;
    });
    if (same != kept_.end()) {
      if (!is_nearer(candidate, *same)) return;
      kept_.erase(same);
    }
    kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), candidate, is_nearer), candidate);
    if (kept_.size() > rule_.attachments) kept_.pop_back();
  }

  [[nodiscard]] std::vector<Attachment> take() { return std::move(kept_); }

 private:
  const SnapRule& rule_;
  std::vector<Attachment> kept_;
};

struct Candidate {
  const detail::OwnedSegment* segment = nullptr;
  detail::Projected position;
};

/// Distances in the plane; the lower limit is left out.
struct Ring {
  double inner_m = 0;
  double outer_m = 0;
};

/// The pieces in a ring around a place, nearest first.
std::vector<Candidate> find_ring(const detail::SegmentTree& segments, Xy place, const Ring& ring) {
  std::vector<Candidate> found;
  Box box;
  box.extend(place);
  segments.for_each_in(box.grown(ring.outer_m), [&](const detail::OwnedSegment& segment) {
    const detail::Projected position = project(place, segment.segment);
    const bool inside = position.distance_m > ring.inner_m && position.distance_m <= ring.outer_m;
    if (inside) found.push_back({&segment, position});
  });
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.position.distance_m < b.position.distance_m;
  });
  return found;
}

Attachment attach_to(const Network& network, const detail::OwnedSegment& piece,
                     const detail::Projected& nearest) {
  const LinkIdx link(piece.owner);
  const auto along = network.along(link);
  const double length_m = network.length_m[link];
  const double at_m =
      nearest.frac == 1.0
          ? along[piece.part + 1]
          : along[piece.part] + nearest.frac * (along[piece.part + 1] - along[piece.part]);
  return {link, length_m > 0 ? at_m / length_m : 0.0, nearest.at, 0};
}

}  // namespace

double least_ground_per_plane(Xy place, const Ground& ground) {
  constexpr double kProbe_m = 1000;
  const double along_x = ground.distance_m(place, {place.x_m + kProbe_m, place.y_m});
  const double along_y = ground.distance_m(place, {place.x_m, place.y_m + kProbe_m});
  return 0.99 * std::min(along_x, along_y) / kProbe_m;
}

struct LinkIndex::Tree {
  detail::SegmentTree segments;
};

LinkIndex::LinkIndex(const Network& network, std::span<const LinkIdx> links) : network_(network) {
  std::vector<detail::OwnedSegment> segments;
  for (const LinkIdx link : links) {
    const auto line = network.geometry(link);
    for (std::uint32_t part = 0; part + 1 < line.size(); ++part) {
      segments.push_back({{line[part], line[part + 1]}, link.value(), part});
    }
  }
  tree_ = std::make_unique<const Tree>(Tree{detail::SegmentTree(segments)});
}

LinkIndex::~LinkIndex() = default;

bool LinkIndex::empty() const { return tree_->segments.empty(); }

std::vector<Attachment> LinkIndex::find_nearest(Xy place, const SnapRule& rule) const {
  if (!place.valid() || empty()) return {};
  const double least = least_ground_per_plane(place, rule.ground);
  NearestLinks nearest(rule);
  const auto consider = [&](const Candidate& piece) {
    if (piece.position.distance_m * least > nearest.limit_m(LinkIdx(piece.segment->owner))) return;
    Attachment candidate = attach_to(network_, *piece.segment, piece.position);
    candidate.off_road_m = rule.ground.distance_m(place, piece.position.at);
    if (candidate.off_road_m > nearest.limit_m()) return;
    if (rule.barriers != nullptr && rule.barriers->blocks(place, piece.position.at)) return;
    nearest.offer(candidate);
  };
  // Ring after ring: what lies outside a box is farther than its half-width.
  double done_m = -1;
  double reach_m = kFirstReach_m;
  while (true) {
    const auto ring = find_ring(tree_->segments, place, {done_m, reach_m});
    std::for_each(ring.begin(), ring.end(), consider);
    if (nearest.limit_m() <= reach_m * least) break;
    done_m = std::exchange(reach_m, std::min(2 * reach_m, 1.001 * nearest.limit_m() / least));
  }
  return nearest.take();
}

}  // namespace pahunch
