#include "geo/io/osm/detail/node_reader.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pahunch::osm::detail {
namespace {

/// The middle of the bounds of an outline; invalid where none of its nodes is known.
Position find_middle(const Outline& outline, const RoadData& data, const IdRanks& ranks) {
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  std::int64_t west = kMax, south = kMax, east = -kMax, north = -kMax;
  for (const std::int64_t id : outline.node_ids) {
    const auto rank = ranks.find_rank(id);
    if (!rank || !data.nodes[*rank].valid()) continue;
    const Position at = data.nodes[*rank];
    west = std::min<std::int64_t>(west, at.lon_e7);
    east = std::max<std::int64_t>(east, at.lon_e7);
    south = std::min<std::int64_t>(south, at.lat_e7);
    north = std::max<std::int64_t>(north, at.lat_e7);
  }
  if (west > east) return {};
  return {static_cast<std::int32_t>((west + east) / 2),
          static_cast<std::int32_t>((south + north) / 2)};
}

/// A place as one number, for sorting.
std::uint64_t key_of(Position at) {
  return std::uint64_t{static_cast<std::uint32_t>(at.lon_e7)} << 32U |
         static_cast<std::uint32_t>(at.lat_e7);
}

/// The places of all nodes, sorted.
std::vector<std::uint64_t> sort_places(const std::vector<Position>& nodes) {
  std::vector<std::uint64_t> keys;
  keys.reserve(nodes.size());
  for (const Position at : nodes) {
    if (at.valid()) keys.push_back(key_of(at));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// Moves every node but the first of each place; gives how many. Nodes ascend with their ids. Each
/// place remembers where its last node went, so that a stack of nodes is walked once.
std::uint64_t move_apart(std::vector<Position>& nodes) {
  const auto keys = sort_places(nodes);
  std::unordered_map<std::uint64_t, std::int32_t> last_lon;  // of the places with several nodes
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i] == keys[i - 1]) last_lon.emplace(keys[i], Position::kNowhere);
  }
  if (last_lon.empty()) return 0;
  std::unordered_set<std::uint64_t> taken;
  std::uint64_t n_moved = 0;
  for (Position& at : nodes) {
    const auto place = at.valid() ? last_lon.find(key_of(at)) : last_lon.end();
    if (place == last_lon.end()) continue;
    if (place->second == Position::kNowhere) {  // the first stays
      place->second = at.lon_e7;
      continue;
    }
    at.lon_e7 = place->second;
    do {
      ++at.lon_e7;
    } while (std::binary_search(keys.begin(), keys.end(), key_of(at)) ||
             !taken.insert(key_of(at)).second);
    place->second = at.lon_e7;
    ++n_moved;
  }
  return n_moved;
}

}  // namespace

NodeReader::NodeReader(RoadData& data, const IdRanks& ranks) : data_(data), ranks_(ranks) {
  data_.nodes.resize(ranks.size());
}

void NodeReader::read(const osmium::Node& node) {
  ++data_.counts.n_nodes_read;
  if (!node.location().valid()) return;
  const Position at{node.location().x(), node.location().y()};
  const auto rank = ranks_.find_rank(node.id());
  if (rank) data_.nodes[*rank] = at;
  if (!node.tags().empty()) read_tags(node, at, rank.has_value());
}

void NodeReader::read_tags(const osmium::Node& node, Position at, bool on_road) {
  const auto tags = buffer_.read(node.tags());
  if (on_road) {
    const auto rule = find_node_rule(tags, data_.tags);
    if (rule.matters()) data_.node_rules[*ranks_.find_rank(node.id())] = rule;
  }
  if (auto point = find_point(tags, data_.tags)) {
    point->id = "n" + std::to_string(node.id());
    point->at = at;
    data_.points.push_back(std::move(*point));
  }
}

void NodeReader::finish(const std::vector<Outline>& outlines) {
  for (const auto& [node, rule] : data_.node_rules) {
    if (rule.passes != VehicleSet::all()) ++data_.counts.n_barriers;
    if (rule.closed_in_monsoon) ++data_.counts.n_fords;
  }
  for (const Position at : data_.nodes) {
    if (!at.valid()) ++data_.counts.n_missing_nodes;
  }
  data_.counts.n_moved_nodes = move_apart(data_.nodes);
  for (const Outline& outline : outlines) {
    auto point = outline.point;
    point.at = find_middle(outline, data_, ranks_);
    if (point.at.valid()) data_.points.push_back(std::move(point));
  }
}

}  // namespace pahunch::osm::detail
