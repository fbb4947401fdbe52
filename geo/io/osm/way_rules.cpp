#include "geo/io/osm/way_rules.h"

#include "geo/io/osm/access.h"
#include "geo/io/osm/highway.h"
#include "geo/io/osm/one_way.h"
#include "geo/io/osm/season.h"
#include "geo/io/osm/speed_limit.h"
#include "geo/io/osm/surface.h"

namespace pahunch::osm {
namespace {

bool is_bridge(const Tags& tags) {
  const auto value = tags["bridge"];
  return !value.empty() && value != "no" && value != "abandoned";
}

}  // namespace

std::optional<WayRules> find_way_rules(const Tags& tags, TagReport& report) {
  const auto highway = find_highway(tags, report);
  if (!highway) return std::nullopt;
  const auto direction = find_direction(tags, report);
  const auto surface = find_surface(tags, report);
  WayRules rules;
  rules.access =
      find_access(tags, highway->open_to, GeneralKeys::kNarrow, report) & direction.open_to;
  if (!surface.passable) rules.access = rules.access & VehicleSet{Vehicle::kFoot};
  if (rules.access.empty()) {
    report.note_left_out("closed to all");
    return std::nullopt;
  }
  rules.road_class = highway->road_class;
  rules.surface = surface.word;
  rules.one_way = direction.one_way;
  rules.one_way_exempt = direction.exempt;
  rules.speed_limit_km_h = find_speed_limit_km_h(tags, report);
  if (highway->road_class == "ferry") rules.duration_s = find_duration_s(tags, report);
  rules.bridge = is_bridge(tags);
  rules.closed_in_monsoon = is_closed_in_monsoon(tags, report);
  return rules;
}

}  // namespace pahunch::osm
