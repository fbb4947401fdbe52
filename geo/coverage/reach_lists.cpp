#include "geo/coverage/reach_lists.h"

#include "geo/network/site_blocks.h"

namespace pahunch {

ReachLists collect_reach_lists(const TravelModel& model, std::span<const CentreIdx> centres,
                               TravelTime limit, Progress& progress) {
  return collect_reach_lists(model, centres, ReachLimits(model.n_places(), limit), progress);
}

ReachLists collect_reach_lists(const TravelModel& model, std::span<const CentreIdx> centres,
                               const ReachLimits& limits, Progress& progress) {
  ReachLists lists(model.n_sites());
  progress.begin("times of each centre", centres.size());
  for_each_site(model, to_sites(centres), [&](std::size_t c, const auto& times) {
    std::vector<SettlementTime> kept;
    for (const PlaceIdx place : indices(times)) {
      const SettlementIdx at(place.value());
      if (times[place].reachable() && times[place] <= limits[at])
        kept.push_back({at, times[place]});
    }
    kept.shrink_to_fit();
    lists[centres[c]] = std::move(kept);
    progress.advance(1);
  });
  return lists;
}

ReachLists keep_own_district(const ReachLists& lists, const Dataset& dataset) {
  ReachLists own(lists.size());
  for (const CentreIdx centre : indices(lists)) {
    const AreaIdx its = dataset.centres.centres[centre].district;
    for (const SettlementTime& pair : lists[centre]) {
      const AreaIdx hers = dataset.settlements.settlements[pair.settlement].district;
      if (!hers.valid() || hers == its) own[centre].push_back(pair);
    }
  }
  return own;
}

}  // namespace pahunch
