#include "sim/flood/state_pool.h"

#include <algorithm>

#include "sim/random/random_stream.h"

namespace pahunch {

std::uint64_t hash_state(const RoadState& state) {
  constexpr unsigned kTimeBits = 16;
  std::uint64_t hash = entity_key("road state");
  for (const LinkChange& change : state.links) {
    hash = entity_key(hash, (std::uint64_t{change.link.value()} << kTimeBits) | change.time_x256);
  }
  for (const SiteIdx site : state.lost) {
    hash = entity_key(hash, ~std::uint64_t{site.value()});
  }
  return hash;
}

void close_links(const std::vector<LinkIdx>& links, RoadState& state) {
  std::vector<LinkChange> merged;
  merged.reserve(links.size() + state.links.size());
  auto old = state.links.begin();
  for (const LinkIdx link : links) {
    while (old != state.links.end() && old->link < link) merged.push_back(*old++);
    if (old != state.links.end() && old->link == link) ++old;
    merged.push_back({link, kLinkClosed});
  }
  merged.insert(merged.end(), old, state.links.end());
  state.links = std::move(merged);
}

StateIdx StatePool::add(RoadState state) {
  const std::uint64_t hash = hash_state(state);
  const auto [begin, end] = by_hash_.equal_range(hash);
  for (auto at = begin; at != end; ++at) {
    if (states_[at->second] == state) return at->second;
  }
  const StateIdx number = states_.push_back(std::move(state));
  by_hash_.emplace(hash, number);
  return number;
}

}  // namespace pahunch
