// The reference model against Floyd-Warshall over graphs in which places and sites are nodes.
#include <catch2/catch.hpp>
#include <set>

#include "geo/network/metric.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_problem.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::uint64_t off_road_ms(const Profile& profile, double straight_m) {
  const double m_per_s = profile.access_speed_km_h.value / 3.6;
  return static_cast<std::uint64_t>(
      std::llround(straight_m * profile.circuity.value / m_per_s * 1000));
}

constexpr ProblemSize kOracleSize{
    .corners = 11, .roads = 16, .barriers = 3, .places = 4, .sites = 3};

/// Links in the largest set of nodes that reach each other, found by closing the whole graph.
std::set<LinkIdx> main_links(const RandomProblem& p) {
  ArcTable all;
  for (std::size_t n = 0; n < p.network.n_nodes(); ++n) all.add_node();
  const auto any_season = get_any_season_rule(p.network, p.options.profile);
  for (const LinkIdx link : indices(p.network.from)) {
    const OpenWays ways = any_season.ways(link);
    const auto from = p.network.from[link].value();
    const auto to = p.network.to[link].value();
    if (ways.forward) all.add_arc(from, to, 1);
    if (ways.backward) all.add_arc(to, from, 1);
  }
  all.close();
  std::set<LinkIdx> best;
  double best_m = -1;
  for (std::size_t n = 0; n < p.network.n_nodes(); ++n) {
    const auto with_n = [&](NodeIdx node) {
      return all.get(n, node.value()) < ArcTable::kNever &&
             all.get(node.value(), n) < ArcTable::kNever;
    };
    std::set<LinkIdx> links;
    double length_m = 0;
    for (const LinkIdx link : indices(p.network.from)) {
      const OpenWays ways = any_season.ways(link);
      if (!(ways.forward || ways.backward)) continue;
      if (!with_n(p.network.from[link]) || !with_n(p.network.to[link])) continue;
      links.insert(link);
      length_m += p.network.length_m[link];
    }
    if (length_m > best_m) std::tie(best, best_m) = std::pair(links, length_m);
  }
  return best;
}

/// The graph of one problem, travelled in one sense; places and sites are not passed through.
class Oracle {
 public:
  Oracle(const RandomProblem& p, bool to_sites) : p_(p) {
    const Metric metric = make_metric(p.network, p.options.profile, p.options.season);
    const auto main = p.options.main_component_only ? main_links(p) : std::set<LinkIdx>();
    for (std::size_t n = 0; n < p.network.n_nodes(); ++n) table_.add_node();
    for (const LinkIdx link : indices(p.network.from)) {
      if (metric.use[link] != LinkUse::kOpen) continue;
      on_link_[link] = {{0, p.network.from[link].value()}, {1, p.network.to[link].value()}};
      if (!p.options.main_component_only || main.contains(link)) allowed_.push_back(link);
    }
    for (const Xy at : p.places) places_.push_back(add_point(at, to_sites));
    for (const Xy at : p.sites) sites_.push_back(add_point(at, !to_sites));
    for (auto& [link, stops] : on_link_) join_stops(link, stops, metric);
    table_.close();
  }

  [[nodiscard]] std::uint64_t get_ms(std::size_t place, std::size_t site, bool to_sites) const {
    return to_sites ? table_.get(places_[place], sites_[site])
                    : table_.get(sites_[site], places_[place]);
  }

 private:
  struct Stop {
    double frac = 0;
    std::size_t node = 0;
  };

  std::size_t add_point(Xy at, bool leaves) {
    const Profile& profile = p_.options.profile;
    const BruteSnap snap{p_.network, p_.ground, profile.respect_barriers ? &p_.barriers : nullptr,
                         static_cast<std::size_t>(profile.attachments), profile.max_access_m.value};
    const std::size_t point = table_.add_node();
    for (const Attachment& attachment : find_nearest_by_force(snap, allowed_, at)) {
      const std::size_t stop = table_.add_node();
      const std::uint64_t ms = off_road_ms(profile, attachment.off_road_m);
      leaves ? table_.add_arc(point, stop, ms) : table_.add_arc(stop, point, ms);
      on_link_.at(attachment.link).push_back({attachment.frac, stop});
    }
    return point;
  }

  void join_stops(LinkIdx link, std::vector<Stop>& stops, const Metric& metric) {
    std::stable_sort(stops.begin() + 2, stops.end(),
                     [](const Stop& a, const Stop& b) { return a.frac < b.frac; });
    std::rotate(stops.begin() + 1, stops.begin() + 2, stops.end());  // the far end goes last
    const double whole = metric.link_time[link].ms();
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
      const auto ms = static_cast<std::uint64_t>(std::llround(whole * stops[i + 1].frac) -
                                                 std::llround(whole * stops[i].frac));
      const OpenWays ways = metric.ways[link];
      const bool one_spot = stops[i].frac == stops[i + 1].frac;
      if (ways.forward || one_spot) table_.add_arc(stops[i].node, stops[i + 1].node, ms);
      if (ways.backward || one_spot) table_.add_arc(stops[i + 1].node, stops[i].node, ms);
    }
  }

  const RandomProblem& p_;
  ArcTable table_;
  std::map<LinkIdx, std::vector<Stop>> on_link_;
  std::vector<LinkIdx> allowed_;
  std::vector<std::size_t> places_, sites_;
};

TravelTime as_time(std::uint64_t ms) {
  return ms >= ArcTable::kNever ? TravelTime::unreachable()
                                : TravelTime(static_cast<std::uint32_t>(ms));
}

/// What the model should say, with waiting and walks straight there.
TravelTime expected(const RandomProblem& p, const Oracle& out, const Oracle& back,
                    std::size_t place, std::size_t site) {
  const Profile& profile = p.options.profile;
  const TravelTime waiting = TravelTime::from_minutes(profile.waiting_min.value);
  const double straight_m = p.ground.distance_m(p.places[place], p.sites[site]);
  const bool walks =
      profile.direct_max_m > 0 && straight_m <= profile.direct_max_m &&
      !(profile.respect_barriers && crosses_any(p.barriers, p.places[place], p.sites[site]));
  const TravelTime walk = as_time(walks ? off_road_ms(profile, straight_m) : ArcTable::kNever);
  const TravelTime there = as_time(out.get_ms(place, site, true));
  const TravelTime home = as_time(back.get_ms(place, site, false));
  switch (p.options.direction) {
    case Direction::kToCentre:
      return std::min(there + waiting, walk);
    case Direction::kFromCentre:
      return std::min(home + waiting, walk);
    case Direction::kRoundTrip:
      return std::min(there + home + waiting, walk + walk);
  }
  return TravelTime::unreachable();
}

/// The number of pairs that can be travelled.
std::size_t compare(std::uint64_t seed) {
  std::size_t n_reachable = 0;
  const RandomProblem p(seed, kOracleSize);
  INFO("seed " << seed << ", " << p.network.n_links() << " links, "
               << to_string(p.options.direction));
  const auto model = p.reference();
  const Oracle out(p, true);
  const Oracle back(p, false);
  const std::vector<SiteIdx> open = {SiteIdx(0), SiteIdx(1), SiteIdx(2)};
  const auto nearest = model->nearest(open);
  for (std::size_t place = 0; place < p.places.size(); ++place) {
    Nearest best;
    for (std::size_t site = 0; site < p.sites.size(); ++site) {
      const TravelTime time = expected(p, out, back, place, site);
      CHECK(model->times(SiteIdx(site))[PlaceIdx(place)] == time);
      const Legs legs = model->legs(PlaceIdx(place), SiteIdx(site));
      CHECK(legs.total == time);
      if (time.reachable()) {
        ++n_reachable;
        CHECK(legs.waiting + legs.access + legs.road + legs.egress == time);
      }
      if (time < best.time) best = {time, SiteIdx(site), Mode::kMain};
    }
    CHECK(nearest[PlaceIdx(place)].time == best.time);
    CHECK(nearest[PlaceIdx(place)].site == best.site);
  }
  return n_reachable;
}

}  // namespace

TEST_CASE("travel times equal those of an independent oracle on random networks") {
  std::size_t n_reachable = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) n_reachable += compare(seed);
  CHECK(n_reachable > 600 * 12 / 2);
}
