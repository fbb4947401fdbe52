#include "planner/check/check_report.h"

#include <array>
#include <cmath>
#include <map>

#include "geo/coverage/area_coverage.h"

namespace pahunch {
namespace {

constexpr std::array kSnapLimitsM = {100.0, 250.0, 500.0, 1000.0, 2000.0, 5000.0};

LevelTotals total_level(const Study& study, const WomenBySettlement& women, AreaLevel level) {
  const auto& settlements = study.dataset.settlements.settlements;
  LevelTotals totals{.level = level, .n_areas = study.dataset.areas(level).areas.size()};
  std::vector<bool> inhabited(totals.n_areas);
  for (const SettlementIdx at : indices(settlements)) {
    const AreaIdx area = area_of(settlements[at], level);
    (area.valid() ? totals.women : totals.unassigned) += women[at];
    if (area.valid()) inhabited[area.value()] = true;
  }
  for (const bool there : inhabited) totals.n_empty += there ? 0 : 1;
  return totals;
}

void check_areas(CheckReport& report, const WomenBySettlement& women) {
  for (const AreaLevel level : {AreaLevel::kDistrict, AreaLevel::kSubdivision, AreaLevel::kBlock}) {
    const AreaLayer& layer = report.study.dataset.areas(level);
    if (layer.areas.empty()) continue;
    report.levels.push_back(total_level(report.study, women, level));
    report.boundaries.push_back(measure_boundary_quality(layer));
  }
  for (const Women some : women) report.women += some;
}

void check_network(CheckReport& report) {
  const Network& network = report.study.network;
  report.components = find_components(network, Connection::kStrong, get_one_way_rule(network));
  for (const LinkIdx link : indices(network.length_m)) {
    report.network_km += network.length_m[link] / 1000;
    if (report.components.link_in_main[link]) continue;
    report.islands.push_back(link);
    report.islands_km += network.length_m[link] / 1000;
  }
  report.dead_end_bridges = find_dead_end_bridges(network);
}

void check_snaps(CheckReport& report, const TravelModel& model, const WomenBySettlement& women) {
  for (const double limit : kSnapLimitsM) report.snaps.push_back({.up_to_m = limit});
  report.snaps.push_back({});
  for (const SettlementIdx at : indices(women)) {
    const auto snap_m = model.snap_distance_m(PlaceIdx(at.value()));
    if (!snap_m) {
      ++report.n_off_network;
      report.off_network += women[at];
      continue;
    }
    std::size_t bin = 0;
    while (report.snaps[bin].up_to_m && *snap_m > *report.snaps[bin].up_to_m) ++bin;
    ++report.snaps[bin].n_settlements;
    report.snaps[bin].women += women[at];
  }
}

/// Those whom only a network without the main-component rule would serve.
void check_islands(CheckReport& report, const TravelModel& model, const WomenBySettlement& women,
                   Progress& progress) {
  if (report.islands.empty()) return;
  TravelChoice choice = scenario_choice(report.study.scenario);
  choice.component = ComponentRule::kAny;
  const auto any = make_model(report.study, choice, progress);
  for (const SettlementIdx at : indices(women)) {
    const PlaceIdx place(at.value());
    if (model.snap_distance_m(place) || !any->snap_distance_m(place)) continue;
    ++report.n_on_islands;
    report.on_islands += women[at];
  }
}

void check_duplicates(CheckReport& report) {
  std::map<std::pair<std::int64_t, std::int64_t>, DuplicatePlace> places;
  const auto& settlements = report.study.dataset.settlements.settlements;
  for (const SettlementIdx at : indices(settlements)) {
    const Xy xy = settlements[at].at;
    DuplicatePlace& place = places[{std::llround(xy.x_m), std::llround(xy.y_m)}];
    place.at = xy;
    place.settlements.push_back(at);
  }
  for (auto& [cell, place] : places) {
    if (place.settlements.size() > 1) report.duplicates.push_back(std::move(place));
  }
}

}  // namespace

CheckReport make_check_report(const Study& study, Progress& progress) {
  CheckReport report{.study = study};
  const auto women = women_of(study);
  progress.begin("checking boundaries", 0);
  check_areas(report, women);
  progress.begin("checking the network", 0);
  check_network(report);
  const auto model = make_model(study, scenario_choice(study.scenario), progress);
  check_snaps(report, *model, women);
  check_islands(report, *model, women, progress);
  check_duplicates(report);
  report.centres = check_centres(*model);
  return report;
}

}  // namespace pahunch
