/// \file
/// The positions on the nearest links, for a place beside the road.
///
/// For each straight piece of a link the position nearest to the place (in the plane) is looked at;
/// those that a barrier hides are passed over; a link is known by the nearest of what is left, and
/// the `attachments` links nearest over the ground are given, nearest first, ties by link number.
/// So a link that runs on both banks is reached on the near one, where it has a piece there.
///
/// Exact as long as the working CRS stretches no ground length between place and link by more than
/// 1% over the stretch along its axes at the place (UTM anywhere in a state: 0.2%).
///
/// Immutable, thread-safe. Building O(n log n) in straight pieces; a query about O(log n).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "geo/base/ground.h"
#include "geo/network/barrier_index.h"
#include "geo/network/network.h"

namespace pahunch {

/// A position on a link, and the way to it off the road.
struct Attachment {
  LinkIdx link;
  double frac = 0;  ///< of the link's length; 0 on a link without length
  Xy at;
  double off_road_m = 0;  ///< straight over the ground
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct SnapRule {
  const Ground& ground;
  const BarrierIndex* barriers = nullptr;  ///< none: nothing blocks
  std::size_t attachments = 3;
  double max_access_m = 5000;  ///< inclusive
};

/// The least ground metres that a metre of the plane may stand for around a place, with 1% to
/// spare: what turns a distance in the plane into a lower bound over the ground.
double least_ground_per_plane(Xy place, const Ground& ground);

class LinkIndex {
 public:
  /// Only the given links are found.
  LinkIndex(const Network& network, std::span<const LinkIdx> links);
  ~LinkIndex();

  [[nodiscard]] bool empty() const;

  /// Empty where there is none within `max_access_m`, or the place has no position.
  [[nodiscard]] std::vector<Attachment> find_nearest(Xy place, const SnapRule& rule) const;

 private:
  struct Tree;
  const Network& network_;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace pahunch
