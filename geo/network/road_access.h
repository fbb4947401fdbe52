/// \file
/// How places and sites get on and off the road under one profile: their attachments, what the
/// season closes to them, and which sites are so near that she walks straight there.
///
/// Attachments are to links that are open in the season and, where asked, lie in the main strong
/// component of all links that the profile uses in any season: a closed season may cut a place off,
/// but never moves it to another part of the network than it belongs to.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "geo/network/link_index.h"
#include "geo/network/metric.h"
#include "geo/network/travel_model.h"

namespace pahunch {

/// Attachments of many points, nearest first for each.
class AttachmentTable {
 public:
  AttachmentTable() = default;
  explicit AttachmentTable(const std::vector<std::vector<Attachment>>& lists);

  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] std::span<const Attachment> of(std::size_t point) const {
    return std::span(items_).subspan(first_[point], first_[point + 1] - first_[point]);
  }

 private:
  std::vector<std::size_t> first_ = {0};
  std::vector<Attachment> items_;
};

/// Straight ground distance x circuity at the profile's access speed.
inline TravelTime off_road_time(const Profile& profile, double straight_m) {
  return TravelTime::from_seconds(straight_m * profile.circuity.value * 3.6 /
                                  profile.access_speed_km_h.value);
}

/// A site in straight reach of a place.
struct DirectSite {
  SiteIdx site;
  double straight_m = 0;
};

struct RoadAccess {
  AttachmentTable places, sites;
  /// Places without an attachment that would have one if nothing were closed.
  IdxVector<PlaceIdx, bool> place_closed;
  IdxVector<PlaceIdx, std::vector<DirectSite>> direct;  ///< by site; empty when direct_max_m is 0

  [[nodiscard]] PlaceState state(PlaceIdx place) const {
    if (!places.of(place.value()).empty()) return PlaceState::kAttached;
    return place_closed[place] ? PlaceState::kClosed : PlaceState::kOffNetwork;
  }
};

struct AccessRule {
  const Profile& profile;
  const Metric& metric;
  bool main_component_only = true;
};

/// The links that points may attach to, by whether the season leaves them open; each by number.
struct UsableLinks {
  std::vector<LinkIdx> open, closed;
  friend bool operator==(const UsableLinks&, const UsableLinks&) = default;
};

/// Cost: O(nodes + links).
UsableLinks find_usable_links(const Network& network, const AccessRule& rule);

/// Puts points on the roads one by one. The inputs must outlive it. Immutable, thread-safe;
/// building O(links log links), a question about O(log links).
class AccessFinder {
 public:
  AccessFinder(const TravelInputs& inputs, const AccessRule& rule);
  ~AccessFinder();

  /// Nearest first; empty where no usable road is within the farthest walk.
  [[nodiscard]] std::vector<Attachment> attach(Xy point) const;
  /// Would it be attached to a road that this season closes? For a point without an attachment.
  [[nodiscard]] bool is_closed(Xy point) const;
  /// By site; empty when direct_max_m is 0.
  [[nodiscard]] std::vector<DirectSite> find_direct(Xy point) const;

 private:
  struct Indices;
  const TravelInputs& inputs_;
  const Profile& profile_;
  std::unique_ptr<const Indices> indices_;
};

/// Each point alone, in parallel. Cost: about O((places + sites) log links).
RoadAccess find_road_access(const TravelInputs& inputs, const AccessRule& rule, Progress& progress);

}  // namespace pahunch
