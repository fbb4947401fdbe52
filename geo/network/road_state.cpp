#include "geo/network/road_state.h"

#include <cassert>

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

TravelTime slow_down(TravelTime time, double factor) {
  assert(factor >= 1);
  return time.reachable() ? TravelTime::from_seconds(time.ms() * factor / 1000.0) : time;
}

Metric apply_state(const RoadState& state, const Metric& metric) {
  Metric changed = metric;
  for (const auto& [link, factor] : state.slowed) {
    changed.link_time[link] = slow_down(metric.link_time[link], factor);
    if (!changed.link_time[link].reachable()) changed.ways[link] = {false, false};
  }
  for (const LinkIdx link : state.closed) {
    changed.ways[link] = {false, false};
    changed.link_time[link] = TravelTime::unreachable();
  }
  return changed;
}

RoadAccess apply_state(const RoadState& state, const Network& network, const RoadAccess& access) {
  IdxVector<LinkIdx, bool> closed(network.n_links());
  for (const LinkIdx link : state.closed) closed[link] = true;
  RoadAccess left = access;
  left.places = without(access.places, closed);
  left.sites = without(access.sites, closed);
  return left;
}

}  // namespace pahunch
