#include "sim/flood/road_exposure.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "geo/model/area_index.h"
#include "geo/network/barrier_index.h"
#include "geo/network/find_links.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

constexpr double kBesideBlock_m = 2000;

std::optional<AreaIdx> find_block(const AreaIndex& index, Xy at) {
  const auto block = index.find(at);
  return block ? block : index.find_nearest(at, kBesideBlock_m);
}

BarrierLayer keep_rivers(const BarrierLayer& barriers) {
  BarrierLayer rivers;
  for (const Barrier& barrier : barriers.barriers) {
    if (barrier.kind == BarrierKind::kRiver) rivers.barriers.push_back(barrier);
  }
  return rivers;
}

bool meets_river(const BarrierIndex& rivers, std::span<const Xy> line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (rivers.blocks(line[i - 1], line[i]) || rivers.blocks(line[i], line[i - 1])) return true;
  }
  return false;
}

IdxVector<LinkIdx, LinkSetting> find_settings(const ExposureInputs& inputs) {
  const Network& network = inputs.network;
  const BarrierIndex rivers(keep_rivers(inputs.barriers));
  IdxVector<LinkIdx, LinkSetting> settings(network.n_links(), LinkSetting::kOpenRoad);
  IdxVector<NodeIdx, bool> at_bridge(network.n_nodes(), false);
  for (const LinkIdx link : indices(network.from)) {
    if (!network.bridge[link] && !meets_river(rivers, network.geometry(link))) continue;
    settings[link] = LinkSetting::kBridge;
    at_bridge[network.from[link]] = at_bridge[network.to[link]] = true;
  }
  for (const LinkIdx link : indices(network.from)) {
    const bool beside = at_bridge[network.from[link]] || at_bridge[network.to[link]];
    if (settings[link] == LinkSetting::kOpenRoad && beside) settings[link] = LinkSetting::kApproach;
  }
  return settings;
}

/// Numbers the road classes as they come.
class ClassNumbers {
 public:
  explicit ClassNumbers(std::vector<std::string>& names) : names_(names) {}
  std::uint32_t find(const std::string& name) {
    const auto [at, added] = number_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(name);
    return at->second;
  }

 private:
  std::vector<std::string>& names_;
  std::map<std::string, std::uint32_t> number_;
};

void add_links(const ExposureInputs& inputs, const AreaIndex& index, RoadExposure& exposure) {
  const Network& network = inputs.network;
  const auto settings = find_settings(inputs);
  ClassNumbers classes(exposure.classes);
  std::vector<std::vector<ExposedLink>> by_block(inputs.blocks.areas.size());
  for (const LinkIdx link : indices(network.from)) {
    if (settings[link] == LinkSetting::kBridge) ++exposure.n_bridges;
    if (settings[link] == LinkSetting::kApproach) ++exposure.n_approaches;
    const auto block = find_block(index, get_midpoint(network, link));
    if (!block) {
      ++exposure.n_links_outside;
      continue;
    }
    const std::uint64_t road = entity_key(inputs.roads.roads[network.road[link]].id);
    by_block[block->value()].push_back(
        {.link = link,
         .road_class = classes.find(network.kinds[network.kind[link]].road_class),
         .setting = settings[link],
         .road_key = road,
         .link_key = entity_key(road, network.ordinal[link])});
  }
  exposure.first.push_back(0);
  for (auto& links : by_block) {
    std::sort(links.begin(), links.end(), [](const ExposedLink& a, const ExposedLink& b) {
      return std::tie(a.road_key, a.link) < std::tie(b.road_key, b.link);
    });
    exposure.links.insert(exposure.links.end(), links.begin(), links.end());
    exposure.first.push_back(exposure.links.size());
  }
  exposure.by_link.resize(exposure.links.size());
  std::iota(exposure.by_link.begin(), exposure.by_link.end(), 0U);
  std::sort(exposure.by_link.begin(), exposure.by_link.end(),
            [&](std::uint32_t a, std::uint32_t b) {
              return exposure.links[a].link < exposure.links[b].link;
            });
}

}  // namespace

RoadExposure make_road_exposure(const ExposureInputs& inputs) {
  RoadExposure exposure;
  const AreaIndex index(inputs.blocks);
  add_links(inputs, index, exposure);
  for (const CentreIdx at : indices(inputs.centres.centres)) {
    const Centre& centre = inputs.centres.centres[at];
    const auto block = find_block(index, centre.at);
    if (block) {
      exposure.centres.push_back({at, *block, entity_key(centre.id)});
    } else {
      ++exposure.n_centres_outside;
    }
  }
  return exposure;
}

}  // namespace pahunch
