// The model that runs on the engine against the reference.
#include <catch2/catch.hpp>

#include "geo/network/road_hierarchy.h"
#include "geo/network/site_blocks.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct FastProblem {
  explicit FastProblem(std::uint64_t seed, std::size_t n_sites = 5) : dice(seed) {
    RandomPlan plan(dice, 6 + dice.below(30));
    roads = plan.roads(5 + dice.below(60));
    barriers = plan.barriers(dice.below(3));
    network = build_network(roads, ground, {.end_tolerance_m = 0}).network;
    for (int i = 0; i < 10; ++i) places.push_back(plan.point());
    while (sites.size() < n_sites) sites.push_back(plan.point());
    options.profile = random_profile(dice);
    if (dice.one_in(3)) options.fallback = random_profile(dice);
    options.season = dice.one_in(2) ? Season::kDry : Season::kMonsoon;
    options.direction = static_cast<Direction>(dice.below(3));
    options.main_component_only = dice.one_in(2);
  }
  [[nodiscard]] TravelInputs inputs() const { return {network, ground, barriers, places, sites}; }

  Dice dice;
  PlaneGround ground;
  RoadLayer roads;
  BarrierLayer barriers;
  Network network;
  std::vector<Xy> places, sites;
  TravelOptions options;
};

void require_same(const TravelModel& fast, const TravelModel& reference,
                  const std::vector<SiteIdx>& open) {
  const auto found = fast.nearest(open);
  const auto expected = reference.nearest(open);
  for (const PlaceIdx place : indices(expected)) {
    REQUIRE(found[place].time == expected[place].time);
    REQUIRE(found[place].site == expected[place].site);
    REQUIRE(found[place].mode == expected[place].mode);
  }
}

}  // namespace

TEST_CASE("the fast model gives the times, sites and modes of the reference") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    FastProblem p(seed);
    const auto fast = make_fast_model(p.inputs(), p.options, silent);
    const auto reference = make_reference_model(p.inputs(), p.options, silent);
    std::vector<SiteIdx> open;
    require_same(*fast, *reference, open);
    for (std::size_t site = 0; site < p.sites.size(); ++site) {
      require_same(*fast, *reference, {SiteIdx(site)});
      if (p.dice.one_in(2)) open.emplace_back(site);
    }
    require_same(*fast, *reference, open);
  }
}

TEST_CASE("the fast model tells the legs of the reference, and they add up to its times") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    FastProblem p(seed);
    const auto fast = make_fast_model(p.inputs(), p.options, silent);
    for (std::size_t site = 0; site < p.sites.size(); ++site) {
      const auto times = fast->times(SiteIdx(site));
      for (const PlaceIdx place : indices(times)) {
        REQUIRE(fast->legs(place, SiteIdx(site)).total == times[place]);
      }
    }
  }
}

TEST_CASE("the fast model gives many sites at once the times of the reference") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    FastProblem p(seed, seed % 40);
    const LazyHierarchy hierarchy;
    TravelInputs inputs = p.inputs();
    inputs.hierarchy = &hierarchy;
    const auto fast = make_fast_model(inputs, p.options, silent);
    const auto reference = make_reference_model(p.inputs(), p.options, silent);
    std::vector<SiteIdx> sites;
    for (std::size_t site = 0; site < p.sites.size(); ++site) sites.emplace_back(site);
    for_each_site_in_order(*fast, sites, [&](std::size_t i, const auto& times) {
      REQUIRE(times.raw() == reference->times(sites[i]).raw());
    });
  }
}
