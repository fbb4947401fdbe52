// Which inputs would change the chosen sites.

#include "planner/optimise/worth_knowing.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "planner/siting/risk/expected_cover.h"
#include "tests/planner/flooded_study.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Three sites of which one is to open; the k-th reaches point k alone, within the limit.
SitingProblem three_places(std::vector<std::int64_t> weights) {
  SitingProblem problem;
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < 3; ++i) {
    Site site;
    site.id = std::string(1, static_cast<char>('a' + i));
    problem.sites.push_back(site);
    pairs.push_back({DemandIdx(i), SiteIdx(i), 10});
  }
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::move(weights));
  problem.reach = ReachTable(3, 3, pairs);
  return problem;
}

InputWorlds made_of(const std::string& name, std::vector<SitingProblem> problems,
                    std::size_t n_moments = 1) {
  InputWorlds worlds;
  worlds.input.name = name;
  worlds.n = problems.size();
  worlds.n_moments = n_moments;
  worlds.make = [problems](std::size_t world) { return problems[world]; };
  return worlds;
}

const SitingObjective kWithin60 = {.kind = ObjectiveKind::kCover, .limit = 60};

InputWorldMaker maker_of(const FloodedStudy& flooded, const StudyHazard* hazard,
                         std::size_t n_worlds) {
  return InputWorldMaker(
      {.study = flooded.study,
       .hazard = hazard,
       .made = flooded.made,
       .options = {.locked = flooded.study.sets.front(), .candidates = flooded.candidates},
       .objective = flooded.objective,
       .n_worlds = n_worlds});
}

const InputWorlds& named(const std::vector<InputWorlds>& worlds, const std::string& name) {
  const auto found =
      std::ranges::find_if(worlds, [&](const InputWorlds& one) { return one.input.name == name; });
  INFO(name);
  REQUIRE(found != worlds.end());
  return *found;
}

bool is_same_reach(const SitingProblem& a, const SitingProblem& b) {
  if (a.weights.raw() != b.weights.raw()) return false;
  for (const DemandIdx at : indices(a.weights)) {
    if (pairs_of(a.reach, at) != pairs_of(b.reach, at)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("what the chosen sites lose in each world is counted, and ties are no loss") {
  SilentProgress silent;
  const SitingRules one_more = {.n_new = 1};
  const std::vector<SiteIdx> chosen = {SiteIdx(0)};
  const std::vector<InputWorlds> worlds = {
      made_of("tie", {three_places({100, 100, 7}), three_places({100, 99, 100})}),
      made_of("small", {three_places({1000, 1004, 0})}),
      made_of("large",
              {three_places({40, 100, 0}), three_places({100, 40, 0}), three_places({10, 0, 40})}),
      made_of("moments", {three_places({40, 100, 0})}, 20)};
  const WorthKnowing found =
      find_worth_knowing(worlds, {one_more, kWithin60, chosen}, 0.005, {}, silent);
  REQUIRE(found.inputs.size() == 4);
  CHECK(found.is_complete);
  CHECK(found.inputs[0].input.name == "moments");
  CHECK(found.inputs[0].n_shaken == 1);
  CHECK(found.inputs[0].mean_loss == Approx(3));
  CHECK(found.inputs[0].mean_loss_share == Approx(0.6));
  const InputWorth& large = found.inputs[1];
  CHECK(large.input.name == "large");
  CHECK(large.n_worlds == 3);
  CHECK(large.n_shaken == 2);
  CHECK(large.mean_loss == Approx(30));
  CHECK(large.most_loss == Approx(60));
  CHECK(large.mean_exchanged == Approx(2.0 / 3));
  CHECK(large.mean_loss_share == Approx((0.6 + 0 + 0.75) / 3));
  CHECK(found.inputs[2].input.name == "small");
  CHECK(found.inputs[2].n_shaken == 0);
  CHECK(found.inputs[2].mean_loss == Approx(4));
  CHECK(found.inputs[3].mean_loss == 0);
}

TEST_CASE("sites that leave somebody unreached in a world are shaken there, and in no mean") {
  SilentProgress silent;
  SitingProblem far = three_places({1, 1, 0});
  far.reach = ReachTable(3, 3,
                         std::vector<ReachPair>{{DemandIdx(0), SiteIdx(1), 5},
                                                {DemandIdx(1), SiteIdx(1), 5},
                                                {DemandIdx(0), SiteIdx(0), 1}});
  const std::vector<SiteIdx> chosen = {SiteIdx(0)};
  const WorthKnowing found = find_worth_knowing(
      {made_of("far", {far})}, {{.n_new = 1}, {.kind = ObjectiveKind::kMedian}, chosen}, 0.005, {},
      silent);
  REQUIRE(found.inputs.size() == 1);
  CHECK(found.inputs[0].n_impossible == 1);
  CHECK(found.inputs[0].n_shaken == 1);
  CHECK(found.inputs[0].mean_loss == 0);
}

TEST_CASE("a world in which no choice keeps the rules is no stop, and says nothing") {
  SilentProgress silent;
  const SitingProblem none = three_places({1, 1, 1});  // one site reaches one place alone
  SitingProblem all = none;
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < 3; ++i) pairs.push_back({DemandIdx(i), SiteIdx(0), 5});
  all.reach = ReachTable(3, 3, pairs);
  const std::vector<SiteIdx> chosen = {SiteIdx(0)};
  const WorthKnowing found = find_worth_knowing(
      {made_of("never", {none}), made_of("once", {none, all})},
      {{.n_new = 1}, {.kind = ObjectiveKind::kMedian}, chosen}, 0.005, {}, silent);
  CHECK(found.is_complete);
  REQUIRE(found.inputs.size() == 1);
  CHECK(found.inputs[0].input.name == "once");
  CHECK(found.inputs[0].n_worlds == 1);
}

TEST_CASE("when it is stopped the inputs that are finished stay") {
  SilentProgress silent;
  std::size_t n_made = 0;
  InputWorlds second = made_of("second", {2, three_places({1, 2, 3})});
  second.make = [&](std::size_t) {
    ++n_made;
    return three_places({1, 2, 3});
  };
  const std::vector<SiteIdx> chosen = {SiteIdx(0)};
  const WorthKnowing found = find_worth_knowing(
      {made_of("first", {three_places({3, 2, 1})}), second}, {{.n_new = 1}, kWithin60, chosen},
      0.005, {.should_stop = [&] { return n_made > 0; }}, silent);
  CHECK_FALSE(found.is_complete);
  REQUIRE(found.inputs.size() == 1);
  CHECK(found.inputs[0].input.name == "first");
}

TEST_CASE("the middle of a range is the problem that was solved") {
  const FloodedStudy flooded;
  const auto maker = maker_of(flooded, nullptr, 1);
  const auto worlds = maker.list();
  const SitingProblem middle = named(worlds, "travel.road_speeds").make(0);
  CHECK(is_same_reach(middle, flooded.made.problem));
  CHECK(std::ranges::none_of(worlds, [](const auto& one) { return one.input.name == "floods"; }));
}

TEST_CASE("slower roads reach less, and a world is the same whenever it is asked for") {
  const FloodedStudy flooded;
  const auto maker = maker_of(flooded, nullptr, 4);
  const auto worlds = maker.list();
  const InputWorlds& speeds = named(worlds, "travel.road_speeds");
  REQUIRE(speeds.n == 4);
  const SitingProblem slow = speeds.make(0), fast = speeds.make(3);
  CHECK(slow.reach.n_pairs() < fast.reach.n_pairs());
  REQUIRE(slow.weights.raw() == fast.weights.raw());
  for (const DemandIdx at : indices(slow.weights)) {
    const auto quick = pairs_of(fast.reach, at);
    for (const auto& [site, cost] : pairs_of(slow.reach, at)) {
      const auto same = std::ranges::find(quick, site, &std::pair<SiteIdx, double>::first);
      REQUIRE(same != quick.end());
      CHECK(same->second <= cost);
    }
  }
  CHECK(is_same_reach(speeds.make(0), slow));
}

TEST_CASE("with centres of her own district alone no pair crosses a border") {
  const FloodedStudy flooded;
  const auto maker = maker_of(flooded, nullptr, 1);
  const auto worlds = maker.list();
  const SitingProblem own = named(worlds, "own-district").make(0);
  CHECK(own.reach.n_pairs() < flooded.made.problem.reach.n_pairs());
  const Dataset& dataset = flooded.study.dataset;
  for (const DemandIdx at : indices(own.weights)) {
    for (const SiteCost& item : own.reach.of(at)) {
      CHECK(dataset.settlements.settlements[flooded.made.settlement_of[at]].district ==
            dataset.centres.centres[flooded.made.centre_of[item.site]].district);
    }
  }
}

TEST_CASE("a world of floods holds what its moments cover, added up") {
  const FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  const auto maker = maker_of(flooded, &hazard, 2);
  const auto worlds = maker.list();
  const InputWorlds& floods = named(worlds, "floods");
  CHECK(floods.n_moments == InputWorldMaker::kMomentsPerWorld);
  const SitingProblem world = floods.make(1);
  CHECK(world.total_weight() ==
        static_cast<std::int64_t>(floods.n_moments) * flooded.made.problem.total_weight());
  CHECK(world.sites.size() == flooded.made.problem.sites.size());
}

TEST_CASE("sites move within what is known of their place, and only they") {
  FloodedStudy flooded;
  const auto set_error_km = [&](double km) {
    for (auto& centre : flooded.study.dataset.centres.centres) centre.location_error_km = km;
  };
  const auto exact = maker_of(flooded, nullptr, 2);
  CHECK(std::ranges::none_of(exact.list(),
                             [](const auto& one) { return one.input.name == "sites.place"; }));
  set_error_km(2);
  const auto moved = maker_of(flooded, nullptr, 2);
  const auto worlds = moved.list();
  const InputWorlds& places = named(worlds, "sites.place");
  const SitingProblem first = places.make(0);
  CHECK_FALSE(is_same_reach(first, flooded.made.problem));
  CHECK_FALSE(is_same_reach(first, places.make(1)));
  CHECK(is_same_reach(first, places.make(0)));
  set_error_km(1e-9);
  CHECK(is_same_reach(places.make(0), flooded.made.problem));
}
