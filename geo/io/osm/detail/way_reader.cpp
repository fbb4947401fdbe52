#include "geo/io/osm/detail/way_reader.h"

#include <string>

#include "geo/base/error.h"

namespace pahunch::osm::detail {
namespace {

/// The first member of a role, or null.
const osmium::RelationMember* find_member(const osmium::Relation& relation, std::string_view role) {
  for (const auto& member : relation.members()) {
    if (role == member.role()) return &member;
  }
  return nullptr;
}

}  // namespace

Tags TagBuffer::read(const osmium::TagList& list) {
  tags_.clear();
  for (const auto& tag : list) tags_.push_back({tag.key(), tag.value()});
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
  auto kind = find_restriction_kind(tags, data_.tags);
  if (kind.empty()) return;
  TurnRestriction restriction{.kind = std::move(kind)};
  restriction.partial = restriction.kind == "conditional" || tags.has("except");
  if (const auto* from = find_member(relation, "from")) restriction.from_way = from->ref();
  if (const auto* to = find_member(relation, "to")) restriction.to_way = to->ref();
  const auto* via = find_member(relation, "via");
  if (via != nullptr && via->type() == osmium::item_type::node) restriction.via_node = via->ref();
  restrictions_.push_back(std::move(restriction));
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
