/// \file
/// Travel times between places and sites: the one interface that everything above asks.
///
/// A trip is an off-road leg, road, an off-road leg, plus waiting; or, where the profile allows it,
/// straight there. With a fallback profile the faster of the two counts (the main one on a tie).
/// A place is attached, once and alone, to positions *on* up to `attachments` nearby links; its
/// answers never depend on which other places are asked.
///
/// All times are whole milliseconds. A piece of a link from fraction f to g of a link that takes W
/// takes |round(W g) - round(W f)|, so that pieces add up to the whole. Ties between sites go to
/// the smaller `SiteIdx`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/ground.h"
#include "geo/base/id.h"
#include "geo/base/progress.h"
#include "geo/base/travel_time.h"
#include "geo/model/profile.h"
#include "geo/network/network.h"

namespace pahunch {

using PlaceIdx = Idx<struct PlaceTag>;  ///< where she is (a settlement, a row of --from)
using SiteIdx = Idx<struct SiteTag>;    ///< where help is (a centre, a row of --to)

struct TravelOptions {
  Profile profile;
  std::optional<Profile> fallback;
  Season season = Season::kDry;
  Direction direction = Direction::kToCentre;
  /// Local hour of departure; outside the profile's service hours it is not used. None: always in
  /// service.
  std::optional<double> depart_hour;
  bool main_component_only = true;  ///< attach to the largest strong component only
};

/// True when the hour of departure lies outside the main profile's service hours.
bool is_out_of_service(const TravelOptions& options);
bool is_out_of_service(const Profile& profile, const std::optional<double>& depart_hour);

enum class Mode : std::uint8_t { kMain, kFallback };

/// The parts of a trip; they add up to `total`. For a round trip each part is out plus back.
struct Legs {
  TravelTime total = TravelTime::unreachable();
  TravelTime waiting;
  TravelTime access;  ///< off the road at the place's end
  TravelTime road;
  TravelTime egress;                              ///< off the road at the site's end
  double access_m = 0, road_m = 0, egress_m = 0;  ///< ground length; off-road: straight line
  Mode mode = Mode::kMain;
  bool direct = false;  ///< touches no road; all of it is in `access`
};

struct Nearest {
  TravelTime time = TravelTime::unreachable();
  SiteIdx site;  ///< invalid when unreachable
  Mode mode = Mode::kMain;
};

/// A row of times for each of several sites.
using TimeRows = std::vector<IdxVector<PlaceIdx, TravelTime>>;

/// Whether the roads serve a place at all. Where sites stand, or which of them are open, does not
/// matter: it may be reached across country from a site near by in any of these states.
enum class PlaceState : std::uint8_t {
  kAttached,    ///< to a road open in this season
  kClosed,      ///< only to roads that this season closes
  kOffNetwork,  ///< no usable road within the farthest walk, in any season
};
constexpr PlaceState better_of(PlaceState one, PlaceState other) {
  return one < other ? one : other;  // in the order of the enumeration the better comes first
}

/// A drawn route: XY from the place to the site (out only, for a round trip).
struct Route {
  Legs legs;
  struct Step {
    LinkIdx link = {};          ///< invalid for an off-road step
    std::vector<Xy> line = {};  ///< at least two points
    double length_m = 0;
    TravelTime time = {};
    Mode mode = Mode::kMain;
  };
  std::vector<Step> steps;
};

/// Immutable after construction; the const members may be called from several threads.
class TravelModel {
 public:
  TravelModel() = default;
  TravelModel(const TravelModel&) = delete;
  TravelModel& operator=(const TravelModel&) = delete;
  virtual ~TravelModel() = default;

  [[nodiscard]] virtual std::size_t n_places() const = 0;
  [[nodiscard]] virtual std::size_t n_sites() const = 0;

  /// The nearest of the open sites for every place. Empty `open`: all unreachable.
  [[nodiscard]] virtual IdxVector<PlaceIdx, Nearest> nearest(
      std::span<const SiteIdx> open) const = 0;

  /// Times between every place and each of these sites: a row a site, in their order. Where there
  /// are many, blocks of `kSiteBlock` are fastest.
  static constexpr std::size_t kSiteBlock = 16;
  [[nodiscard]] virtual TimeRows times(std::span<const SiteIdx> sites) const = 0;
  [[nodiscard]] IdxVector<PlaceIdx, TravelTime> times(SiteIdx site) const {
    return times(std::span(&site, 1)).front();
  }

  [[nodiscard]] virtual Legs legs(PlaceIdx place, SiteIdx site) const = 0;
  /// Legs of many pairs at once; the same answers as `legs`, grouped by site for speed.
  [[nodiscard]] virtual std::vector<Legs> legs(
      std::span<const std::pair<PlaceIdx, SiteIdx>> pairs) const = 0;
  [[nodiscard]] virtual Route route(PlaceIdx place, SiteIdx site) const = 0;

  [[nodiscard]] virtual PlaceState state(PlaceIdx place) const = 0;
  /// Straight ground distance to the nearest attachment of the main profile; none when there is
  /// none.
  [[nodiscard]] virtual std::optional<double> snap_distance_m(PlaceIdx place) const = 0;
  [[nodiscard]] virtual std::optional<double> site_snap_distance_m(SiteIdx site) const = 0;
  /// True when the hour of departure lies outside the main profile's service hours.
  [[nodiscard]] virtual bool out_of_service() const = 0;
};

class AccessMemo;
class LazyHierarchy;
struct RoadState;

/// What a model is built from; all references must outlive it.
struct TravelInputs {
  const Network& network;
  const Ground& ground;
  const BarrierLayer& barriers;
  std::span<const Xy> places;
  std::span<const Xy> sites;
  /// Of the network; where it is given the fast model answers for many sites at once by it.
  const LazyHierarchy* hierarchy = nullptr;
  /// Of the network; where it is given, models share the access that they have in common.
  const AccessMemo* access = nullptr;
  /// The roads are in this state; none: as ever. A place whose roads it closes is `kClosed`.
  const RoadState* state = nullptr;
};

/// The reference: Dijkstra of Boost.Graph, multi-source with lexicographic (time, site) labels.
/// Cost: nearest() O((n + m) log n) for each mode; memory O(n + m + places + sites).
std::unique_ptr<TravelModel> make_reference_model(const TravelInputs& inputs,
                                                  const TravelOptions& options, Progress& progress);

/// The same answers to the millisecond, by the engine (see fast_sweep.h) wherever no way is to be
/// told; legs and routes are those of the reference.
std::unique_ptr<TravelModel> make_fast_model(const TravelInputs& inputs,
                                             const TravelOptions& options, Progress& progress);

}  // namespace pahunch
