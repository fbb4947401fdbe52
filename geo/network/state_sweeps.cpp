#include "geo/network/state_sweeps.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "geo/network/link_ends.h"

namespace pahunch {
namespace {

using engine::kFarMs;
using engine::Ms;

LaneMs in_all_lanes(Ms time) {
  LaneMs lanes;
  lanes.fill(time);
  return lanes;
}

/// Of equally early ones the smaller site; a site at `kFarMs` is none. No sum wraps: all terms are
/// at most `kFarMs`.
void improve(StateLanes& best, const Ms* before, const std::uint32_t* site, const LaneMs& more) {
  for (std::size_t lane = 0; lane < engine::kLanes; ++lane) {
    const Ms time = before[lane] + more[lane];
    const bool better = time < best.time[lane] ||
                        (time == best.time[lane] && time < kFarMs && site[lane] < best.site[lane]);
    best.time[lane] = better ? time : best.time[lane];
    best.site[lane] = better ? site[lane] : best.site[lane];
  }
}

void improve(StateLanes& best, SiteIdx site, const LaneMs& time) {
  const auto sites = in_all_lanes(site.value());
  constexpr LaneMs kZero{};
  improve(best, kZero.data(), sites.data(), time);
}

IdxVector<SiteIdx, bool> mark(const StateSweeps::SiteSet& set, std::size_t n_sites) {
  IdxVector<SiteIdx, bool> marked(n_sites);
  for (const SiteIdx site : set) marked[site] = true;
  return marked;
}

}  // namespace

StateSweeps::StateSweeps(const RoadTripInputs& trips, Sense sense, const RoadHierarchy& hierarchy,
                         std::vector<SiteSet> sets)
    : trips_(trips), sense_(sense), hierarchy_(hierarchy), sets_(std::move(sets)) {
  for (const SiteSet& set : sets_) {
    is_open_.push_back(mark(set, trips.access.sites.size()));
    entrances_.emplace_back(trips_, sense, set);
  }
  base_ = hierarchy.get_weights(trips.metric);
  const auto seeds = find_typical_seeds();
  engine_ = std::make_unique<const engine::DrawEngine>(engine::DrawEngine::Inputs{
      .graph = hierarchy.graph(),
      .order = hierarchy.order(),
      .base = base_,
      .seed_sets = seeds,
      .flow = sense == Sense::kToSites ? engine::Flow::kToSeeds : engine::Flow::kFromSeeds});
}

std::vector<std::vector<engine::Seed>> StateSweeps::find_typical_seeds() const {
  std::vector<std::vector<engine::Seed>> sets;
  for (const Entrances& entrances : entrances_) {
    auto& seeds = sets.emplace_back();
    for (const Seed& seed : entrances.seeds()) {
      if (!seed.label.time.reachable()) continue;
      seeds.push_back({seed.node.value(), seed.label.time.ms(), seed.label.site.value()});
    }
  }
  return sets;
}

StateSweeps::Batch::Batch(const StateSweeps& sweeps)
    : sweeps_(sweeps),
      batch_(*sweeps.engine_),
      change_of_(sweeps.trips_.network.n_links()),
      lost_(sweeps.trips_.access.sites.size()) {}

LaneMs& StateSweeps::Batch::change(LinkIdx link) {
  if (change_of_[link] == 0) {
    changed_.push_back(link);
    changes_.push_back(in_all_lanes(to_ms(sweeps_.trips_.metric.link_time[link])));
    change_of_[link] = static_cast<std::uint32_t>(changed_.size());
  }
  return changes_[change_of_[link] - 1];
}

const LaneMs* StateSweeps::Batch::find_change(LinkIdx link) const {
  const std::uint32_t at = change_of_[link];
  return at == 0 ? nullptr : &changes_[at - 1];
}

void StateSweeps::Batch::set_states(std::span<const RoadState> states) {
  assert(states.size() <= kStates);
  for (const LinkIdx link : changed_) change_of_[link] = 0;
  changed_.clear();
  changes_.clear();
  for (auto& lanes : lost_) lanes.fill(false);
  for (std::size_t lane = 0; lane < states.size(); ++lane) {
    for (const auto& [link, time_x256] : states[lane].links) {
      change(link)[lane] = to_ms(change_time(sweeps_.trips_.metric.link_time[link], time_x256));
    }
    for (const SiteIdx site : states[lane].lost) lost_[site.value()][lane] = true;
  }
  batch_.set_draws([this](std::span<const std::uint32_t> arcs, Ms* out) { fill(arcs, out); });
}

void StateSweeps::Batch::fill(std::span<const std::uint32_t> arcs, Ms* out) const {
  for (const std::uint32_t arc : arcs) {
    const Ms base = sweeps_.base_[arc];
    const LinkIdx link = sweeps_.hierarchy_.link_of(arc);
    const LaneMs* changed = link.valid() ? find_change(link) : nullptr;
    if (changed != nullptr && base < kFarMs) {
      std::copy(changed->begin(), changed->end(), out);
    } else {
      std::fill_n(out, kStates, base);
    }
    out += kStates;
  }
}

LaneMs StateSweeps::Batch::piece_times(LinkIdx link, double from_frac, double to_frac) const {
  const LaneMs* changed = find_change(link);
  if (changed == nullptr) {
    const TravelTime whole = sweeps_.trips_.metric.link_time[link];
    return in_all_lanes(whole.reachable() ? piece_time(whole, from_frac, to_frac).ms() : kFarMs);
  }
  LaneMs times;
  for (std::size_t lane = 0; lane < kStates; ++lane) {
    const TravelTime whole((*changed)[lane]);
    times[lane] = whole.reachable() ? piece_time(whole, from_frac, to_frac).ms() : kFarMs;
  }
  return times;
}

void StateSweeps::Batch::find_nearest(std::size_t set) {
  set_ = set;
  engine::SeedTable seeds(kStates);
  const AttachmentTable& sites = sweeps_.trips_.access.sites;
  for (const SiteIdx site : sweeps_.sets_[set]) {
    for (const Attachment& at : sites.of(site.value())) {
      add_seeds({site, at, off_road_time(sweeps_.trips_.profile, at.off_road_m)}, seeds);
    }
  }
  field_ = &batch_.find_nearest(seeds);
}

void StateSweeps::Batch::add_seeds(const Entrances::Entrance& entrance,
                                   engine::SeedTable& seeds) const {
  const RoadTripInputs& trips = sweeps_.trips_;
  const auto& [link, frac, at, off_road_m] = entrance.at;
  const SweptPlace place{trips.network, trips.metric, sweeps_.sense_, link, frac};
  for_each_way_out(place, [&](NodeIdx node, double end_frac) {
    LaneMs starts = piece_times(place.link, place.frac, end_frac);
    for (std::size_t lane = 0; lane < kStates; ++lane) {
      const TravelTime start = TravelTime(starts[lane]) + entrance.off_road;
      starts[lane] = lost_[entrance.site.value()][lane] ? kFarMs : to_ms(start);
    }
    seeds.add({node.value(), 0, entrance.site.value()}, starts);
  });
}

StateLanes StateSweeps::Batch::arrive(PlaceIdx place) const {
  StateLanes best{};
  best.time.fill(kFarMs);
  for (const Attachment& at : sweeps_.trips_.access.places.of(place.value())) arrive_by(at, best);
  const Ms waiting = to_ms(TravelTime::from_minutes(sweeps_.trips_.profile.waiting_min.value));
  for (Ms& time : best.time) time = std::min(time + waiting, kFarMs);
  walk(place, best);
  return best;
}

void StateSweeps::Batch::arrive_by(const Attachment& at, StateLanes& best) const {
  const RoadTripInputs& trips = sweeps_.trips_;
  const OpenWays ways = sweep_ways(trips.metric.ways[at.link], sweeps_.sense_);
  const Ms off_road = to_ms(off_road_time(trips.profile, at.off_road_m));
  const auto last_part = [&](double from_frac) {
    LaneMs more = piece_times(at.link, from_frac, at.frac);
    for (Ms& time : more) time = std::min(time + off_road, kFarMs);
    return more;
  };
  for_each_way_in({trips.network, trips.metric, sweeps_.sense_, at.link, at.frac},
                  [&](NodeIdx node, double end_frac) {
                    improve(best, field_->distances(node.value()), field_->labels(node.value()),
                            last_part(end_frac));
                  });
  for (const auto& site : sweeps_.entrances_[set_].on(at.link)) {
    const double g = site.at.frac;
    if (g != at.frac && !(g < at.frac ? ways.forward : ways.backward)) continue;
    LaneMs time = last_part(g);
    for (std::size_t lane = 0; lane < kStates; ++lane) {
      const bool lost = lost_[site.site.value()][lane];
      time[lane] = lost ? kFarMs : std::min(time[lane] + to_ms(site.off_road), kFarMs);
    }
    improve(best, site.site, time);
  }
}

void StateSweeps::Batch::walk(PlaceIdx place, StateLanes& best) const {
  const RoadTripInputs& trips = sweeps_.trips_;
  for (const DirectSite& direct : trips.access.direct[place]) {
    if (!sweeps_.is_open_[set_][direct.site]) continue;
    LaneMs time = in_all_lanes(to_ms(off_road_time(trips.profile, direct.straight_m)));
    for (std::size_t lane = 0; lane < kStates; ++lane) {
      if (lost_[direct.site.value()][lane]) time[lane] = kFarMs;
    }
    improve(best, direct.site, time);
  }
}

}  // namespace pahunch
