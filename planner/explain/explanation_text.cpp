#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "geo/io/clean_text.h"
#include "planner/explain/explain_trip.h"
#include "planner/json_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

std::string status_words(ReachStatus status) {
  switch (status) {
    case ReachStatus::kReached:
      return "reached";
    case ReachStatus::kBeyond:
      return "beyond the largest limit";
    case ReachStatus::kNoService:
      return "at an hour without service";
    case ReachStatus::kCutOff:
      return "cut off: no way over roads that are open in this season";
    case ReachStatus::kOffNetwork:
      return "off the network: no usable road near, in any season";
  }
  return "";
}

std::string legs_text(const Legs& legs) {
  std::string out;
  const auto line = [&](const char* what, TravelTime time, const std::string& more) {
    out += fmt::format("    {:<34}{:>8.1f} min{}\n", what, time.minutes(), more);
  };
  if (legs.waiting > TravelTime()) line("waiting", legs.waiting, "");
  line(legs.direct ? "straight there, off the road" : "from her to the road", legs.access,
       fmt::format("   {:.0f} m straight", legs.access_m));
  if (!legs.direct) {
    line("on the road", legs.road, fmt::format("   {:.1f} km", legs.road_m / 1000));
    line("from the road to the centre", legs.egress,
         fmt::format("   {:.0f} m straight", legs.egress_m));
  }
  if (legs.mode == Mode::kFallback) out += "    (by the slower, fallback way of travelling)\n";
  return out;
}

std::string trip_text(const Explanation& explanation, const ExplainedTrip& trip) {
  const auto& centres = explanation.study.dataset.centres.centres;
  std::string out = fmt::format("\n{}: {}", trip.set, status_words(trip.reach.status));
  if (!trip.route) return out + "\n";
  const Centre& centre = centres[trip.reach.centre];
  out += fmt::format(", {:.1f} min to {} ({})\n", trip.reach.time.minutes(),
                     clean_text(centre.name), clean_text(centre.id));
  out += legs_text(trip.route->legs);
  out += "    nearest open centres:";
  for (const NearCentre& near : trip.nearest) {
    out += fmt::format(" {} {:.1f} min;", clean_text(centres[near.centre].id), near.time.minutes());
  }
  out.back() = '\n';
  return out;
}

Json legs_json(const Legs& legs) {
  const auto minutes = [](TravelTime time) { return json_number(time.minutes(), 6); };
  return {{"total_min", minutes(legs.total)},
          {"waiting_min", minutes(legs.waiting)},
          {"access_min", minutes(legs.access)},
          {"road_min", minutes(legs.road)},
          {"egress_min", minutes(legs.egress)},
          {"access_m", json_number(legs.access_m, 1)},
          {"road_m", json_number(legs.road_m, 1)},
          {"egress_m", json_number(legs.egress_m, 1)},
          {"mode", legs.mode == Mode::kMain ? "main" : "fallback"},
          {"direct", legs.direct}};
}

}  // namespace

std::string explanation_text(const Explanation& explanation) {
  const Dataset& data = explanation.study.dataset;
  const Settlement& place = data.settlements.settlements[explanation.settlement];
  const Women women = women_of(explanation.study)[explanation.settlement];
  std::string out = fmt::format(
      "{} ({}), block {}, district {}: {} women, {} rural\n{}\n", clean_text(place.name),
      clean_text(place.id), clean_text(area_name(data.blocks, place.block)),
      clean_text(area_name(data.districts, place.district)), count_text(women.all),
      count_text(women.rural), basis_words(explanation.study));
  out += explanation.snap_m
             ? fmt::format("nearest usable road: {:.0f} m away\n", *explanation.snap_m)
             : std::string("no usable road within the farthest walk\n");
  for (const ExplainedTrip& trip : explanation.trips) out += trip_text(explanation, trip);
  if (!data.words.notice.empty()) out += "\nNote: " + clean_text(data.words.notice) + "\n";
  return out;
}

std::string explanation_json(const Explanation& explanation) {
  const Dataset& data = explanation.study.dataset;
  const Settlement& place = data.settlements.settlements[explanation.settlement];
  const auto& centres = data.centres.centres;
  Json trips = Json::array();
  for (const ExplainedTrip& trip : explanation.trips) {
    Json near = Json::array();
    for (const NearCentre& item : trip.nearest) {
      near.push_back(
          {{"centre", centres[item.centre].id}, {"min", json_number(item.time.minutes(), 6)}});
    }
    trips.push_back({{"set", trip.set},
                     {"status", to_string(trip.reach.status)},
                     {"centre", trip.route ? Json(centres[trip.reach.centre].id) : Json()},
                     {"legs", trip.route ? legs_json(trip.route->legs) : Json()},
                     {"nearest", std::move(near)}});
  }
  return dump_json({{"id", place.id},
                    {"name", place.name},
                    {"women", women_of(explanation.study)[explanation.settlement].all},
                    {"snap_m", json_number(explanation.snap_m, 1)},
                    {"trips", std::move(trips)},
                    {"notice", data.words.notice}});
}

}  // namespace pahunch
