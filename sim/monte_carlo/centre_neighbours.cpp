#include "sim/monte_carlo/centre_neighbours.h"

#include <algorithm>
#include <tuple>

namespace pahunch {

CentreNeighbours::CentreNeighbours(std::span<const SiteIdx> open, const TimeRows& between)
    : nearest_(between.empty() ? 0 : between.front().size()) {
  for (const SiteIdx from : open) {
    auto& list = nearest_[from];
    for (std::size_t to = 0; to < open.size(); ++to) {
      const TravelTime away = open[to] == from ? TravelTime() : between[to][PlaceIdx(from.value())];
      if (away.reachable()) list.push_back({open[to], away});
    }
    std::ranges::sort(list, [from](const Neighbour& a, const Neighbour& b) {
      const auto rank = [from](const Neighbour& n) {
        return std::tuple(n.centre != from, n.away, n.centre);
      };
      return rank(a) < rank(b);
    });
    if (list.size() > kMost) list.resize(kMost);
  }
}

std::vector<CentreOption> CentreNeighbours::options_from(SiteIdx centre,
                                                         TravelTime to_centre) const {
  std::vector<CentreOption> options;
  for (const Neighbour& neighbour : nearest_[centre]) {
    const TravelTime travel = to_centre + neighbour.away;
    if (!travel.reachable()) continue;
    options.push_back({CentreIdx(neighbour.centre.value()), static_cast<TimeMs>(travel.ms())});
  }
  return options;
}

}  // namespace pahunch
