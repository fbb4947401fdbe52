// Every search of the engine under random turn restrictions against the oracle over links.
#include <catch2/catch.hpp>
#include <cmath>

#include "geo/network/isochrone/travel_field.h"
#include "geo/network/mode_engine.h"
#include "geo/network/state_model.h"
#include "tests/support/sanitized.h"
#include "tests/support/turn_oracle.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Half of them with many restrictions on few roads.
struct TurnProblem : RandomProblem {
  explicit TurnProblem(std::uint64_t seed)
      : RandomProblem(seed, seed % 2 == 0 ? ProblemSize{12, 20, 2, 150, 6, 4}
                                          : ProblemSize{20, 34, 2, 300, 6, 4}) {
    if (!dice.one_in(4)) {
      options.profile.vehicle = kVehicles.at(1 + dice.below(kVehicles.size() - 1));
    }
    if (dice.one_in(3)) {
      options.fallback = random_profile(dice);
      options.fallback->vehicle = Vehicle::kFoot;
      options.fallback->respect_one_way = false;
    }
  }
};

/// One profile of a problem by the oracle, on a metric and the access that goes with it.
class SlowMode {
 public:
  SlowMode(const RandomProblem& p, const Profile& profile, Metric metric, RoadAccess access)
      : p_(p),
        profile_(profile),
        metric_(std::move(metric)),
        access_(std::move(access)),
        law_(p.network, p.roads, profile_),
        oracle_(law_, p.network, metric_) {}

  [[nodiscard]] const TurnLaw& law() const { return law_; }

  [[nodiscard]] TravelTime find(std::size_t place, std::size_t site) const {
    const auto at_place = ends_of(access_.places.of(place));
    const auto at_site = ends_of(access_.sites.of(site));
    const TravelTime there = as_time(oracle_.find_ms(at_place, at_site));
    const TravelTime home = as_time(oracle_.find_ms(at_site, at_place));
    const TravelTime waiting = TravelTime::from_minutes(profile_.waiting_min.value);
    const TravelTime walk = find_walk(place, site);
    switch (p_.options.direction) {
      case Direction::kToCentre:
        return std::min(there + waiting, walk);
      case Direction::kFromCentre:
        return std::min(home + waiting, walk);
      case Direction::kRoundTrip:
        return std::min(there + home + waiting, walk + walk);
    }
    return TravelTime::unreachable();
  }

  /// By road alone, of a traveller who is on a link.
  [[nodiscard]] TravelTime find_on(LinkIdx link, double frac, std::size_t site) const {
    const std::vector<RoadEnd> here = {{link, frac, 0}};
    const auto at_site = ends_of(access_.sites.of(site));
    return as_time(p_.options.direction == Direction::kToCentre ? oracle_.find_ms(here, at_site)
                                                                : oracle_.find_ms(at_site, here));
  }

 private:
  static TravelTime as_time(std::uint64_t ms) {
    return ms == TurnOracle::kNever ? TravelTime::unreachable()
                                    : TravelTime(static_cast<std::uint32_t>(ms));
  }
  [[nodiscard]] std::vector<RoadEnd> ends_of(std::span<const Attachment> attachments) const {
    std::vector<RoadEnd> ends;
    for (const Attachment& at : attachments) {
      ends.push_back({at.link, at.frac, off_road_time(profile_, at.off_road_m).ms()});
    }
    return ends;
  }
  [[nodiscard]] TravelTime find_walk(std::size_t place, std::size_t site) const {
    for (const DirectSite& direct : access_.direct[PlaceIdx(place)]) {
      if (direct.site == SiteIdx(site)) return off_road_time(profile_, direct.straight_m);
    }
    return TravelTime::unreachable();
  }

  const RandomProblem& p_;
  Profile profile_;
  Metric metric_;
  RoadAccess access_;
  TurnLaw law_;
  TurnOracle oracle_;
};

SlowMode make_slow(const RandomProblem& p, const Profile& profile, const RoadState& state = {}) {
  SilentProgress silent;
  const Metric metric = make_metric(p.network, profile, p.options.season);
  const auto access =
      find_road_access(p.inputs(), {profile, metric, p.options.main_component_only}, silent);
  return {p, profile, apply_state(state, metric), apply_state(state, p.network, access)};
}

using TimeTable = std::vector<std::vector<TravelTime>>;  ///< by site, then place

TimeTable find_slow_times(const RandomProblem& p, const RoadState& state = {}) {
  TimeTable times(p.sites.size(),
                  std::vector<TravelTime>(p.places.size(), TravelTime::unreachable()));
  const auto take = [&](const Profile& profile) {
    const SlowMode slow = make_slow(p, profile, state);
    for (std::size_t site = 0; site < p.sites.size(); ++site) {
      if (std::ranges::find(state.lost, SiteIdx(site)) != state.lost.end()) continue;
      for (std::size_t place = 0; place < p.places.size(); ++place) {
        times[site][place] = std::min(times[site][place], slow.find(place, site));
      }
    }
  };
  take(p.options.profile);
  if (p.options.fallback) take(*p.options.fallback);
  return times;
}

SiteTime find_slow_nearest(const TimeTable& times, std::size_t place) {
  SiteTime best;
  for (std::size_t site = 0; site < times.size(); ++site) {
    if (times[site][place].reachable()) {
      best = std::min(best, {times[site][place], SiteIdx(site)});
    }
  }
  return best;
}

void check_model(const RandomProblem& p, const TravelModel& model, const TimeTable& expected) {
  std::vector<SiteIdx> all;
  for (std::size_t site = 0; site < p.sites.size(); ++site) all.emplace_back(site);
  const auto nearest = model.nearest(all);
  const auto rows = model.times(all);
  for (std::size_t place = 0; place < p.places.size(); ++place) {
    const PlaceIdx at(place);
    REQUIRE(nearest[at].time == find_slow_nearest(expected, place).time);
    REQUIRE(nearest[at].site == find_slow_nearest(expected, place).site);
    for (const SiteIdx site : all) {
      const TravelTime time = expected[site.value()][place];
      REQUIRE(rows[site.value()][at] == time);
      REQUIRE(model.nearest(std::span(&site, 1))[at].time == time);
      const Legs legs = model.legs(at, site);
      REQUIRE(legs.total == time);
      if (time.reachable()) REQUIRE(legs.waiting + legs.access + legs.road + legs.egress == time);
    }
  }
}

RoadState random_state(TurnProblem& p) {
  RoadState state;
  for (const LinkIdx link : indices(p.network.from)) {
    if (p.dice.one_in(6)) {
      state.links.push_back({link, kLinkClosed});
    } else if (p.dice.one_in(4)) {
      state.links.push_back({link, static_cast<std::uint16_t>(256 + p.dice.below(800))});
    }
  }
  if (p.dice.one_in(3)) state.lost.emplace_back(p.dice.below(p.sites.size()));
  return state;
}

/// The headings in which a step of a route may run; a loop could be either.
std::vector<Ride> rides_of(const Network& network, const Route::Step& step) {
  std::vector<Ride> rides;
  const auto points = network.geometry(step.link);
  if (step.line.back() == points.back()) rides.push_back({step.link, Heading::kForward});
  if (step.line.back() == points.front()) rides.push_back({step.link, Heading::kBackward});
  return rides;
}

}  // namespace

TEST_CASE("random restrictions make copies, and change times") {
  std::size_t n_turns = 0, n_changed = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(60); ++seed) {
    TurnProblem p(seed);
    p.options.main_component_only = false;
    n_turns += p.network.n_turns();
    const auto restricted = find_slow_times(p);
    p.roads.turns.clear();
    if (find_slow_times(p) != restricted) ++n_changed;
  }
  CHECK(n_turns >= n_wanted(1000));
  CHECK(n_changed >= n_wanted(20));
}

TEST_CASE("times under turn restrictions are those of a search over links") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    INFO("seed " << seed);
    const TurnProblem p(seed);
    const auto expected = find_slow_times(p);
    check_model(p, *p.reference(), expected);
    check_model(p, *make_fast_model(p.inputs(), p.options, silent), expected);
    const LazyHierarchy hierarchy;
    TravelInputs inputs = p.inputs();
    inputs.hierarchy = &hierarchy;
    check_model(p, *make_fast_model(inputs, p.options, silent), expected);
  }
}

TEST_CASE("states of the roads keep their turn restrictions") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    INFO("seed " << seed);
    TurnProblem p(seed);
    if (p.options.direction == Direction::kRoundTrip) p.options.direction = Direction::kToCentre;
    const LazyHierarchy hierarchy;
    TravelInputs inputs = p.inputs();
    inputs.hierarchy = &hierarchy;
    std::vector<SiteIdx> all;
    for (std::size_t site = 0; site < p.sites.size(); ++site) all.emplace_back(site);
    const StateModel model(inputs, p.options, {all}, silent);
    StateModel::Batch batch(model);
    const std::vector<RoadState> states = {random_state(p), random_state(p), random_state(p), {}};
    batch.set_states(states);
    batch.find_nearest(0);
    for (std::size_t lane = 0; lane < states.size(); ++lane) {
      const auto expected = find_slow_times(p, states[lane]);
      for (std::size_t place = 0; place < p.places.size(); ++place) {
        const Nearest found = batch.nearest(PlaceIdx(place))[lane];
        REQUIRE(found.time == find_slow_nearest(expected, place).time);
        if (found.time.reachable()) {
          REQUIRE(found.site == find_slow_nearest(expected, place).site);
        }
      }
    }
  }
}

TEST_CASE("a field of travel times knows the turn restrictions") {
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    INFO("seed " << seed);
    TurnProblem p(seed);
    p.options.fallback.reset();
    if (p.options.direction == Direction::kRoundTrip) p.options.direction = Direction::kToCentre;
    const SlowMode slow = make_slow(p, p.options.profile);
    const SiteIdx site(p.dice.below(p.sites.size()));
    const TravelField field(p.inputs(), p.options, std::span(&site, 1));
    for (std::size_t place = 0; place < p.places.size(); ++place) {
      REQUIRE(field.time_at(p.places[place]) == slow.find(place, site.value()));
    }
    for (const LinkIdx link : indices(p.network.from)) {
      const double frac = 0.25 + 0.5 * p.dice.between(0, 1);
      const TravelTime time = slow.find_on(link, frac, site.value());
      const auto found = find_time_ms(field.approaches(link), frac);
      const bool open =
          make_metric(p.network, p.options.profile, p.options.season).link_time[link].reachable();
      REQUIRE(found.has_value() == (open && time.reachable()));
      const double waiting_ms = p.options.profile.waiting_min.value * 60'000;
      if (found) REQUIRE(std::abs(*found - waiting_ms - time.ms()) <= 3);
    }
  }
}

TEST_CASE("drawn routes take no forbidden turn") {
  std::size_t n_turns = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    INFO("seed " << seed);
    TurnProblem p(seed);
    p.options.fallback.reset();
    const auto no_length = [](double length_m) { return length_m == 0; };
    if (std::ranges::any_of(p.network.length_m, no_length)) continue;
    if (p.options.direction == Direction::kRoundTrip) p.options.direction = Direction::kToCentre;
    const SlowMode slow = make_slow(p, p.options.profile);
    const bool turned = p.options.direction == Direction::kFromCentre;
    const auto model = p.reference();
    for (std::size_t place = 0; place < p.places.size(); ++place) {
      const Route route = model->route(PlaceIdx(place), SiteIdx(0));
      for (std::size_t i = 1; i < route.steps.size(); ++i) {
        const auto& before = route.steps[i - 1];
        const auto& after = route.steps[i];
        if (!before.link.valid() || !after.link.valid()) continue;
        if (before.line.size() < 2 || before.length_m == 0 || after.length_m == 0) continue;
        auto reversed = after;
        std::ranges::reverse(reversed.line);
        bool legal = false;
        for (const Ride& in : rides_of(p.network, before)) {
          for (const Ride& out : rides_of(p.network, reversed)) {
            const Ride on{out.link, turn_round(out.heading)};
            const Ride out_back{on.link, out.heading};
            const Ride in_back{in.link, turn_round(in.heading)};
            legal |= turned ? slow.law().may_turn(out_back, in_back) : slow.law().may_turn(in, on);
          }
        }
        REQUIRE(legal);
        ++n_turns;
      }
    }
  }
  CHECK(n_turns >= n_wanted(150));
}

TEST_CASE("whoever attaches to the main component only can come and go under restrictions") {
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    const TurnProblem p(seed);
    const TravelRule rule = get_any_season_rule(p.network, p.options.profile);
    const Components found = find_components(p.network, Connection::kStrong, rule);
    Metric metric = make_metric(p.network, p.options.profile, p.options.season);
    for (const LinkIdx link : indices(metric.link_time)) {
      metric.ways[link] = rule.ways(link);
      const bool used = metric.ways[link].forward || metric.ways[link].backward;
      metric.link_time[link] = used ? TravelTime(1) : TravelTime::unreachable();
    }
    const TurnLaw law(p.network, p.roads, p.options.profile);
    const TurnOracle oracle(law, p.network, metric);
    std::vector<RoadEnd> ends;
    for (const LinkIdx link : indices(p.network.from)) {
      if (found.link_in_main[link]) ends.push_back({link, 0.5, 0});
    }
    for (std::size_t i = 0; i < ends.size() && i < 8; ++i) {
      const RoadEnd& a = ends[i];
      const RoadEnd& b = ends[(i * 7 + 3) % ends.size()];
      REQUIRE(oracle.find_ms(std::span(&a, 1), std::span(&b, 1)) != TurnOracle::kNever);
    }
  }
}
