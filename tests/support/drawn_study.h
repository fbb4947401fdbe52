/// \file
/// A study over a drawn road map, small enough to work its coverage by hand.
///
/// \code
///   A---B---C           D---E     a cell is 100 m: 10 s by road, 100 s off it
///   S1  S2  S3              S4    100 (80 rural), 50 (0), 30 (30), 20 (20) women
///   C1      C2          C3        existing, planned, candidate
///   [  D1   ][       D2     ]     districts, of which B1 = D1
///   [  B1   ][ B2   ][  B3  ]     blocks
/// \endcode
///
/// Nobody walks from D or E to the main road: it is 1200 m away, and she walks 1000 m at most.
/// Minutes from A to B: 2/3, from A to C: 4/3. The limits are 0.5, 1 and 2 minutes; 1 is the
/// headline's.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "geo/network/build_network.h"
#include "planner/run/run_pipeline.h"
#include "planner/study/study.h"
#include "tests/support/shapes.h"
#include "tests/support/travel_case.h"

namespace pahunch::test {

inline constexpr const char* kDrawing = "A---B---C           D---E\n";

class DrawnStudy {
 public:
  DrawnStudy() {
    const RoadMap map = parse_road_map(kDrawing);
    Dataset& data = study.dataset;
    data.words.name = data.words.title = "Drawn";
    data.words.service_plural = "centres";
    data.working_crs = "EPSG:32645";
    data.ground = std::make_shared<PlaneGround>();
    data.roads = map.roads;
    study.projection = std::make_shared<Projection>(data.working_crs);
    study.network = build_network(data.roads, *data.ground, {}).network;
    study.profiles["plain"] = plain_profile();
    xy_ = map.at;
    add_areas();
    add_settlement("S1", 'A', {100, 80}, 0, 0);
    add_settlement("S2", 'B', {50, 0}, 0, 0);
    add_settlement("S3", 'C', {30, 30}, 1, 1);
    add_settlement("S4", 'E', {20, 20}, 1, 2);
    add_centre("C1", 'A', CentreStatus::kExisting, 0);
    add_centre("C2", 'C', CentreStatus::kPlanned, 1);
    add_centre("C3", 'D', CentreStatus::kCandidate, 1);
    study.sets = {{"baseline", {CentreIdx(0)}}, {"plan", {CentreIdx(0), CentreIdx(1)}}};
    Scenario& scenario = study.scenario;
    scenario.name = "drawn";
    scenario.travel.profile = "plain";
    scenario.travel.bands_min = {0.5, 1, 2};
    scenario.max_minutes = 1;
    scenario.permutations = 0;
  }
  DrawnStudy(const DrawnStudy&) = delete;
  DrawnStudy& operator=(const DrawnStudy&) = delete;

  [[nodiscard]] Settlement& settlement(std::size_t at) {
    return study.dataset.settlements.settlements[SettlementIdx(at)];
  }
  [[nodiscard]] Centre& centre(std::size_t at) {
    return study.dataset.centres.centres[CentreIdx(at)];
  }
  [[nodiscard]] Xy at(char letter) const { return xy_.at(letter); }

  /// The model of the scenario as it stands now; the study must outlive it.
  [[nodiscard]] std::unique_ptr<TravelModel> model() const {
    SilentProgress silent;
    return make_model(study, scenario_choice(study.scenario), silent);
  }
  [[nodiscard]] CoverageResult coverage() const {
    SilentProgress silent;
    return run_coverage({study.dataset, *model(), study.sets}, coverage_options(study.scenario),
                        silent);
  }

  Study study;

 private:
  void add_areas() {
    Dataset& data = study.dataset;
    data.districts.areas.push_back(
        {"D1", "West", AreaIdx(), shape("-100 -100, 600 -100, 600 100, -100 100"), 0.14});
    data.districts.areas.push_back(
        {"D2", "East", AreaIdx(), shape("600 -100, 2600 -100, 2600 100, 600 100"), 0.4});
    data.blocks.areas.push_back(
        {"B1", "Sonpur", AreaIdx(0), shape("-100 -100, 600 -100, 600 100, -100 100"), 0.14});
    data.blocks.areas.push_back(
        {"B2", "Maner", AreaIdx(1), shape("600 -100, 1400 -100, 1400 100, 600 100"), 0.16});
    data.blocks.areas.push_back(
        {"B3", "Fatuha", AreaIdx(1), shape("1400 -100, 2600 -100, 2600 100, 1400 100"), 0.24});
  }
  void add_settlement(const std::string& id, char letter, Women women, std::size_t district,
                      std::size_t block) {
    Settlement item;
    item.id = id;
    item.name = "Gaon " + id;
    item.at = xy_.at(letter);
    item.women = women.all;
    item.rural_women = women.rural;
    item.district = AreaIdx(district);
    item.block = AreaIdx(block);
    study.dataset.settlements.settlements.push_back(item);
    study.places.push_back(item.at);
  }
  void add_centre(const std::string& id, char letter, CentreStatus status, std::size_t district) {
    Centre item;
    item.id = id;
    item.name = "Kendra " + id;
    item.at = xy_.at(letter);
    item.status = status;
    item.district = AreaIdx(district);
    study.dataset.centres.centres.push_back(item);
    study.sites.push_back(item.at);
  }

  std::map<char, Xy> xy_;
};

}  // namespace pahunch::test
