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

/// Steps of 1/16 of the dry time, so that slight changes are none and states stay small.
std::uint16_t get_slow_time(double slow_factor, double frac_of_threshold) {
  const double factor = 1 + (slow_factor - 1) * frac_of_threshold;
  constexpr int kStep = kDryTime_x256 / 16;
  return static_cast<std::uint16_t>(kStep * static_cast<int>(factor * kDryTime_x256 / kStep + 0.5));
}

/// Water in a block, and what it does to those who still get through.
struct BlockWater {
  double frac;
  double slow_factor;
};

/// Times of links as they lie in the exposure.
using LinkTimes = std::vector<std::uint16_t>;

void set_times(const std::vector<double>& thresholds, const BlockWater& water,
               std::span<std::uint16_t> times) {
  if (water.frac <= 0) return;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool closed = water.frac > thresholds[i];
    times[i] = closed ? kLinkClosed : get_slow_time(water.slow_factor, water.frac / thresholds[i]);
  }
}

/// Lists what differs from dry, by ascending link, without sorting.
void list_changes(const RoadExposure& exposure, const LinkTimes& times, RoadState& state) {
  for (const std::uint32_t at : exposure.by_link) {
    if (times[at] != kDryTime_x256) state.links.push_back({exposure.links[at].link, times[at]});
  }
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

double RoadClosures::get_half_frac(const ExposedLink& link, bool embanked) const {
  if (link.setting == LinkSetting::kBridge) return theta_.bridge_half_frac;
  double half = theta_.half_frac[link.road_class];
  if (embanked) half *= theta_.embankment_gain;
  if (link.setting == LinkSetting::kApproach) half *= theta_.approach_gain;
  return half;
}

double RoadClosures::get_p_closed(double frac, std::uint32_t road_class, LinkSetting setting,
                                  bool embanked) const {
  if (frac <= 0) return 0;
  const double half = get_half_frac({.road_class = road_class, .setting = setting}, embanked);
  return portable::normal_cdf(portable::log(frac / half) / theta_.log_spread);
}

double RoadClosures::draw_normal(Purpose purpose, std::uint64_t entity,
                                 std::uint64_t replicate) const {
  RandomStream random(
      {.seed = key_.seed, .replicate = replicate, .purpose = purpose, .entity = entity});
  return draw_standard_normal(random);
}

RoadClosures::RoadClosures(const RoadExposure& exposure, RoadTheta theta, const Key& key)
    : exposure_(exposure), theta_(std::move(theta)), key_(key) {
  for (const ExposedLink& link : exposure.links) {
    const double share = theta_.embanked_frac[link.road_class];
    half_frac_.push_back(
        get_half_frac(link, share > 0 && draw_embanked(key, link.road_key, share)));
  }
}

/// Links of a block come road by road, so that each road's number is drawn once.
void RoadClosures::draw_thresholds(std::size_t block, std::uint64_t replicate,
                                   std::vector<double>& thresholds) const {
  const double together = std::sqrt(theta_.together_frac);
  const double apart = std::sqrt(1 - theta_.together_frac);
  std::uint64_t road = 0;
  double z_road = 0;
  thresholds.clear();
  std::size_t number = exposure_.first[block];
  for (const ExposedLink& link : exposure_.in_block(block)) {
    const bool bridge = link.setting == LinkSetting::kBridge;
    if (!bridge && link.road_key != road) {
      road = link.road_key;
      z_road = draw_normal(Purpose::kLinkClosure, road, replicate);
    }
    const Purpose purpose = bridge ? Purpose::kBridgeLoss : Purpose::kLinkClosure;
    const double own = draw_normal(purpose, link.link_key, replicate);
    const double z = bridge ? own : together * z_road + apart * own;
    thresholds.push_back(half_frac_[number++] * portable::exp(theta_.log_spread * z));
  }
}

void RoadClosures::draw_centres(std::span<const FloodMonth> months, std::uint64_t replicate,
                                std::vector<RoadState>& states) const {
  for (const ExposedCentre& centre : exposure_.centres) {
    const double z = draw_normal(Purpose::kCentreClosure, centre.key, replicate);
    const double threshold = theta_.centre_half_frac * portable::exp(theta_.log_spread * z);
    for (std::size_t m = 0; m < months.size(); ++m) {
      if (months[m][centre.block.value()] > threshold) {
        states[m].lost.emplace_back(centre.centre.value());
      }
    }
  }
}

std::vector<RoadState> RoadClosures::draw_states(std::span<const FloodMonth> months,
                                                 std::uint64_t replicate) const {
  std::vector<RoadState> states(months.size());
  std::vector<LinkTimes> times(months.size(), LinkTimes(exposure_.links.size(), kDryTime_x256));
  std::vector<double> thresholds;
  for (std::size_t block = 0; block < exposure_.n_blocks(); ++block) {
    const bool wet = std::any_of(months.begin(), months.end(),
                                 [block](FloodMonth month) { return month[block] > 0; });
    if (!wet) continue;
    draw_thresholds(block, replicate, thresholds);
    for (std::size_t m = 0; m < months.size(); ++m) {
      set_times(thresholds, {.frac = months[m][block], .slow_factor = theta_.slow_factor},
                std::span(times[m]).subspan(exposure_.first[block], thresholds.size()));
    }
  }
  for (std::size_t m = 0; m < months.size(); ++m) list_changes(exposure_, times[m], states[m]);
  draw_centres(months, replicate, states);
  return states;
}

RoadState RoadClosures::draw_month(FloodMonth month, std::uint64_t replicate) const {
  assert(month.size() == exposure_.n_blocks());
  return std::move(draw_states(std::span(&month, 1), replicate).front());
}

std::vector<RoadState> RoadClosures::draw_year(const FloodYear& year,
                                               std::uint64_t replicate) const {
  assert(year.n_blocks == exposure_.n_blocks());
  std::vector<FloodMonth> months;
  for (std::size_t m = 0; m < kMonths; ++m) months.push_back(year.month(m));
  return draw_states(months, replicate);
}

}  // namespace pahunch
