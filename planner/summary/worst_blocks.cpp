#include "planner/summary/worst_blocks.h"

#include <algorithm>
#include <tuple>

namespace pahunch {
namespace {

using Times = std::vector<WeightedTime>;

/// The smallest time at which half of `women` are there; unreachable where fewer than half ever
/// are.
TravelTime half_time(Times times, Persons women) {
  std::ranges::sort(times, {}, &WeightedTime::time);
  Persons there = 0;
  for (const WeightedTime& item : times) {
    there += item.women;
    if (2 * there >= women) return item.time;
  }
  return TravelTime::unreachable();
}

struct Ranked {
  WorstArea area;
  TravelTime half;
};

bool worse(const Ranked& a, const Ranked& b) {
  return std::tuple(b.half, b.area.beyond, a.area.area) <
         std::tuple(a.half, a.area.beyond, b.area.area);
}

}  // namespace

std::vector<WorstArea> find_worst_areas(const CoverageResult& coverage, const SetCoverage& set,
                                        const Dataset& dataset, std::size_t n) {
  std::vector<Times> times(dataset.blocks.areas.size());
  for (const SettlementIdx at : indices(set.reach)) {
    const AreaIdx block = dataset.settlements.settlements[at].block;
    if (!block.valid() || !set.reach[at].time.reachable()) continue;
    times[block.value()].push_back({set.reach[at].time, coverage.women[at].all});
  }
  const std::size_t band = coverage.bands.band_of(coverage.limit);
  std::vector<Ranked> ranked;
  for (const AreaIdx at : indices(set.blocks.areas)) {
    const AreaCoverage& area = set.blocks.areas[at];
    if (area.total.all == 0) continue;
    const TravelTime half = half_time(std::move(times[at.value()]), area.total.all);
    const auto half_min = half.reachable() ? std::optional(half.minutes()) : std::nullopt;
    ranked.push_back(
        {{at, area.total.all, area.total.all - area.within(band).all, half_min}, half});
  }
  std::ranges::sort(ranked, worse);
  std::vector<WorstArea> worst;
  for (std::size_t i = 0; i < std::min(n, ranked.size()); ++i) worst.push_back(ranked[i].area);
  return worst;
}

}  // namespace pahunch
