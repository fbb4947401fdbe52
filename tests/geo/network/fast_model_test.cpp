// The model that runs on the engine against the reference.
#include <catch2/catch.hpp>

#include "geo/network/road_hierarchy.h"
#include "geo/network/site_blocks.h"
#include "tests/support/random_problem.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct FastProblem : RandomProblem {
  explicit FastProblem(std::uint64_t seed, std::size_t n_sites = 5)
      : RandomProblem(seed, {.corners = 35, .roads = 64, .places = 10, .sites = n_sites}) {
    if (dice.one_in(3)) options.fallback = random_profile(dice);
  }
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
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    FastProblem p(seed);
    const auto fast = make_fast_model(p.inputs(), p.options, silent);
    const auto reference = p.reference();
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
  for (std::uint64_t seed = 1; seed <= n_cases(60); ++seed) {
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
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    FastProblem p(seed, seed % 40);
    const LazyHierarchy hierarchy;
    TravelInputs inputs = p.inputs();
    inputs.hierarchy = &hierarchy;
    const auto fast = make_fast_model(inputs, p.options, silent);
    const auto reference = p.reference();
    std::vector<SiteIdx> sites;
    for (std::size_t site = 0; site < p.sites.size(); ++site) sites.emplace_back(site);
    for_each_site_in_order(*fast, sites, [&](std::size_t i, const auto& times) {
      REQUIRE(times.raw() == reference->times(sites[i]).raw());
    });
  }
}
