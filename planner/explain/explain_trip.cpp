#include "planner/explain/explain_trip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"

namespace pahunch {
namespace {

constexpr std::size_t kNearest = 3;

std::vector<NearCentre> find_nearest(const Study& study, const TravelModel& model, SettlementIdx at,
                                     const CentreSet& set) {
  std::vector<std::pair<PlaceIdx, SiteIdx>> pairs;
  for (const CentreIdx centre : set.open) {
    const auto& centres = study.dataset.centres.centres;
    const auto& settlements = study.dataset.settlements.settlements;
    const bool asked = study.scenario.travel.assignment == Assignment::kNearest ||
                       !settlements[at].district.valid() ||
                       centres[centre].district == settlements[at].district;
    if (asked) pairs.emplace_back(PlaceIdx(at.value()), SiteIdx(centre.value()));
  }
  const auto legs = model.legs(pairs);
  std::vector<NearCentre> near;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (legs[i].total.reachable())
      near.push_back({CentreIdx(pairs[i].second.value()), legs[i].total});
  }
  std::ranges::sort(near, {},
                    [](const NearCentre& item) { return std::tuple(item.time, item.centre); });
  if (near.size() > kNearest) near.resize(kNearest);
  return near;
}

SettlementReach reach_of(const Study& study, const TravelModel& model, SettlementIdx at,
                         const CentreSet& set) {
  const TravelTime limit = Bands::from_minutes(study.scenario.travel.bands_min).largest();
  const SetReach reach = study.scenario.travel.assignment == Assignment::kNearest
                             ? compute_reach(model, set.open, limit)
                             : compute_own_district_reach(model, study.dataset, set.open, limit);
  return reach[at];
}

}  // namespace

SettlementIdx get_settlement(const Dataset& dataset, const std::string& id) {
  const auto& settlements = dataset.settlements.settlements;
  std::vector<std::string> known;
  for (const SettlementIdx at : indices(settlements)) {
    if (settlements[at].id == id) return at;
    known.push_back(settlements[at].id);
  }
  const auto nearest = find_nearest_name(id, known);
  throw UsageError({.what = fmt::format("there is no settlement '{}'", id),
                    .where = "--settlement",
                    .hint = (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") +
                            "The ids are in settlements.csv of the run"});
}

Explanation explain_settlement(const Study& study, const TravelModel& model, SettlementIdx at) {
  const PlaceIdx place(at.value());
  Explanation explanation{study, at, model.snap_distance_m(place), {}};
  for (const CentreSet& set : study.sets) {
    ExplainedTrip trip{
        set.name, reach_of(study, model, at, set), {}, find_nearest(study, model, at, set)};
    if (trip.reach.centre.valid()) {
      trip.route = model.route(place, SiteIdx(trip.reach.centre.value()));
    }
    explanation.trips.push_back(std::move(trip));
  }
  return explanation;
}

Table make_route_table(const Explanation& explanation) {
  Table table{.name = "route",
              .columns = {},
              .rows = {},
              .geometry_type = GeometryType::kLine,
              .geometry = {}};
  table.columns = {{.name = "set", .meaning = "of centres"},
                   {.name = "step", .type = ColumnType::kInteger, .meaning = "from her, from 1"},
                   {.name = "kind", .meaning = "off-road, or the class of the road"},
                   {.name = "mode", .meaning = "main or fallback"},
                   {.name = "road", .meaning = "name or id of the road"},
                   {.name = "length_m",
                    .type = ColumnType::kReal,
                    .decimals = 1,
                    .unit = "m",
                    .meaning = "on the ground"},
                   {.name = "minutes",
                    .type = ColumnType::kReal,
                    .decimals = 2,
                    .unit = "min",
                    .meaning = "of this step"},
                   {.name = "modelled",
                    .type = ColumnType::kInteger,
                    .meaning = "1: drawn from modelled settlements or roads"}};
  const Network& network = explanation.study.network;
  const Dataset& data = explanation.study.dataset;
  const auto& roads = data.roads.roads;
  const std::int64_t modelled = data.roads.modelled || data.settlements.modelled ? 1 : 0;
  for (const ExplainedTrip& trip : explanation.trips) {
    if (!trip.route) continue;
    std::int64_t number = 0;
    for (const Route::Step& step : trip.route->steps) {
      const bool on_road = step.link.valid();
      const Road* road = on_road ? &roads[network.road[step.link]] : nullptr;
      table.rows.push_back(
          {trip.set, ++number, on_road ? road->road_class : std::string("off-road"),
           std::string(step.mode == Mode::kMain ? "main" : "fallback"),
           !on_road             ? std::string()
           : road->name.empty() ? road->id
                                : road->name,
           step.length_m, step.time.reachable() ? Cell(step.time.minutes()) : Cell(), modelled});
      table.geometry.emplace_back(step.line);
    }
  }
  return table;
}

}  // namespace pahunch
