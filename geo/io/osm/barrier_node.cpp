#include "geo/io/osm/barrier_node.h"

#include <algorithm>
#include <array>

#include "geo/io/osm/access.h"
#include "geo/io/osm/season.h"

namespace pahunch::osm {
namespace {

constexpr std::array<std::string_view, 18> kOpenBarriers = {
    "gate",           "lift_gate",      "swing_gate", "cattle_grid", "toll_booth",
    "border_control", "sally_port",     "entrance",   "no",          "kerb",
    "sliding_gate",   "hampshire_gate", "arch",       "boom",        "height_restrictor",
    "checkpoint",     "wicket_gate",    "speed_bump"};
constexpr std::array<std::string_view, 6> kShutBarriers = {"wall",           "fence",     "hedge",
                                                           "retaining_wall", "city_wall", "ditch"};

VehicleSet get_default(const Tags& tags, std::string_view barrier) {
  if (tags["locked"] == "yes") return {Vehicle::kRescue};
  if (is_one_of(barrier, kOpenBarriers) || tags["bollard"] == "rising") return VehicleSet::all();
  if (barrier == "bus_trap" || barrier == "sump_buster") {
    return {Vehicle::kFoot, Vehicle::kBus, Vehicle::kRescue};
  }
  if (is_one_of(barrier, kShutBarriers)) return {};
  return {Vehicle::kFoot};
}

}  // namespace

NodeRule find_node_rule(const Tags& tags, TagReport& report) {
  NodeRule rule;
  rule.closed_in_monsoon = is_ford(tags);
  const auto barrier = tags["barrier"];
  if (barrier.empty()) return rule;
  rule.passes = find_access(tags, get_default(tags, barrier), GeneralKeys::kDecide, report);
  return rule;
}

}  // namespace pahunch::osm
