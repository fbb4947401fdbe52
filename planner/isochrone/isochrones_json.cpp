#include "planner/isochrone/isochrones_json.h"

#include "planner/json_text.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json count_json(const SettlementCount& count) {
  return {{"settlements", count.settlements}, {"women", count.women}};
}

Json isochrone_json(const Isochrone& isochrone) {
  return {{"minutes", isochrone.limit_min},
          {"area_km2", json_number(isochrone.area_km2, 2)},
          {"inside", count_json(isochrone.inside)},
          {"reached", count_json(isochrone.reached)},
          {"wrong_side", count_json(isochrone.wrong_side)}};
}

}  // namespace

Json isochrones_json(const std::vector<SetIsochrones>& sets) {
  Json json = Json::array();
  for (const SetIsochrones& set : sets) {
    Json limits = Json::array();
    for (const Isochrone& isochrone : set.isochrones) limits.push_back(isochrone_json(isochrone));
    json.push_back({{"set", set.set}, {"cell_m", set.cell_m}, {"limits", std::move(limits)}});
  }
  return json;
}

Json reached_roads_json(const std::vector<SetRoads>& sets, const std::vector<double>& limits_min) {
  Json json = Json::array();
  for (const SetRoads& set : sets) {
    Json limits = Json::array();
    for (std::size_t i = 0; i < limits_min.size(); ++i) {
      limits.push_back({{"minutes", limits_min[i]}, {"road_km", json_number(set.length_km[i], 2)}});
    }
    json.push_back({{"set", set.set}, {"limits", std::move(limits)}});
  }
  return json;
}

}  // namespace pahunch
