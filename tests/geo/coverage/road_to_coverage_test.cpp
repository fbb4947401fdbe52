/// \file
/// Coverage over a real network and the reference travel model.
#include <catch2/catch.hpp>

#include "geo/coverage/run_coverage.h"
#include "geo/network/build_network.h"
#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr double kKm = 1000;

/// One straight road of 60 km with centres at its ends, settlements along it:
///
///     c0 ─ s0 ──── s1 ──────────── c1        s2 (far from any road)
///     0    10      30              60 km
struct World {
  Dataset dataset = make_dataset({{10, 10, 0}, {20, 20, 0}, {40, 0, 0}}, {0, 0});
  std::vector<Xy> settlements = {{10 * kKm, 0}, {30 * kKm, 0}, {30 * kKm, 500 * kKm}};
  std::vector<Xy> centres = {{0, 0}, {60 * kKm, 0}};
  TravelOptions travel;

  explicit World(double km_h) {
    travel.profile.speed_km_h[{"primary", Season::kDry}] = {.value = km_h};
    Road road;
    road.road_class = "primary";
    road.line = {{0, 0}, {60 * kKm, 0}};
    road.segment_m = {60 * kKm};
    dataset.roads.roads.push_back(road);
  }

  [[nodiscard]] CoverageResult run(const std::vector<CentreSet>& sets) const {
    const PlaneGround ground;
    SilentProgress progress;
    const BuiltNetwork built = build_network(dataset.roads, ground, {});
    const auto model = make_reference_model(
        {built.network, ground, dataset.barriers, settlements, centres}, travel, progress);
    return run_coverage({dataset, *model, sets}, {}, progress);
  }
};

const std::vector<CentreSet> kSets = {{"west", centres({0})}, {"both", centres({0, 1})}};

}  // namespace

TEST_CASE("from a road to women within each band") {
  const CoverageResult result = World(30).run(kSets);
  CHECK(result.sets[0].reach[SettlementIdx(0)].time == TravelTime::from_minutes(20));
  CHECK(result.sets[0].reach[SettlementIdx(1)].time == TravelTime::from_minutes(60));
  CHECK(result.sets[0].all.within(0) == Women{10, 10});
  CHECK(result.sets[0].all.within(1) == Women{30, 30});
  CHECK(result.sets[0].all.ledger.off_network == Women{40, 0});
  CHECK(result.sets[1].reach[SettlementIdx(1)].centre == CentreIdx(0));
  CHECK(result.sets[1].centres[1].within == Women{20, 20});
  CHECK(result.sets[1].legs[SettlementIdx(0)].road_m == Approx(10 * kKm));
}

TEST_CASE("a faster road never lengthens a trip nor lowers coverage") {
  const CoverageResult slow = World(25).run(kSets);
  const CoverageResult fast = World(26).run(kSets);
  for (std::size_t set = 0; set < kSets.size(); ++set) {
    for (const SettlementIdx s : indices(slow.sets[set].reach)) {
      CHECK(fast.sets[set].reach[s].time <= slow.sets[set].reach[s].time);
    }
    CHECK(fast.sets[set].all.within(1).all >= slow.sets[set].all.within(1).all);
  }
}
