// What must hold whatever the network.
#include <catch2/catch.hpp>

#include "tests/support/random_problem.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<SiteIdx> first_sites(std::size_t n) {
  std::vector<SiteIdx> sites;
  for (std::size_t s = 0; s < n; ++s) sites.emplace_back(s);
  return sites;
}

void check_not_later(const IdxVector<PlaceIdx, Nearest>& after,
                     const IdxVector<PlaceIdx, Nearest>& before) {
  for (const PlaceIdx place : indices(before)) CHECK(after[place].time <= before[place].time);
}

}  // namespace

TEST_CASE("no sites, no reach; one more site never lengthens a trip") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const RandomProblem p(seed);
    const auto model = p.reference();
    auto before = model->nearest({});
    for (const Nearest& none : before) CHECK_FALSE(none.time.reachable());
    for (std::size_t n = 1; n <= p.sites.size(); ++n) {
      const auto after = model->nearest(first_sites(n));
      check_not_later(after, before);
      before = after;
    }
  }
}

TEST_CASE("a faster road never lengthens a trip") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    RandomProblem p(seed);
    const auto before = p.reference()->nearest(first_sites(5));
    for (auto& [key, speed] : p.options.profile.speed_km_h) {
      if (p.dice.one_in(2)) speed.value *= p.dice.between(1, 3);
    }
    check_not_later(p.reference()->nearest(first_sites(5)), before);
  }
}

TEST_CASE("more attachments never lengthen a trip") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    RandomProblem p(seed);
    p.options.profile.attachments = 1;
    auto before = p.reference()->nearest(first_sites(5));
    for (const int k : {2, 3, 6}) {
      p.options.profile.attachments = k;
      const auto after = p.reference()->nearest(first_sites(5));
      check_not_later(after, before);
      before = after;
    }
  }
}

TEST_CASE("a place's answer does not depend on which other places are asked") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const RandomProblem p(seed);
    const auto together = p.reference()->nearest(first_sites(5));
    for (std::size_t i = 0; i < p.places.size(); ++i) {
      RandomProblem alone_there(seed);
      alone_there.places = {p.places[i]};
      const auto alone = alone_there.reference();
      const Nearest nearest = alone->nearest(first_sites(5))[PlaceIdx(0)];
      CHECK(nearest.time == together[PlaceIdx(i)].time);
      CHECK(nearest.site == together[PlaceIdx(i)].site);
      CHECK(alone->state(PlaceIdx(0)) == p.reference()->state(PlaceIdx(i)));
    }
  }
}

TEST_CASE("the nearest site is the first of those with the least time of all") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const RandomProblem p(seed);
    const auto model = p.reference();
    IdxVector<PlaceIdx, Nearest> best(p.places.size());
    for (const SiteIdx site : first_sites(5)) {
      const auto times = model->times(site);
      for (const PlaceIdx place : indices(times)) {
        if (times[place] < best[place].time) best[place] = {times[place], site, Mode::kMain};
      }
    }
    const auto nearest = model->nearest(first_sites(5));
    for (const PlaceIdx place : indices(best)) {
      CHECK(nearest[place].time == best[place].time);
      CHECK(nearest[place].site == best[place].site);
    }
  }
}

TEST_CASE("a route takes what its legs say, and its line has no break") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    RandomProblem p(seed);
    p.options.direction = Direction::kToCentre;
    const auto model = p.reference();
    for (std::size_t i = 0; i < p.places.size(); ++i) {
      const Route route = model->route(PlaceIdx(i), SiteIdx(0));
      if (!route.legs.total.reachable()) continue;
      TravelTime sum = route.legs.waiting;
      for (const auto& step : route.steps) sum = sum + step.time;
      CHECK(sum == route.legs.total);
      for (std::size_t s = 0; s + 1 < route.steps.size(); ++s) {
        const Xy end = route.steps[s].line.back();
        CHECK(planar_distance_m(end, route.steps[s + 1].line.front()) < 1e-6);
      }
    }
  }
}
