#include "sim/flood/planned_closure.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/network/find_links.h"
#include "sim/flood/state_pool.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

[[noreturn]] void refuse_closure(const PlannedClosure& plan, const std::string& what,
                                 const std::string& hint) {
  throw ConfigError({.what = what, .where = fmt::format("closure '{}'", plan.name), .hint = hint});
}

/// Finds the links of each kind of place.
struct LinkFinder {
  const PlannedClosure& plan;
  const Network& network;
  const RoadLayer& roads;

  std::vector<LinkIdx> operator()(const AlongLine& along) const {
    if (along.line.size() < 2 || !(along.within_m >= 0)) {
      refuse_closure(plan, "its line has fewer than two points or a negative reach",
                     "give at least two points and within_m of 0 or more");
    }
    return find_links_near(network, along.line, along.within_m);
  }

  std::vector<LinkIdx> operator()(const InPolygon& in) const {
    if (in.shape.empty()) refuse_closure(plan, "its polygon is empty", "give a closed ring");
    return find_links_in(network, in.shape);
  }

  std::vector<LinkIdx> operator()(const OfRoads& of) const {
    std::set<std::string> ids, names;
    for (const Road& road : roads.roads) {
      ids.insert(road.id);
      names.insert(road.name);
    }
    for (const std::string& road : of.roads) expect_known(road, ids, names);
    std::vector<LinkIdx> found;
    for (const LinkIdx link : indices(network.from)) {
      if (is_listed(roads.roads[network.road[link]], of, ids)) found.push_back(link);
    }
    return found;
  }

 private:
  void expect_known(const std::string& road, const std::set<std::string>& ids,
                    const std::set<std::string>& names) const {
    if (!road.empty() && (ids.contains(road) || names.contains(road))) return;
    const std::vector<std::string> known(ids.begin(), ids.end());
    const auto nearest = find_nearest_name(road, known);
    refuse_closure(plan, fmt::format("road '{}' is not in the road layer", road),
                   nearest ? fmt::format("did you mean '{}'?", *nearest)
                           : "use ids or names of the road layer");
  }

  static bool is_listed(const Road& road, const OfRoads& of, const std::set<std::string>& ids) {
    return std::any_of(of.roads.begin(), of.roads.end(), [&](const std::string& wanted) {
      return ids.contains(wanted) ? road.id == wanted : road.name == wanted;
    });
  }
};

}  // namespace

PreparedClosure prepare_closure(const PlannedClosure& plan, const Network& network,
                                const RoadLayer& roads) {
  if (!(plan.probability >= 0 && plan.probability <= 1)) {
    refuse_closure(plan, fmt::format("probability {} is not between 0 and 1", plan.probability),
                   "1 closes for certain");
  }
  PreparedClosure closure{plan, std::visit(LinkFinder{plan, network, roads}, plan.where)};
  if (closure.links.empty()) {
    refuse_closure(plan, "no road lies there",
                   "check the coordinates, or give a line a larger within_m");
  }
  return closure;
}

void apply_closure(const PreparedClosure& closure, std::uint64_t seed, std::uint64_t replicate,
                   RoadState& state) {
  RandomStream random({.seed = seed,
                       .replicate = replicate,
                       .purpose = Purpose::kPlannedClosure,
                       .entity = entity_key(closure.plan.name)});
  if (random.uniform() < closure.plan.probability) close_links(closure.links, state);
}

}  // namespace pahunch
