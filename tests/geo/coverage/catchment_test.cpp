#include "geo/coverage/catchment.h"

#include <catch2/catch.hpp>

#include <random>

#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const TravelTime kLimit = TravelTime::from_minutes(60);

struct World {
  Dataset dataset;
  TableModel model;
  WomenBySettlement women = count_women(dataset.settlements, PopulationBasis::kAll);

  [[nodiscard]] SetReach reach(const std::vector<CentreIdx>& open) const {
    return compute_reach(model, open, kLimit);
  }
  [[nodiscard]] std::vector<CentreCatchment> catchments(const std::vector<CentreIdx>& open,
                                                        const SetReach* baseline) const {
    SilentProgress progress;
    const ReachLists lists = collect_reach_lists(model, open, kLimit, progress);
    const SetReach hers = reach(open);
    return compute_catchments({women, lists, hers, baseline, open, kLimit});
  }
  [[nodiscard]] Women covered(const std::vector<CentreIdx>& open) const {
    const SetReach hers = reach(open);
    Women total;
    for (const SettlementIdx s : indices(hers)) {
      if (hers[s].status == ReachStatus::kReached) total += women[s];
    }
    return total;
  }
};

/// minutes to centres 0, 1, 2
World small_world() {
  return {make_dataset({{1, 1, 0}, {2, 0, 0}, {4, 4, 0}, {8, 8, 0}}, {0, 0, 0}),
          TableModel(Minutes{{10, 50, 90}, {60, 20, 70}, {70, 61, 60}, {80, 90, kNever}})};
}

World random_world(std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<SmallSettlement> settlements;
  Minutes minutes(30);
  for (auto& row : minutes) {
    settlements.push_back({static_cast<Persons>(engine() % 100), 0, 0});
    for (int c = 0; c < 6; ++c) row.push_back(static_cast<double>(engine() % 150));
  }
  return {make_dataset(settlements, std::vector<std::size_t>(6, 0)), TableModel(minutes)};
}

}  // namespace

TEST_CASE("a centre's catchment is the women for whom it is the nearest") {
  const World world = small_world();
  const auto c = world.catchments(centres({0, 1, 2}), nullptr);
  CHECK(c[0].nearest == Women{9, 9});
  CHECK(c[0].nearest_within == Women{1, 1});
  CHECK(c[0].n_settlements == 2);
  CHECK(*c[0].times.mean_min == Approx((10.0 + 8 * 80) / 9));
  CHECK(c[1].nearest == Women{2, 0});
  CHECK(c[2].nearest == Women{4, 4});
}

TEST_CASE("the marginal gain is what nobody else covers, the limit included") {
  const World world = small_world();
  const auto c = world.catchments(centres({0, 1, 2}), nullptr);
  CHECK(c[0].within == Women{3, 1});
  CHECK(c[0].marginal == Women{0, 0});
  CHECK(c[0].shared() == Women{3, 1});
  CHECK(c[1].within == Women{3, 1});
  CHECK(c[2].marginal == Women{4, 4});
}

TEST_CASE("overlap lists the other centres by the women they share") {
  const World world = small_world();
  const auto c = world.catchments(centres({0, 1, 2}), nullptr);
  REQUIRE(c[0].overlaps.size() == 1);
  CHECK(c[0].overlaps[0].other == CentreIdx(1));
  CHECK(c[0].overlaps[0].both == Women{3, 1});
  CHECK(c[2].overlaps.empty());
}

TEST_CASE("the gain alone is over the baseline, whatever else opens") {
  const World world = small_world();
  const SetReach baseline = world.reach(centres({0}));
  const auto c = world.catchments(centres({0, 1, 2}), &baseline);
  CHECK(c[0].gain_alone == Women{});
  CHECK(c[1].gain_alone == Women{});
  CHECK(c[2].gain_alone == Women{4, 4});
}

TEST_CASE("the marginal gain equals the cover lost when the centre closes") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const World world = random_world(seed);
    const auto open = centres({0, 2, 3, 5});
    const auto catchments = world.catchments(open, nullptr);
    for (std::size_t c = 0; c < open.size(); ++c) {
      auto others = open;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(c));
      CHECK(catchments[c].marginal == world.covered(open) - world.covered(others));
    }
  }
}

TEST_CASE("the gain alone equals the cover that the baseline and it have more") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const World world = random_world(seed);
    const auto baseline_open = centres({1, 4});
    const SetReach baseline = world.reach(baseline_open);
    const auto catchments = world.catchments(centres({0, 1, 2, 3, 4, 5}), &baseline);
    for (const CentreCatchment& c : catchments) {
      auto with = baseline_open;
      with.push_back(c.centre);
      CHECK(c.gain_alone == world.covered(with) - world.covered(baseline_open));
    }
  }
}
