#include "geo/coverage/coverage_change.h"

namespace pahunch {

namespace {

void add(AreaChange& change, const SettlementReach& before, const CoverageView& later,
         SettlementIdx settlement) {
  for (std::size_t b = 0; b < change.size(); ++b) {
    const TravelTime limit = later.bands.limit(b);
    const bool was = is_covered(before, limit);
    const bool is = is_covered(later.reach[settlement], limit);
    LimitChange& at = change[b];
    Women& women =
        was ? (is ? at.covered_in_both : at.lost) : (is ? at.newly_covered : at.still_beyond);
    women += later.women[settlement];
  }
}

}  // namespace

AreaChange compare_all(const SetReach& baseline, const CoverageView& later) {
  AreaChange change(later.bands.n_limits());
  for (const SettlementIdx s : indices(baseline)) add(change, baseline[s], later, s);
  return change;
}

LevelChange compare_level(const SetReach& baseline, const CoverageView& later, AreaLevel level) {
  const AreaChange none(later.bands.n_limits());
  LevelChange change{
      .level = level,
      .areas = IdxVector<AreaIdx, AreaChange>(later.dataset.areas(level).areas.size(), none),
      .unassigned = none};
  for (const SettlementIdx s : indices(baseline)) {
    const AreaIdx area = area_of(later.dataset.settlements.settlements[s], level);
    add(area.valid() ? change.areas[area] : change.unassigned, baseline[s], later, s);
  }
  return change;
}

std::optional<std::int64_t> find_saved_ms(const SettlementReach& baseline,
                                          const SettlementReach& later) {
  if (!baseline.time.reachable() || !later.time.reachable()) return std::nullopt;
  return std::int64_t{baseline.time.ms()} - std::int64_t{later.time.ms()};
}

}  // namespace pahunch
