#include "geo/network/road_state.h"

namespace pahunch {
namespace {

AttachmentTable without(const AttachmentTable& table, const IdxVector<LinkIdx, bool>& closed) {
  std::vector<std::vector<Attachment>> lists(table.size());
  for (std::size_t point = 0; point < table.size(); ++point) {
    for (const Attachment& at : table.of(point)) {
      if (!closed[at.link]) lists[point].push_back(at);
    }
  }
  return AttachmentTable(lists);
}

}  // namespace

TravelTime change_time(TravelTime dry, std::uint16_t time_x256) {
  if (time_x256 == kLinkClosed || !dry.reachable()) return TravelTime::unreachable();
  constexpr std::uint64_t kHalf = kDryTime_x256 / 2;
  const std::uint64_t ms = (std::uint64_t{dry.ms()} * time_x256 + kHalf) / kDryTime_x256;
  return ms > TravelTime::kMaxMs ? TravelTime::unreachable()
                                 : TravelTime(static_cast<std::uint32_t>(ms));
}

Metric apply_state(const RoadState& state, const Metric& metric) {
  Metric changed = metric;
  for (const auto& [link, time_x256] : state.links) {
    changed.link_time[link] = change_time(metric.link_time[link], time_x256);
    if (!changed.link_time[link].reachable()) changed.ways[link] = {false, false};
  }
  return changed;
}

RoadAccess apply_state(const RoadState& state, const Network& network, const RoadAccess& access) {
  IdxVector<LinkIdx, bool> closed(network.n_links());
  for (const LinkChange& change : state.links) {
    if (change.time_x256 == kLinkClosed) closed[change.link] = true;
  }
  RoadAccess left = access;
  left.places = without(access.places, closed);
  left.sites = without(access.sites, closed);
  for (const PlaceIdx place : indices(left.place_closed)) {
    const bool lost = left.places.of(place.value()).empty();
    if (lost && !access.places.of(place.value()).empty()) left.place_closed[place] = true;
  }
  return left;
}

}  // namespace pahunch
