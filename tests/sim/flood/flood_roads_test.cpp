// From a drawn year to states of the roads: what must hold for the parts put together.
#include <catch2/catch.hpp>

#include <chrono>

#include "geo/base/parallel.h"
#include "sim/flood/flood_replay.h"
#include "sim/flood/road_closures.h"
#include "sim/flood/state_pool.h"
#include "tests/sim/flood/central_theta.h"
#include "tests/sim/flood/flood_cases.h"
#include "tests/sim/flood/road_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const Network& get_bundled_network() {
  static const Network network = [] {
    const Dataset& dataset = get_bundled_dataset();
    return build_network(dataset.roads, *dataset.ground, dataset.roads.noding).network;
  }();
  return network;
}

RoadExposure expose_bundled(const CentreLayer& centres) {
  const Dataset& dataset = get_bundled_dataset();
  return make_road_exposure(
      {get_bundled_network(), dataset.roads, dataset.barriers, dataset.blocks, centres});
}

/// Years of the bundled table with the roads of its dataset.
struct BundledYears {
  RoadExposure exposure;
  FieldLattice lattice{get_places(get_bundled_fit().blocks)};
  FloodSampler sampler{get_bundled_fit().blocks, lattice, make_central_theta(get_bundled_fit())};
  RoadClosures closures;

  explicit BundledYears(const CentreLayer& centres)
      : exposure(expose_bundled(centres)),
        closures(exposure, make_central_road_theta(get_bundled_prior().road, exposure),
                 {.seed = 1}) {}

  [[nodiscard]] std::vector<RoadState> draw(std::uint64_t replicate) const {
    const FloodYear year = sampler.draw(1, replicate);
    return closures.draw_year(year, replicate);
  }
};

const BundledYears& get_bundled_years() {
  static const BundledYears years(get_bundled_dataset().centres);
  return years;
}

std::size_t count_closed(const RoadState& state) {
  return static_cast<std::size_t>(
      std::count_if(state.links.begin(), state.links.end(),
                    [](const LinkChange& change) { return change.time_x256 == kLinkClosed; }));
}

}  // namespace

TEST_CASE("years drawn side by side are those drawn one after the other") {
  const std::size_t n = 12;
  std::vector<std::vector<RoadState>> side_by_side(n);
  for_each_in_parallel(n, [&](std::size_t r) { side_by_side[r] = get_bundled_years().draw(r); });
  for (std::size_t r = n; r-- > 0;) CHECK(get_bundled_years().draw(r) == side_by_side[r]);
}

TEST_CASE("a centre more, far away, changes no road and no other centre") {
  CentreLayer centres = get_bundled_dataset().centres;
  Centre far = centres.centres[CentreIdx(0)];
  far.id = "somewhere else";
  far.at = {1e7, 1e7};
  centres.centres.push_back(far);
  const BundledYears more(centres);
  CHECK(more.exposure.n_centres_outside == 1);
  for (std::uint64_t r = 0; r < 5; ++r) CHECK(more.draw(r) == get_bundled_years().draw(r));
}

TEST_CASE("states list links in order, each once, and the dry season shares one state") {
  StatePool pool;
  std::size_t n_dry = 0;
  for (std::uint64_t r = 0; r < 40; ++r) {
    for (const RoadState& state : get_bundled_years().draw(r)) {
      const auto later = std::adjacent_find(
          state.links.begin(), state.links.end(),
          [](const LinkChange& a, const LinkChange& b) { return !(a.link < b.link); });
      CHECK(later == state.links.end());
      if (pool.add(state) == StateIdx(0)) ++n_dry;
    }
  }
  CHECK(n_dry > 40 * 4);  // of 12 months; six are dry but for a few blocks
  CHECK(pool.size() == 40 * 12 - n_dry + 1);
}

TEST_CASE("August 2021 replayed closes many roads, July 2022 few, each time others") {
  const auto& years = get_bundled_years();
  const auto close = [&](YearMonth month, std::uint64_t replicate) {
    const FloodReplay replay = replay_month(get_bundled_floods(), month);
    return years.closures.draw_month(replay.frac, replicate);
  };
  const RoadState august = close({2021, 8}, 0), other = close({2021, 8}, 1);
  CHECK(august != other);
  CHECK(august.links.size() > get_bundled_network().n_links() / 3);
  CHECK(count_closed(august) > get_bundled_network().n_links() / 20);
  CHECK(count_closed(close({2022, 7}, 0)) < get_bundled_network().n_links() / 200);
}

TEST_CASE("lower roads close more, with the same draws everywhere else") {
  const auto& years = get_bundled_years();
  const RoadPrior& prior = get_bundled_prior().road;
  std::vector<double> places(list_road_parameters(prior).size(), 0.5);
  places[0] = 0;
  const RoadClosures low(years.exposure, make_road_theta(prior, years.exposure, places),
                         {.seed = 1});
  const FloodReplay replay = replay_month(get_bundled_floods(), {2024, 10});
  const RoadState usual = years.closures.draw_month(replay.frac, 3),
                  more = low.draw_month(replay.frac, 3);
  CHECK(count_closed(more) > count_closed(usual));
  CHECK(more.lost == usual.lost);
}

TEST_CASE("the states of a thousand years take seconds", "[.long]") {
  const auto begin = std::chrono::steady_clock::now();
  std::size_t n_changes = 0, n_closed = 0;
  for (std::uint64_t r = 0; r < 1000; ++r) {
    for (const RoadState& state : get_bundled_years().draw(r)) {
      n_changes += state.links.size();
      n_closed += count_closed(state);
    }
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  WARN("1000 years: " << took.count() << " s, " << n_changes << " changes, " << n_closed
                      << " of them closed, " << get_bundled_network().n_links() << " links");
  CHECK(n_closed > 0);
}
