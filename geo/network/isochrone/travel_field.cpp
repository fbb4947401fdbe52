#include "geo/network/isochrone/travel_field.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/network/road_state.h"
#include "geo/network/road_trips.h"

namespace pahunch {
namespace {

RoadAccess attach_sites(const AccessFinder& finder, std::span<const Xy> sites) {
  std::vector<std::vector<Attachment>> lists;
  for (const Xy site : sites) lists.push_back(finder.attach(site));
  RoadAccess access;
  access.sites = AttachmentTable(lists);
  return access;
}

/// On any road that the profile uses in the season, or off it.
double find_fastest_km_h(const Network& network, const Profile& profile, Season season) {
  double fastest = profile.access_speed_km_h.value / profile.circuity.value;
  for (const LinkKind& kind : network.kinds) {
    fastest = std::max(fastest, find_speed_km_h(profile, season, kind).value_or(0));
  }
  return fastest;
}

}  // namespace

/// One profile.
class TravelField::Mode {
 public:
  Mode(const TravelInputs& inputs, const TravelOptions& options, const Profile& profile,
       std::span<const SiteIdx> open)
      : profile_(profile),
        direction_(options.direction),
        metric_(make_metric(inputs.network, profile, options.season)),
        finder_(inputs, {profile, metric_, options.main_component_only}),
        access_(attach_sites(finder_, inputs.sites)),
        is_open_(inputs.sites.size()),
        fastest_m_per_ms_(find_fastest_km_h(inputs.network, profile, options.season) / 3600) {
    for (const SiteIdx site : open) is_open_[site] = true;
    if (inputs.state != nullptr) change_roads(inputs.network, *inputs.state);
    const RoadTripInputs trips{inputs.network, profile_, metric_, access_};
    if (direction_ != Direction::kFromCentre) add_way(trips, Sense::kToSites, open);
    if (direction_ != Direction::kToCentre) add_way(trips, Sense::kFromSites, open);
  }

  [[nodiscard]] TravelTime time_at(Xy point) const {
    return std::min(time_by_road(point), time_on_foot(point));
  }

  /// No trip from a point this far, in the plane, from every open site is shorter. Half of what the
  /// fastest way takes: gaps between the ends of lines are not charged, and the plane is not the
  /// ground.
  [[nodiscard]] double least_ms(double straight_m) const {
    return 0.5 * straight_m / fastest_m_per_ms_;
  }

  void add_approaches(LinkIdx link, std::vector<Approach>& to) const {
    const double waiting_ms = waiting().ms();
    for (std::size_t i = 0; i < swept_.front().size(); ++i) {
      auto found = swept_.front()[i].approaches(link);
      if (is_round_trip()) found = sum_approaches(found, swept_.back()[i].approaches(link));
      for (Approach approach : found) {
        approach.zero_ms += waiting_ms;
        to.push_back(approach);
      }
    }
  }

 private:
  using Sweeps = std::vector<RoadTrips::Swept>;  ///< of all open sites, or one a site

  [[nodiscard]] bool is_round_trip() const { return direction_ == Direction::kRoundTrip; }
  [[nodiscard]] TravelTime waiting() const {
    return TravelTime::from_minutes(profile_.waiting_min.value);
  }

  void change_roads(const Network& network, const RoadState& state) {
    metric_ = apply_state(state, metric_);
    access_ = apply_state(state, network, access_);
    is_closed_ = IdxVector<LinkIdx, bool>(network.n_links());
    for (const LinkChange& change : state.links) {
      is_closed_[change.link] = change.time_x256 == kLinkClosed;
    }
  }

  [[nodiscard]] std::vector<Attachment> attach(Xy point) const {
    auto attached = finder_.attach(point);
    if (is_closed_.empty()) return attached;
    std::erase_if(attached, [this](const Attachment& at) { return is_closed_[at.link]; });
    return attached;
  }

  void add_way(const RoadTripInputs& inputs, Sense sense, std::span<const SiteIdx> open) {
    const SearchWith search = is_round_trip() ? SearchWith::kEngine : SearchWith::kBoost;
    ways_.push_back(std::make_unique<const RoadTrips>(inputs, sense, RoadSearch{search}));
    Sweeps sweeps;
    if (!is_round_trip()) sweeps.push_back(ways_.back()->sweep(open));
    // The way back may be longer than the way out, so each site is asked by itself.
    for (std::size_t i = 0; is_round_trip() && i < open.size(); ++i) {
      sweeps.push_back(ways_.back()->sweep(open.subspan(i, 1)));
    }
    swept_.push_back(std::move(sweeps));
  }

  [[nodiscard]] TravelTime time_by_road(Xy point) const {
    const auto attached = attach(point);
    TravelTime best = TravelTime::unreachable();
    for (std::size_t i = 0; i < swept_.front().size(); ++i) {
      TravelTime time = waiting();
      for (const Sweeps& sweeps : swept_) time = time + sweeps[i].time_from(attached).time;
      best = std::min(best, time);
    }
    return best;
  }

  [[nodiscard]] TravelTime time_on_foot(Xy point) const {
    TravelTime best = TravelTime::unreachable();
    for (const DirectSite& direct : finder_.find_direct(point)) {
      if (!is_open_[direct.site]) continue;
      const TravelTime out = off_road_time(profile_, direct.straight_m);
      best = std::min(best, is_round_trip() ? out + out : out);
    }
    return best;
  }

  const Profile& profile_;
  Direction direction_;
  Metric metric_;
  AccessFinder finder_;
  RoadAccess access_;
  IdxVector<LinkIdx, bool> is_closed_;  ///< by a state of the roads; empty where there is none
  IdxVector<SiteIdx, bool> is_open_;
  double fastest_m_per_ms_;
  std::vector<std::unique_ptr<const RoadTrips>> ways_;  ///< one, or out and back
  std::vector<Sweeps> swept_;                           ///< by way
};

TravelField::TravelField(const TravelInputs& inputs, const TravelOptions& options,
                         std::span<const SiteIdx> open)
    : inputs_(inputs), options_(options) {
  for (const SiteIdx site : open) {
    const Xy at = inputs.sites[site.value()];
    if (at.valid()) open_at_.push_back(at);
  }
  const auto add = [&](const Profile& profile) {
    modes_.push_back(std::make_unique<const Mode>(inputs_, options_, profile, open));
  };
  if (!is_out_of_service(options_)) add(options_.profile);
  if (options_.fallback) add(*options_.fallback);
}

TravelField::~TravelField() = default;

TravelTime TravelField::time_at(Xy point) const {
  TravelTime best = TravelTime::unreachable();
  const double straight_m = modes_.size() > 1 ? distance_to_open_m(point) : 0;
  for (const auto& mode : modes_) {
    if (best.reachable() && mode->least_ms(straight_m) >= best.ms()) continue;
    best = std::min(best, mode->time_at(point));
  }
  return best;
}

double TravelField::distance_to_open_m(Xy point) const {
  double least_m2 = std::numeric_limits<double>::infinity();
  for (const Xy site : open_at_) {
    const double dx = site.x_m - point.x_m, dy = site.y_m - point.y_m;
    least_m2 = std::min(least_m2, dx * dx + dy * dy);
  }
  return std::sqrt(least_m2);
}

std::vector<Approach> TravelField::approaches(LinkIdx link) const {
  std::vector<Approach> found;
  for (const auto& mode : modes_) mode->add_approaches(link, found);
  return found;
}

}  // namespace pahunch
