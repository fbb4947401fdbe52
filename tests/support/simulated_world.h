/// \file
/// A drawn world to simulate, small enough to know what must come out.
///
/// \code
///   P---A...B---C...D-----------------------Z       E---F
///   S0  S1  S2  S3  S4                      S6      S5
///       C1          C2                      C3
///   [ B1  ][             B2                   ][  B3   ]
/// \endcode
///
/// A stretch takes 30 minutes dry, D-Z 3 hours. Women of S0 to S6: 3000, 4000, 3000, 2000, 1000,
/// 500, 2000, all of them rural but 3000 of S1. The limit is 60 minutes, inclusive. Nothing leads
/// to E-F. A stretch is the only way between its ends, and who lives at its end is attached to it.
/// Road classes take turns, as stretches of one class would become one link.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/io/read_operations.h"
#include "geo/network/build_network.h"
#include "geo/network/road_hierarchy.h"
#include "sim/flood/flood_sampler.h"
#include "sim/monte_carlo/theta.h"
#include "sim/monte_carlo/world.h"
#include "tests/support/shapes.h"
#include "tests/support/travel_case.h"

namespace pahunch::test {

struct WorldChoice {
  std::vector<std::vector<std::string>> sets = {{"C1"}, {"C1", "C2"}};
  std::string far_off = {};  ///< id of a centre at F, open in every set; "": none
  InducedDemand induced = InducedDemand::kOn;
};

class SimulatedWorld {
 public:
  explicit SimulatedWorld(const WorldChoice& choice = {})
      : map_(parse_road_map("P---A...B---C...D-----------------------Z       E---F\n")) {
    dataset_.ground = std::make_shared<PlaneGround>();
    dataset_.roads = map_.roads;
    network_ = build_network(dataset_.roads, *dataset_.ground, {}).network;
    add_areas();
    add_settlements();
    add_centres(choice.far_off);
    exposure_ = make_road_exposure(
        {network_, dataset_.roads, dataset_.barriers, dataset_.blocks, dataset_.centres});
    make_world(choice);
  }
  SimulatedWorld(const SimulatedWorld&) = delete;
  SimulatedWorld& operator=(const SimulatedWorld&) = delete;

  [[nodiscard]] const World& get() const { return *world_; }
  [[nodiscard]] ServiceRules& rules() { return world_->rules; }
  [[nodiscard]] PlannedHazard& planned() { return world_->planned; }
  [[nodiscard]] const RoadExposure& exposure() const { return exposure_; }
  [[nodiscard]] CentreIdx find_centre(const std::string& id) const {
    for (const CentreIdx at : indices(dataset_.centres.centres)) {
      if (dataset_.centres.centres[at].id == id) return at;
    }
    throw std::invalid_argument("no such centre: " + id);
  }

  /// 30 minutes a stretch, and nobody lives off the road.
  static TravelOptions make_travel() {
    TravelOptions travel = plain_options();
    for (auto& [key, speed] : travel.profile.speed_km_h) speed = given(0.8);
    travel.profile.max_access_m = given(50);
    return travel;
  }

  /// Four wet months, middling roads, the bundled operations.
  [[nodiscard]] Theta make_theta() const {
    Theta theta{.travel = make_travel()};
    theta.flood.block_level = {0.05, 0, 0};
    theta.flood.month_level.fill(-1);
    for (const std::size_t month : {6U, 7U, 8U, 9U}) theta.flood.month_level[month] = 0.2;
    theta.flood.year_sd = theta.flood.month_sd = theta.flood.residual_sd = 0.15;
    theta.flood.flooded_days_frac = 0.4;
    theta.road.half_frac.assign(exposure_.classes.size(), 0.1);
    theta.road.embanked_frac.assign(exposure_.classes.size(), 0);
    theta.demand.registered_per_year = 300;
    theta.operations = read_default_operations();
    return theta;
  }
  static OperationsModel read_default_operations() {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(PAHUNCH_SOURCE_DIR) /
                                                      "data/defaults/operations.toml"};
    return read_operations(files);
  }

 private:
  void add_areas() {
    dataset_.districts.areas.push_back(
        {"D1", "D1", AreaIdx(), shape("-100 -100, 5400 -100, 5400 100, -100 100"), 1});
    for (const auto& [id, outer] : {std::pair("B1", "-100 -100, 500 -100, 500 100, -100 100"),
                                    std::pair("B2", "500 -100, 4400 -100, 4400 100, 500 100"),
                                    std::pair("B3", "4400 -100, 5400 -100, 5400 100, 4400 100")}) {
      dataset_.blocks.areas.push_back({id, id, AreaIdx(0), shape(outer), 1});
      blocks_.push_back({.id = id, .at = dataset_.blocks.areas.begin()->shape[0].outer[0]});
    }
  }
  void add_settlements() {
    add_settlement("S0", 'P', {3000, 3000}, 0);
    add_settlement("S1", 'A', {4000, 1000}, 0);
    add_settlement("S2", 'B', {3000, 3000}, 1);
    add_settlement("S3", 'C', {2000, 2000}, 1);
    add_settlement("S4", 'D', {1000, 1000}, 1);
    add_settlement("S5", 'E', {500, 500}, 2);
    add_settlement("S6", 'Z', {2000, 2000}, 1);
  }
  void add_settlement(const std::string& id, char letter, Women women, std::size_t block) {
    Settlement item;
    item.id = id;
    item.at = map_.at.at(letter);
    item.women = women.all;
    item.rural_women = women.rural;
    item.district = AreaIdx(0);
    item.block = AreaIdx(block);
    dataset_.settlements.settlements.push_back(item);
    places_.push_back(item.at);
  }
  /// By id, as in a dataset that was read.
  void add_centres(const std::string& far_off) {
    std::map<std::string, char> at = {{"C1", 'A'}, {"C2", 'D'}, {"C3", 'Z'}};
    if (!far_off.empty()) at[far_off] = 'F';
    for (const auto& [id, letter] : at) {
      Centre item;
      item.id = id;
      item.at = map_.at.at(letter);
      dataset_.centres.centres.push_back(item);
      sites_.push_back(item.at);
    }
  }
  [[nodiscard]] std::vector<std::vector<SiteIdx>> find_sets(const WorldChoice& choice) const {
    std::vector<std::vector<SiteIdx>> sets;
    for (std::vector<std::string> ids : choice.sets) {
      if (!choice.far_off.empty()) ids.push_back(choice.far_off);
      auto& open = sets.emplace_back();
      for (const std::string& id : ids) open.emplace_back(find_centre(id).value());
      std::ranges::sort(open);
    }
    return sets;
  }
  void make_world(const WorldChoice& choice) {
    SilentProgress silent;
    const auto sets = find_sets(choice);
    const auto between = make_reference_model(
        {network_, *dataset_.ground, dataset_.barriers, sites_, sites_}, make_travel(), silent);
    std::vector<CentreNeighbours> neighbours;
    for (const auto& open : sets) neighbours.emplace_back(open, between->times(open));
    const TravelInputs inputs{.network = network_,
                              .ground = *dataset_.ground,
                              .barriers = dataset_.barriers,
                              .places = places_,
                              .sites = sites_,
                              .hierarchy = &hierarchy_};
    world_.reset(new World{.dataset = dataset_,
                           .inputs = inputs,
                           .sets = sets,
                           .women = count_women(dataset_.settlements, PopulationBasis::kAll),
                           .exposure = exposure_,
                           .blocks = blocks_,
                           .lattice = FieldLattice(get_places(blocks_)),
                           .keys = DemandKeys(dataset_.settlements, dataset_.districts),
                           .neighbours = std::move(neighbours),
                           .rules = {.induced = choice.induced},
                           .seed = 20260118});
  }

  RoadMap map_;
  Dataset dataset_;
  Network network_;
  LazyHierarchy hierarchy_;
  std::vector<Xy> places_, sites_;
  std::vector<FloodBlock> blocks_;
  RoadExposure exposure_;
  std::unique_ptr<World> world_;
};

/// Nobody waits and nobody is turned away: posts, beds and vehicles for all, day and night.
inline OperationsModel make_ample(OperationsModel model) {
  for (StaffRole& role : model.staff) {
    role.posts = given(100);
    role.shifts = {{0, 24}};
    role.rest_days = 0;
    role.p_vacant = role.leave_days = given(0);
  }
  model.shelter.beds = given(1000);
  model.rescue.vehicles = given(1000);
  model.rescue.off_road_share = given(0);
  return model;
}

}  // namespace pahunch::test
