#include "geo/network/lane_times.h"

#include <algorithm>

#include "geo/base/parallel.h"
#include "geo/network/lane_ms.h"
#include "geo/network/link_ends.h"

namespace pahunch {
namespace {

using engine::kFarMs;
using engine::Ms;
constexpr std::size_t kLanes = ManySweeps::kLanes;

/// One place at a time: the least time of each lane over its attachments.
class LaneArrivals {
 public:
  LaneArrivals(const LaneInputs& in, std::span<const SiteIdx> sites) : in_(in) {
    std::vector<std::vector<Seed>> seeds;
    for (const SiteIdx& site : sites) {
      entrances_.emplace_back(in.trips, in.sense, std::span(&site, 1));
      seeds.emplace_back(entrances_.back().seeds().begin(), entrances_.back().seeds().end());
    }
    field_.emplace(in.sweeps.run(seeds, in.sense));
  }

  [[nodiscard]] LaneMs arrive(PlaceIdx place) const {
    LaneMs best;
    best.fill(kFarMs);
    for (const Attachment& at : in_.trips.access.places.of(place.value())) arrive_at(at, best);
    return best;
  }

 private:
  void arrive_at(const Attachment& at, LaneMs& best) const {
    const RoadTripInputs& trips = in_.trips;
    const TravelTime whole = trips.metric.link_time[at.link];
    const TravelTime off_road = off_road_time(trips.profile, at.off_road_m);
    const auto last_part = [&](double from_frac) {
      return to_ms(piece_time(whole, from_frac, at.frac) + off_road);
    };
    for_each_way_in({trips.network, trips.metric, in_.sense, at.link, at.frac},
                    [&](NodeIdx node, double end_frac) {
                      improve(field_->distances(node.value()), last_part(end_frac), best);
                    });
    const OpenWays ways = sweep_ways(trips.metric.ways[at.link], in_.sense);
    for (std::size_t lane = 0; lane < entrances_.size(); ++lane) {
      for (const auto& site : entrances_[lane].on(at.link)) {
        const double g = site.at.frac;
        if (g != at.frac && !(g < at.frac ? ways.forward : ways.backward)) continue;
        best[lane] = std::min(best[lane], to_ms(site.off_road) + last_part(g));
      }
    }
  }

  /// Neither sum wraps: all terms are at most `kFarMs`.
  static void improve(const Ms* before, Ms more, LaneMs& best) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      best[lane] = std::min(best[lane], before[lane] + more);
    }
  }

  const LaneInputs& in_;
  std::vector<Entrances> entrances_;
  std::optional<engine::LabelField> field_;
};

}  // namespace

TimeRows find_lane_times(const LaneInputs& in, std::span<const SiteIdx> sites) {
  const LaneArrivals arrivals(in, sites);
  const std::size_t n_places = in.trips.access.places.size();
  TimeRows rows(sites.size(), IdxVector<PlaceIdx, TravelTime>(n_places));
  for_each_in_parallel(n_places, [&](std::size_t place) {
    const LaneMs best = arrivals.arrive(PlaceIdx(place));
    for (std::size_t lane = 0; lane < sites.size(); ++lane) {
      rows[lane][PlaceIdx(place)] = TravelTime(best[lane]);
    }
  });
  return rows;
}

}  // namespace pahunch
