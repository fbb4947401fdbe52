/// \file
/// Travel times under one profile; a travel model is one or two of these.
///
/// To the trips by road it adds waiting, walks straight there, and the way back of a round trip. A
/// round trip is made by road or on foot, out and back alike, and waits once.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "geo/network/road_trips.h"

namespace pahunch {

struct ModeOptions {
  Profile profile;
  Season season = Season::kDry;
  Direction direction = Direction::kToCentre;
  bool main_component_only = true;
  SearchWith search = SearchWith::kBoost;
};

/// The references in `inputs` must outlive it. Const members are thread-safe.
class ModeEngine {
 public:
  ModeEngine(const TravelInputs& inputs, ModeOptions options, Progress& progress);
  ModeEngine(const ModeEngine&) = delete;
  ModeEngine& operator=(const ModeEngine&) = delete;

  [[nodiscard]] IdxVector<PlaceIdx, SiteTime> nearest(std::span<const SiteIdx> open) const;

  /// Times between all places and each of these sites, a row a site.
  [[nodiscard]] TimeRows times(std::span<const SiteIdx> sites) const;

  /// Legs between one site and many places; `mode` is left for the caller to set.
  [[nodiscard]] std::vector<Legs> legs(SiteIdx site, std::span<const PlaceIdx> places) const;

  [[nodiscard]] Route route(PlaceIdx place, SiteIdx site) const;

  [[nodiscard]] const RoadAccess& access() const { return *access_; }

 private:
  void change_roads(const RoadState& state);
  [[nodiscard]] IdxVector<PlaceIdx, SiteTime> nearest_by_road(std::span<const SiteIdx> open) const;
  [[nodiscard]] IdxVector<PlaceIdx, SiteTime> round_trips(SiteIdx site) const;
  void walk_where_faster(std::span<const SiteIdx> open, IdxVector<PlaceIdx, SiteTime>& best) const;
  void walk_where_faster(SiteIdx site, IdxVector<PlaceIdx, TravelTime>& best) const;
  [[nodiscard]] TravelTime walking_time(const DirectSite& direct) const;

  [[nodiscard]] Legs legs_of(const RoadTrip& trip) const;
  [[nodiscard]] Legs direct_legs(PlaceIdx place, SiteIdx site) const;
  void draw_road(const RoadTrip& trip, Route& route) const;
  [[nodiscard]] TravelTime waiting() const;
  [[nodiscard]] bool is_round_trip() const { return options_.direction == Direction::kRoundTrip; }

  TravelInputs inputs_;
  ModeOptions options_;
  Metric metric_;
  std::shared_ptr<const RoadAccess> access_;
  std::optional<ManySweeps> many_;
  std::vector<std::unique_ptr<const RoadTrips>> ways_;  ///< one, or out and back
};

}  // namespace pahunch
