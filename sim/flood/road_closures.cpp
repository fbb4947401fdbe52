#include "sim/flood/road_closures.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/random/normal.h"
#include "sim/random/portable_math.h"

namespace pahunch {
namespace {

/// In the order of `list_road_parameters`.
enum RoadPlace : std::size_t {
  kHalfFracPlace,
  kEmbankedPlace,
  kLogSpreadPlace,
  kEmbankmentGainPlace,
  kBridgePlace,
  kApproachPlace,
  kTogetherPlace,
  kSlowPlace,
  kCentrePlace,
  kRoadPlaces
};

double draw_closure_normal(const RoadClosures::Key& key, Purpose purpose, std::uint64_t entity) {
  RandomStream random(
      {.seed = key.seed, .replicate = key.replicate, .purpose = purpose, .entity = entity});
  return draw_standard_normal(random);
}

/// Fixed for all years of a parameter draw, and of a road for all its links.
bool draw_embanked(const RoadClosures::Key& key, std::uint64_t road, double p_embanked) {
  RandomStream random({.seed = key.seed,
                       .replicate = key.draw,
                       .purpose = Purpose::kParameter,
                       .entity = entity_key(road, 0)});
  return random.uniform() < p_embanked;
}

const ClassFragility& get_fragility(const RoadPrior& prior, const std::string& road_class) {
  static const ClassFragility kDefault;
  const auto own = prior.by_class.find(road_class);
  if (own != prior.by_class.end()) return own->second;
  const auto any = prior.by_class.find("*");
  return any != prior.by_class.end() ? any->second : kDefault;
}

std::uint16_t get_slow_time(double slow_factor, double frac_of_threshold) {
  const double factor = 1 + (slow_factor - 1) * frac_of_threshold;
  return static_cast<std::uint16_t>(factor * kDryTime_x256 + 0.5);
}

}  // namespace

std::vector<UncertainParameter> list_road_parameters(const RoadPrior& prior) {
  const SourcedValue place{0.5, 0, 1, "assumed: a place in the range of each class"};
  return {{"roads.half_frac", place},
          {"roads.embanked_frac", place},
          {"roads.log_spread", prior.log_spread},
          {"roads.embankment_gain", prior.embankment_gain},
          {"roads.bridge_half_frac", prior.bridge_half_frac},
          {"roads.approach_gain", prior.approach_gain},
          {"roads.together_frac", prior.together_frac},
          {"roads.slow_factor", prior.slow_factor},
          {"roads.centre_half_frac", prior.centre_half_frac}};
}

RoadTheta make_road_theta(const RoadPrior& prior, const RoadExposure& exposure,
                          std::span<const double> places) {
  const auto parameters = list_road_parameters(prior);
  assert(parameters.size() == kRoadPlaces && places.size() == kRoadPlaces);
  const auto get = [&](RoadPlace at) { return value_at(parameters[at], places[at]); };
  RoadTheta theta;
  for (const std::string& road_class : exposure.classes) {
    const ClassFragility& fragility = get_fragility(prior, road_class);
    theta.half_frac.push_back(
        value_at({.name = road_class, .range = fragility.half_frac}, get(kHalfFracPlace)));
    theta.embanked_frac.push_back(
        value_at({.name = road_class, .range = fragility.embanked_frac}, get(kEmbankedPlace)));
  }
  theta.log_spread = get(kLogSpreadPlace);
  theta.embankment_gain = get(kEmbankmentGainPlace);
  theta.bridge_half_frac = get(kBridgePlace);
  theta.approach_gain = get(kApproachPlace);
  theta.together_frac = get(kTogetherPlace);
  theta.slow_factor = get(kSlowPlace);
  theta.centre_half_frac = get(kCentrePlace);
  return theta;
}

RoadTheta make_central_road_theta(const RoadPrior& prior, const RoadExposure& exposure) {
  constexpr double kMiddle = 0.5;
  return make_road_theta(prior, exposure, std::vector<double>(kRoadPlaces, kMiddle));
}

RoadTheta draw_road_theta(const RoadPrior& prior, const RoadExposure& exposure, std::uint64_t seed,
                          std::uint64_t draw) {
  std::vector<double> places;
  for (const UncertainParameter& parameter : list_road_parameters(prior)) {
    RandomStream random({.seed = seed,
                         .replicate = draw,
                         .purpose = Purpose::kParameter,
                         .entity = entity_key(parameter.name)});
    places.push_back(random.uniform());
  }
  return make_road_theta(prior, exposure, places);
}

double RoadClosures::get_half_frac(const ExposedLink& link, bool embanked) const {
  if (link.setting == LinkSetting::kBridge) return theta_.bridge_half_frac;
  double half = theta_.half_frac[link.road_class];
  if (embanked) half *= theta_.embankment_gain;
  if (link.setting == LinkSetting::kApproach) half *= theta_.approach_gain;
  return half;
}

double RoadClosures::get_p_closed(double frac, std::uint32_t road_class,
                                  LinkSetting setting) const {
  if (frac <= 0) return 0;
  const double half = get_half_frac({.road_class = road_class, .setting = setting}, false);
  return portable::normal_cdf(portable::log(frac / half) / theta_.log_spread);
}

double RoadClosures::draw_threshold(const ExposedLink& link, double z_road, const Key& key) const {
  const bool bridge = link.setting == LinkSetting::kBridge;
  const double own = draw_closure_normal(key, bridge ? Purpose::kBridgeLoss : Purpose::kLinkClosure,
                                         link.link_key);
  const double z =
      bridge ? own
             : std::sqrt(theta_.together_frac) * z_road + std::sqrt(1 - theta_.together_frac) * own;
  const double share = theta_.embanked_frac[link.road_class];
  const bool embanked = !bridge && share > 0 && draw_embanked(key, link.road_key, share);
  return get_half_frac(link, embanked) * portable::exp(theta_.log_spread * z);
}

void RoadClosures::draw_block(std::size_t block, double frac, const Key& key,
                              RoadState& state) const {
  std::uint64_t road = 0;
  double z_road = 0;
  for (const ExposedLink& link : exposure_.in_block(block)) {
    if (link.road_key != road) {
      road = link.road_key;
      z_road = draw_closure_normal(key, Purpose::kLinkClosure, road);
    }
    const double threshold = draw_threshold(link, z_road, key);
    if (frac > threshold) {
      state.links.push_back({link.link, kLinkClosed});
      continue;
    }
    const std::uint16_t time = get_slow_time(theta_.slow_factor, frac / threshold);
    if (time != kDryTime_x256) state.links.push_back({link.link, time});
  }
}

void RoadClosures::draw_centres(FloodMonth month, const Key& key, RoadState& state) const {
  for (const ExposedCentre& centre : exposure_.centres) {
    const double frac = month[centre.block.value()];
    if (frac <= 0) continue;
    const double z = draw_closure_normal(key, Purpose::kCentreClosure, centre.key);
    if (frac > theta_.centre_half_frac * portable::exp(theta_.log_spread * z)) {
      state.lost.emplace_back(centre.centre.value());
    }
  }
}

RoadState RoadClosures::draw(FloodMonth month, const Key& key) const {
  assert(month.size() == exposure_.n_blocks());
  RoadState state;
  for (std::size_t block = 0; block < month.size(); ++block) {
    if (month[block] > 0) draw_block(block, month[block], key, state);
  }
  std::sort(state.links.begin(), state.links.end(),
            [](const LinkChange& a, const LinkChange& b) { return a.link < b.link; });
  draw_centres(month, key, state);
  return state;
}

}  // namespace pahunch
