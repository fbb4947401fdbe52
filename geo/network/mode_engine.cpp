#include "geo/network/mode_engine.h"

#include <algorithm>
#include <utility>

#include "geo/network/access_memo.h"
#include "geo/network/road_state.h"

namespace pahunch {
ModeEngine::ModeEngine(const TravelInputs& inputs, ModeOptions options, Progress& progress)
    : inputs_(inputs),
      options_(std::move(options)),
      metric_(make_metric(inputs.network, options_.profile, options_.season)),
      access_(get_road_access(inputs_, {options_.profile, metric_, options_.main_component_only},
                              progress)) {
  if (inputs.state != nullptr) change_roads(*inputs.state);
  const RoadTripInputs trips{inputs.network, options_.profile, metric_, *access_};
  if (inputs.hierarchy != nullptr && options_.search == SearchWith::kEngine) {
    many_.emplace(inputs.hierarchy->get(inputs.network), metric_);
  }
  const RoadSearch search{options_.search, many_ ? &*many_ : nullptr};
  if (options_.direction != Direction::kFromCentre) {
    ways_.push_back(std::make_unique<const RoadTrips>(trips, Sense::kToSites, search));
  }
  if (options_.direction != Direction::kToCentre) {
    ways_.push_back(std::make_unique<const RoadTrips>(trips, Sense::kFromSites, search));
  }
}

void ModeEngine::change_roads(const RoadState& state) {
  metric_ = apply_state(state, metric_);
  access_ = std::make_shared<const RoadAccess>(apply_state(state, inputs_.network, *access_));
}

TravelTime ModeEngine::waiting() const {
  return TravelTime::from_minutes(options_.profile.waiting_min.value);
}

IdxVector<PlaceIdx, SiteTime> ModeEngine::nearest(std::span<const SiteIdx> open) const {
  auto best = nearest_by_road(open);
  for (SiteTime& label : best) label = later_by(label, waiting());
  walk_where_faster(open, best);
  return best;
}

IdxVector<PlaceIdx, SiteTime> ModeEngine::nearest_by_road(std::span<const SiteIdx> open) const {
  if (!is_round_trip()) return ways_.front()->nearest(open);
  // The way back may be longer than the way out, so each site is asked by itself.
  IdxVector<PlaceIdx, SiteTime> best(inputs_.places.size());
  for (const SiteIdx site : open) {
    const auto there_and_back = round_trips(site);
    for (const PlaceIdx place : indices(best)) {
      best[place] = std::min(best[place], there_and_back[place]);
    }
  }
  return best;
}

IdxVector<PlaceIdx, SiteTime> ModeEngine::round_trips(SiteIdx site) const {
  auto out = ways_.front()->nearest(std::span(&site, 1));
  const auto back = ways_.back()->nearest(std::span(&site, 1));
  for (const PlaceIdx place : indices(out)) out[place] = later_by(out[place], back[place].time);
  return out;
}

TimeRows ModeEngine::times(std::span<const SiteIdx> sites) const {
  TimeRows rows = ways_.front()->times(sites);
  if (is_round_trip()) {
    const TimeRows back = ways_.back()->times(sites);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const PlaceIdx place : indices(rows[i]))
        rows[i][place] = rows[i][place] + back[i][place];
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (TravelTime& time : rows[i]) time = time + waiting();
    walk_where_faster(sites[i], rows[i]);
  }
  return rows;
}

TravelTime ModeEngine::walking_time(const DirectSite& direct) const {
  const TravelTime out = off_road_time(options_.profile, direct.straight_m);
  return is_round_trip() ? out + out : out;
}

void ModeEngine::walk_where_faster(SiteIdx site, IdxVector<PlaceIdx, TravelTime>& best) const {
  if (!(options_.profile.direct_max_m > 0)) return;
  for (const PlaceIdx place : indices(best)) {
    for (const DirectSite& direct : access_->direct[place]) {
      if (direct.site == site) best[place] = std::min(best[place], walking_time(direct));
    }
  }
}

void ModeEngine::walk_where_faster(std::span<const SiteIdx> open,
                                   IdxVector<PlaceIdx, SiteTime>& best) const {
  if (!(options_.profile.direct_max_m > 0)) return;
  IdxVector<SiteIdx, bool> is_open(inputs_.sites.size());
  for (const SiteIdx site : open) is_open[site] = true;
  for (const PlaceIdx place : indices(best)) {
    for (const DirectSite& direct : access_->direct[place]) {
      if (!is_open[direct.site]) continue;
      const TravelTime walk = walking_time(direct);
      if (walk.reachable()) best[place] = std::min(best[place], SiteTime{walk, direct.site});
    }
  }
}

}  // namespace pahunch
