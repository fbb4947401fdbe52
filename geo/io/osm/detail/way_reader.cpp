#include "geo/io/osm/detail/way_reader.h"

#include <stdexcept>
#include <string>

#include "geo/base/error.h"

namespace pahunch::osm::detail {
namespace {

RestrictionMembers read_members(const osmium::Relation& relation) {
  RestrictionMembers members;
  for (const auto& member : relation.members()) {
    const std::string_view role(member.role());
    const bool is_way = member.type() == osmium::item_type::way;
    if (role == "from" && is_way) members.from_ways.push_back(member.ref());
    if (role == "to" && is_way) members.to_ways.push_back(member.ref());
    if (role == "via" && is_way) members.over_way = true;
    if (role == "via" && member.type() == osmium::item_type::node) {
      members.via_nodes.push_back(member.ref());
    }
  }
  return members;
}

/// The text up to the next zero byte. A file can have such a byte within a text, whose rest would
/// be taken for the next one, and the last of them for one that never ends.
std::string_view take_text(std::string_view& left) {
  const auto end = left.find('\0');
  if (end == std::string_view::npos) throw std::runtime_error("a tag has a zero byte in it");
  const auto text = left.substr(0, end);
  left.remove_prefix(end + 1);
  return text;
}

}  // namespace

Tags TagBuffer::read(const osmium::TagList& list) {
  tags_.clear();
  constexpr auto kHead = sizeof(osmium::TagList);
  std::string_view left(reinterpret_cast<const char*>(list.data()) + kHead,
                        list.byte_size() - kHead);
  while (!left.empty()) {
    const auto key = take_text(left), value = take_text(left);
    tags_.push_back({key, value});
  }
  return Tags(tags_);
}

void WayReader::read(const osmium::Way& way) {
  ++data_.counts.n_ways_read;
  if (way.tags().empty()) return;
  const auto tags = buffer_.read(way.tags());
  if (tags.has("highway") || tags["route"] == "ferry") {
    add_road(way, tags);
  } else if (tags.has("amenity") || tags.has("healthcare")) {
    add_outline(way, tags);
  }
}

void WayReader::add_road(const osmium::Way& way, const Tags& tags) {
  auto rules = find_way_rules(tags, data_.tags);
  if (!rules) return;
  if (way.nodes().size() < 2) {
    data_.tags.note_left_out("fewer than two nodes");
    return;
  }
  auto name = tags["name"];
  if (name.empty()) name = tags["ref"];
  data_.ways.push_back({way.id(), *rules, find_name(name),
                        static_cast<std::uint32_t>(way.nodes().size()), node_ids_.size()});
  for (const auto& node : way.nodes()) {
    insert(node.ref());
    node_ids_.push_back(node.ref());
  }
}

void WayReader::add_outline(const osmium::Way& way, const Tags& tags) {
  auto point = find_point(tags, data_.tags);
  if (!point || way.nodes().empty()) return;
  point->id = "w" + std::to_string(way.id());
  Outline outline{std::move(*point), {}};
  for (const auto& node : way.nodes()) {
    insert(node.ref());
    outline.node_ids.push_back(node.ref());
  }
  outlines_.push_back(std::move(outline));
}

void WayReader::read(const osmium::Relation& relation) {
  const auto tags = buffer_.read(relation.tags());
  if (tags["type"] != "restriction") return;
  for (auto& restriction : find_restrictions(tags, read_members(relation), data_.tags)) {
    data_.restrictions.push_back(std::move(restriction));
  }
}

void WayReader::insert(std::int64_t node_id) {
  if (ranks_.insert(node_id)) return;
  throw DataError({.what = "a way refers to node " + std::to_string(node_id) +
                           ", a number that OpenStreetMap does not use",
                   .why = "the file is damaged, or is not OpenStreetMap data",
                   .hint = "download it again and compare its checksum"});
}

std::uint32_t WayReader::find_name(std::string_view name) {
  const auto [entry, is_new] =
      name_index_.try_emplace(std::string(name), static_cast<std::uint32_t>(data_.names.size()));
  if (is_new) data_.names.emplace_back(name);
  return entry->second;
}

IdRanks WayReader::take_ranks() {
  if (!ranks_.freeze()) {
    throw DataError({.what = "the roads have more than 4 294 967 294 nodes",
                     .hint = "cut the file to the study area first"});
  }
  data_.way_nodes.reserve(node_ids_.size());
  for (const std::int64_t id : node_ids_) data_.way_nodes.push_back(*ranks_.find_rank(id));
  node_ids_ = {};
  name_index_ = {};
  return std::move(ranks_);
}

}  // namespace pahunch::osm::detail
