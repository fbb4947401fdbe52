#include "planner/study/load_network.h"

#include <fmt/format.h>

#include <utility>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/network/network_cache.h"

namespace pahunch {
namespace {

std::filesystem::path cache_file(const NetworkSource& source) {
  const bool is_folder = std::filesystem::is_directory(source.path);
  return (is_folder ? source.path : source.path.parent_path()) / kNetworkCacheName;
}

/// Of all that the network depends on.
std::string cache_key(const NetworkSource& source) {
  std::string text = fmt::format("{}\n{}\n{}\n", source.dataset.working_crs,
                                 source.noding.end_tolerance_m, source.noding.planar);
  for (const InputFile& input : source.dataset.inputs) {
    text += fmt::format("{} {}\n", input.path, input.sha256);
  }
  return get_sha256_of_text(text);
}

bool is_kind_of(const LinkKind& kind, const Road& road) {
  return kind.road_class == road.road_class && kind.surface == road.surface &&
         kind.speed_km_h == road.speed_km_h && kind.speed_limit_km_h == road.speed_limit_km_h &&
         kind.access == road.access && kind.one_way_exempt == road.one_way_exempt &&
         kind.closed_in_monsoon == road.closed_in_monsoon;
}

/// A file whose checksums are right may still come from somebody who made it so. Lengths are not
/// compared: a link runs along parts of several roads, and to know which is to build the network.
bool belongs_to(const NetworkView& view, const Dataset& dataset) {
  const auto& roads = dataset.roads.roads;
  for (std::size_t link = 0; link < view.road.size(); ++link) {
    const RoadIdx road = view.road[link];
    if (road.value() >= roads.size()) return false;
    if (!is_kind_of(view.kinds[view.kind[link]], roads[road])) return false;
  }
  return true;
}

Network build(const NetworkSource& source) {
  auto built = build_network(source.dataset.roads, *source.dataset.ground, source.noding);
  if (const auto n = built.report.n_turn_restrictions_lost; n > 0) {
    throw DataError({.what = fmt::format("{} turn restrictions are at roads that vanish", n),
                     .where = source.path.string(),
                     .why = fmt::format("both ends of a road within {} m of each other are one",
                                        source.noding.end_tolerance_m),
                     .hint = "lower noding.end_tolerance_m of the roads, or take the rows out"});
  }
  return std::move(built.network);
}

}  // namespace

Network load_network(const NetworkSource& source, Progress& progress) {
  const auto file = cache_file(source);
  const std::string key = cache_key(source);
  OpenedCache opened = open_network_cache(file, key);
  if (opened.network && !belongs_to(opened.network->view(), source.dataset)) {
    opened = {CacheState::kDamaged, nullptr};
  }
  if (opened.network) {
    progress.begin("opening the network", 0);
    return copy_network(opened.network->view());
  }
  if (opened.state == CacheState::kMissing) {
    progress.begin("building the network", 0);
    return build(source);
  }
  progress.begin(fmt::format("building the network anew: {} is {}", kNetworkCacheName,
                             to_string(opened.state)),
                 0);
  Network network = build(source);
  try {
    write_network_cache(network, key, file);
  } catch (const DataError&) {
    // The answer does not depend on the file; the next run will say again what is wrong with it.
  }
  return network;
}

NetworkSize make_network_cache(const NetworkSource& source, Progress& progress) {
  progress.begin("building the network", 0);
  const Network network = build(source);
  write_network_cache(network, cache_key(source), cache_file(source));
  return {.n_turn_nodes = network.copy_of.size(), .n_turns = network.n_turns()};
}

}  // namespace pahunch
