/// \file
/// What of the road network and the centres a flood can reach: worked out once, used by every draw.
///
/// A link lies in the block of its midpoint; where none covers it, in the nearest one within
/// 2 km; else in none, and no flood reaches it (counted). A link is a bridge where its road says so
/// or its line meets a river of the barriers (then as a whole), an approach where it shares an end
/// with a bridge. Links of a chain of several roads count as of the first of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/model/area.h"
#include "geo/model/centre.h"
#include "geo/network/network.h"

namespace pahunch {

enum class LinkSetting : std::uint8_t { kOpenRoad, kApproach, kBridge };

/// One link in a block.
struct ExposedLink {
  LinkIdx link = {};
  std::uint32_t road_class = 0;  ///< in `RoadExposure::classes`
  LinkSetting setting = LinkSetting::kOpenRoad;
  std::uint64_t road_key = 0;  ///< of the id of the source feature
  std::uint64_t link_key = 0;  ///< of that and the link's ordinal within it
};

struct ExposedCentre {
  CentreIdx centre;
  AreaIdx block;
  std::uint64_t key = 0;  ///< of its id
};

struct RoadExposure {
  std::vector<std::string> classes;
  std::vector<ExposedLink> links;      ///< by block, in a block road by road
  std::vector<std::size_t> first;      ///< of each block's links, and the end
  std::vector<std::uint32_t> by_link;  ///< positions in `links`, by ascending link
  std::vector<ExposedCentre> centres;
  std::uint64_t n_bridges = 0;
  std::uint64_t n_approaches = 0;
  std::uint64_t n_links_outside = 0;  ///< in no block
  std::uint64_t n_centres_outside = 0;

  [[nodiscard]] std::size_t n_blocks() const { return first.size() - 1; }
  [[nodiscard]] std::span<const ExposedLink> in_block(std::size_t block) const {
    return std::span(links).subspan(first[block], first[block + 1] - first[block]);
  }
};

struct ExposureInputs {
  const Network& network;
  const RoadLayer& roads;  ///< those that the network was built from
  const BarrierLayer& barriers;
  const AreaLayer& blocks;
  const CentreLayer& centres;
};

RoadExposure make_road_exposure(const ExposureInputs& inputs);

}  // namespace pahunch
