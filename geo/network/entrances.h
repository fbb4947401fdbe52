/// \file
/// Where open sites come onto the road, and so where a sweep away from them begins.
#pragma once

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geo/network/link_piece.h"
#include "geo/network/road_access.h"
#include "geo/network/sweep.h"

namespace pahunch {

/// What trips are made of; all references must outlive them.
struct RoadTripInputs {
  const Network& network;
  const Profile& profile;
  const Metric& metric;
  const RoadAccess& access;
};

class Entrances {
 public:
  struct Entrance {
    SiteIdx site;
    Attachment at;
    TravelTime off_road;
  };

  /// `in` must outlive this.
  Entrances(const RoadTripInputs& in, Sense sense, std::span<const SiteIdx> open);

  [[nodiscard]] std::span<const Seed> seeds() const { return seeds_; }

  /// Those on this link, in the order of the open sites.
  [[nodiscard]] std::span<const Entrance> on(LinkIdx link) const;

  /// How a sweep of one site got to a node where it began: the entrance, and the piece of its link,
  /// node to site. Ties go to the nearest attachment of the site.
  [[nodiscard]] std::pair<Attachment, LinkPiece> get_origin(NodeIdx node,
                                                            const SiteTime& label) const;

 private:
  /// Calls `use(seed, end_frac)` for the nodes that an entrance leads to.
  template <class Use>
  void for_each_seed(const Entrance& entrance, const Use& use) const;

  const RoadTripInputs& in_;
  Sense sense_;
  std::unordered_map<LinkIdx, std::vector<Entrance>> by_link_;
  std::vector<Seed> seeds_;
};

}  // namespace pahunch
