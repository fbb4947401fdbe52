#include "sim/monte_carlo/year_roads.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pahunch {
namespace {

constexpr std::array<int, kMonths + 1> kFirstDay = {0,   31,  59,  90,  120, 151, 181,
                                                    212, 243, 273, 304, 334, 365};

FloodYear draw_floods(const YearHazard& hazard, const ReplicateKey& key) {
  const auto& replay = hazard.planned.replay;
  return replay ? make_replay_year(*replay, hazard.floods.theta().flooded_days_frac)
                : hazard.floods.draw(key.seed, key.replicate);
}

void close_planned(const PlannedHazard& planned, const ReplicateKey& key, RoadState& state) {
  for (const PreparedClosure& closure : planned.closures) {
    apply_closure(closure, key.seed, key.replicate, state);
  }
}

}  // namespace

Span month_span(std::size_t month) {
  return {kFirstDay[month] * kDayMs, kFirstDay[month + 1] * kDayMs};
}

std::size_t find_month(TimeMs at) {
  assert(at >= 0 && at < kYearMs);
  const auto day = static_cast<int>(at / kDayMs);
  const auto next = std::upper_bound(kFirstDay.begin(), kFirstDay.end(), day);
  return static_cast<std::size_t>(next - kFirstDay.begin()) - 1;
}

Span YearRoads::flooded_span(std::size_t month) const {
  const Span whole = month_span(month);
  const auto lasts = static_cast<double>(whole.end - whole.begin) * flooded_frac;
  return {whole.begin, whole.begin + static_cast<TimeMs>(lasts + 0.5)};
}

StateIdx YearRoads::at(TimeMs time) const {
  const std::size_t month = find_month(time);
  return flooded_span(month).holds(time) ? state[month] : dry;
}

YearRoads draw_year_roads(const YearHazard& hazard, const ReplicateKey& key, StatePool& pool) {
  const FloodYear year = draw_floods(hazard, key);
  auto states = hazard.closures.draw_year(year, key.replicate);
  RoadState dry;
  close_planned(hazard.planned, key, dry);
  YearRoads roads;
  roads.flooded_frac = year.flooded_days_frac;
  roads.dry = pool.add(std::move(dry));
  for (std::size_t month = 0; month < kMonths; ++month) {
    close_planned(hazard.planned, key, states[month]);
    roads.state[month] = pool.add(std::move(states[month]));
  }
  return roads;
}

}  // namespace pahunch
