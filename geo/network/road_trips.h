/// \file
/// Trips by road, in one sense: off the road, road, off the road, without waiting.
///
/// Times are those of the fastest pair of attachments; a site and a place on one link reach each
/// other along it without passing a node, where its one-way lets them. Of equally fast ways the one
/// by the nearest attachment of the place counts. At the very end of a link a place is at the node
/// and may leave by any link there.
///
/// Immutable; the const members are thread-safe.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "geo/network/approach.h"
#include "geo/network/entrances.h"
#include "geo/network/fast_sweep.h"
#include "geo/network/link_piece.h"
#include "geo/network/road_access.h"
#include "geo/network/road_hierarchy.h"
#include "geo/network/sweep.h"

namespace pahunch {

/// One trip, told from the place to the site whatever way it is travelled.
struct RoadTrip {
  TravelTime time = TravelTime::unreachable();
  Attachment place_end, site_end;  ///< meaningless when unreachable, as are the pieces
  std::vector<LinkPiece> pieces;
};

/// What finds the shortest times of trips.
struct RoadSearch {
  SearchWith with = SearchWith::kBoost;
  const ManySweeps* many = nullptr;  ///< null: sites are asked one by one
};

class RoadTrips {
 public:
  RoadTrips(const RoadTripInputs& inputs, Sense sense, const RoadSearch& search);

  /// What one sweep from some open sites found. The trips must outlive it. Thread-safe.
  class Swept {
   public:
    /// Of a point that gets onto the road there.
    [[nodiscard]] SiteTime time_from(std::span<const Attachment> point) const;
    /// How travellers come along a link.
    [[nodiscard]] std::vector<Approach> approaches(LinkIdx link) const;

   private:
    friend class RoadTrips;
    Swept(const RoadTrips& trips, std::span<const SiteIdx> open);
    const RoadTrips* trips_;
    std::shared_ptr<const Entrances> entrances_;
    NodeLabels labels_;
  };
  [[nodiscard]] Swept sweep(std::span<const SiteIdx> open) const { return {*this, open}; }

  /// The nearest of the open sites for each place; of equally near ones the smaller number.
  [[nodiscard]] IdxVector<PlaceIdx, SiteTime> nearest(std::span<const SiteIdx> open) const;

  /// Times between all places and each of these sites, a row a site.
  [[nodiscard]] TimeRows times(std::span<const SiteIdx> sites) const;

  /// With the way there. Cost: one sweep, and the length of the ways.
  [[nodiscard]] std::vector<RoadTrip> trips(SiteIdx site, std::span<const PlaceIdx> places) const;

 private:
  struct Arrival;

  [[nodiscard]] NodeLabels find_labels(std::span<const Seed> seeds) const;
  [[nodiscard]] Arrival arrive(std::span<const Attachment> place, const Entrances& entrances,
                               const NodeLabels& labels) const;
  [[nodiscard]] RoadTrip trace(PlaceIdx place, const Entrances& entrances,
                               const SweepTree& tree) const;

  RoadTripInputs in_;
  Sense sense_;
  const ManySweeps* many_;
  Sweep sweep_;
  std::unique_ptr<const FastSweep> fast_sweep_;  ///< with SearchWith::kEngine
};

}  // namespace pahunch
