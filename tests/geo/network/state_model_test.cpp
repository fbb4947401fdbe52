// Sixteen states of the roads side by side against Boost's Dijkstra on each state alone.
#include "geo/network/state_model.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/network/mode_engine.h"
#include "tests/support/random_problem.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct StateProblem : RandomProblem {
  explicit StateProblem(std::uint64_t seed)
      : RandomProblem(seed, {.corners = 30, .roads = 50, .places = 12, .sites = 6}) {
    if (dice.one_in(2)) options.fallback = random_profile(dice);
    if (options.direction == Direction::kRoundTrip) options.direction = Direction::kToCentre;
  }

  RoadState random_state() {
    RoadState state;
    const std::uint64_t rare = 2 + dice.below(6);
    for (const LinkIdx link : indices(network.from)) {
      if (dice.one_in(rare)) {
        state.links.push_back({link, kLinkClosed});
      } else if (dice.one_in(rare)) {
        state.links.push_back({link, static_cast<std::uint16_t>(256 + dice.below(800))});
      }
    }
    for (std::size_t site = 0; site < sites.size(); ++site) {
      if (dice.one_in(5)) state.lost.emplace_back(site);
    }
    return state;
  }

  std::vector<RoadState> random_states() {
    std::vector<RoadState> states(dice.below(StateModel::kStates + 1));
    for (RoadState& state : states) state = random_state();
    return states;
  }

  StateModel::SiteSet random_set() {
    StateModel::SiteSet set;
    for (std::size_t site = 0; site < sites.size(); ++site) {
      if (!dice.one_in(3)) set.emplace_back(site);
    }
    return set;
  }

  TravelInputs with_hierarchy() const {
    TravelInputs inputs = RandomProblem::inputs();
    inputs.hierarchy = &hierarchy;
    return inputs;
  }

  LazyHierarchy hierarchy;
};

/// One profile in one state, by the reference's parts and no shared code of the states' own.
IdxVector<PlaceIdx, SiteTime> ask_mode(const StateProblem& p, const Profile& profile,
                                       const RoadState& state, const StateModel::SiteSet& open) {
  SilentProgress silent;
  const Metric base = make_metric(p.network, profile, p.options.season);
  const RoadAccess all =
      find_road_access(p.inputs(), {profile, base, p.options.main_component_only}, silent);
  const Metric metric = apply_state(state, base);
  const RoadAccess access = apply_state(state, p.network, all);
  const auto sense =
      p.options.direction == Direction::kToCentre ? Sense::kToSites : Sense::kFromSites;
  const RoadTrips trips({p.network, profile, metric, access}, sense, {});
  auto best = trips.nearest(open);
  const TravelTime waiting = TravelTime::from_minutes(profile.waiting_min.value);
  for (const PlaceIdx place : indices(best)) {
    best[place] = later_by(best[place], waiting);
    for (const DirectSite& direct : access.direct[place]) {
      if (std::ranges::find(open, direct.site) == open.end()) continue;
      best[place] =
          std::min(best[place], SiteTime{off_road_time(profile, direct.straight_m), direct.site});
    }
  }
  return best;
}

IdxVector<PlaceIdx, Nearest> ask_reference(const StateProblem& p, const RoadState& state,
                                           StateModel::SiteSet open) {
  std::erase_if(
      open, [&](SiteIdx site) { return std::ranges::find(state.lost, site) != state.lost.end(); });
  IdxVector<PlaceIdx, Nearest> best(p.places.size());
  const auto take = [&](const Profile& profile, Mode mode) {
    const auto found = ask_mode(p, profile, state, open);
    for (const PlaceIdx place : indices(best)) {
      if (found[place].time < best[place].time) {
        best[place] = {found[place].time, found[place].site, mode};
      }
    }
  };
  take(p.options.profile, Mode::kMain);
  if (p.options.fallback) take(*p.options.fallback, Mode::kFallback);
  return best;
}

void require_same(const StateProblem& p, const StateModel::Batch& batch,
                  const std::vector<RoadState>& states, const StateModel::SiteSet& open) {
  for (std::size_t lane = 0; lane < StateModel::kStates; ++lane) {
    const auto expected = ask_reference(p, lane < states.size() ? states[lane] : RoadState(), open);
    for (const PlaceIdx place : indices(expected)) {
      const Nearest found = batch.nearest(place)[lane];
      REQUIRE(found.time == expected[place].time);
      if (!found.time.reachable()) continue;
      REQUIRE(found.site == expected[place].site);
      REQUIRE(found.mode == expected[place].mode);
    }
  }
}

}  // namespace

TEST_CASE("sixteen states side by side give what Boost gives for each alone") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    INFO("seed " << seed);
    StateProblem p(seed);
    const std::vector<StateModel::SiteSet> sets = {p.random_set(), p.random_set()};
    const StateModel model(p.with_hierarchy(), p.options, sets, silent);
    StateModel::Batch batch(model);
    for (int round = 0; round < 2; ++round) {
      const auto states = p.random_states();
      batch.set_states(states);
      for (std::size_t set = 0; set < sets.size(); ++set) {
        batch.find_nearest(set);
        require_same(p, batch, states, sets[set]);
      }
    }
  }
}

TEST_CASE("a model in a state of the roads gives what Boost gives there") {
  SilentProgress silent;
  std::size_t n_closed = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    INFO("seed " << seed);
    StateProblem p(seed);
    RoadState state = p.random_state();
    state.lost.clear();  // what is open is asked for
    const auto open = p.random_set();
    TravelInputs inputs = p.with_hierarchy();
    const auto as_ever = make_fast_model(inputs, p.options, silent);
    inputs.state = &state;
    const auto expected = ask_reference(p, state, open);
    for (const auto& model : {make_fast_model(inputs, p.options, silent),
                              make_reference_model(inputs, p.options, silent)}) {
      const auto found = model->nearest(open);
      for (const PlaceIdx place : indices(found)) {
        REQUIRE(found[place].time == expected[place].time);
        if (model->state(place) == as_ever->state(place)) continue;
        REQUIRE(as_ever->state(place) == PlaceState::kAttached);
        REQUIRE(model->state(place) == PlaceState::kClosed);
        ++n_closed;
      }
    }
  }
  CHECK(n_closed >= n_wanted(20));
}

TEST_CASE("without a change states give the answers of the model") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    StateProblem p(seed);
    const auto open = p.random_set();
    const StateModel model(p.with_hierarchy(), p.options, {open}, silent);
    StateModel::Batch batch(model);
    batch.set_states({});
    batch.find_nearest(0);
    const auto expected = p.reference()->nearest(open);
    for (const PlaceIdx place : indices(expected)) {
      REQUIRE(batch.nearest(place)[3].time == expected[place].time);
      REQUIRE(batch.nearest(place)[3].site == expected[place].site);
    }
  }
}

TEST_CASE("states are refused for round trips") {
  SilentProgress silent;
  StateProblem p(1);
  p.options.direction = Direction::kRoundTrip;
  CHECK_THROWS_AS(StateModel(p.with_hierarchy(), p.options, {{}}, silent), ConfigError);
}
