#include "sim/monte_carlo/state_trips.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/support/random_roads.h"
#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// The stretches P-A, A-B, B-C, C-D, D-Z and how long they take dry.
constexpr std::array<double, 5> kStretch_min = {30, 30, 30, 30, 180};
constexpr std::array<double, 5> kMiddle_m = {200, 600, 1000, 1400, 2800};

/// What a state makes of the five stretches, 256ths of their dry time.
using Stretches = std::array<std::uint16_t, 5>;

std::size_t find_stretch(const Network& network, LinkIdx link) {
  const auto line = network.geometry(link);
  const double middle_m = (line.front().x_m + line.back().x_m) / 2;
  const auto found = std::ranges::find(kMiddle_m, middle_m);
  return static_cast<std::size_t>(found - kMiddle_m.begin());
}

RoadState draw_state(Dice& dice, const Network& network, Stretches& stretches) {
  RoadState state;
  stretches.fill(kDryTime_x256);
  for (const LinkIdx link : indices(network.from)) {
    const std::size_t at = find_stretch(network, link);
    if (at == stretches.size() || dice.one_in(2)) continue;
    stretches[at] =
        dice.one_in(2) ? kLinkClosed : static_cast<std::uint16_t>(257 + dice.below(400));
    state.links.push_back({link, stretches[at]});
  }
  for (const std::size_t site : {0U, 1U, 2U}) {
    if (dice.one_in(4)) state.lost.emplace_back(site);
  }
  return state;
}

/// Slow: along the line from one corner to another, P being 0 and Z 5.
TravelTime walk_along(const Stretches& stretches, std::size_t from, std::size_t to) {
  const auto [first, last] = std::minmax(from, to);
  // Somebody next door still needs an open road to get on and off.
  const bool before = first > 0 && stretches[first - 1] != kLinkClosed;
  const bool after = first < 5 && stretches[first] != kLinkClosed;
  if (first == last) return before || after ? TravelTime() : TravelTime::unreachable();
  TravelTime time;
  for (std::size_t at = first; at < last; ++at) {
    time = time + change_time(TravelTime::from_minutes(kStretch_min[at]), stretches[at]);
  }
  return time;
}

Trip find_by_walking(const Stretches& stretches, const RoadState& state, std::size_t from,
                     const std::vector<SiteIdx>& open) {
  constexpr std::array<std::size_t, 3> kCornerOfSite = {1, 4, 5};
  Trip best;
  for (const SiteIdx site : open) {
    if (std::ranges::binary_search(state.lost, site)) continue;
    const TravelTime time = walk_along(stretches, from, kCornerOfSite[site.value()]);
    if (time < best.time) best = {time, site};
  }
  return best;
}

}  // namespace

TEST_CASE("trips in many states are those of a walk along the road, for each set") {
  const SimulatedWorld world({.sets = {{"C1"}, {"C1", "C2", "C3"}}});
  const World& given = world.get();
  Dice dice(8);
  StatePool pool;
  std::vector<Stretches> stretches(1);
  stretches[0].fill(kDryTime_x256);
  for (int i = 0; i < 50; ++i) {  // several batches of sixteen
    Stretches drawn;
    const std::size_t before = pool.size();
    pool.add(draw_state(dice, given.inputs.network, drawn));
    if (pool.size() > before) stretches.push_back(drawn);
  }
  REQUIRE(pool.size() > 32);
  SilentProgress silent;
  const StateModel model(given.inputs, SimulatedWorld::make_travel(), given.sets, silent);
  StateModel::Batch batch(model);
  const StateTrips trips = route_states(pool, model, batch);
  constexpr std::array<std::size_t, 7> kCorner = {0, 1, 2, 3, 4, 9, 5};  // S5 has no road
  for (std::size_t state = 0; state < pool.size(); ++state) {
    for (const std::size_t set : {0U, 1U}) {
      for (std::size_t place = 0; place < kCorner.size(); ++place) {
        const Trip& trip = trips.of(StateIdx(state), set)[SettlementIdx(place)];
        const Trip expected = kCorner[place] == 9
                                  ? Trip()
                                  : find_by_walking(stretches[state], pool[StateIdx(state)],
                                                    kCorner[place], given.sets[set]);
        CAPTURE(state, set, place);
        CHECK(trip.time == expected.time);
        if (expected.time.reachable()) CHECK(trip.site == expected.site);
      }
    }
  }
}

TEST_CASE("a trip nobody gave is unreachable") {
  CHECK_FALSE(Trip().time.reachable());
  CHECK_FALSE(Trip().site.valid());
}
