/// \file
/// What holds for every dataset: seeded random worlds.
#include <tbb/global_control.h>

#include <catch2/catch.hpp>

#include <random>

#include "geo/coverage/run_coverage.h"
#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr std::size_t kCentres = 7;
constexpr std::size_t kDistricts = 4;
constexpr std::uint32_t kWorlds = 25;

struct World {
  Dataset dataset;
  TableModel model;
};

World make_world(std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<SmallSettlement> settlements;
  Minutes minutes(60);
  for (auto& row : minutes) {
    const auto women = static_cast<Persons>(engine() % 1000);
    settlements.push_back({women, women / 2, engine() % kDistricts});
    const bool cut = engine() % 8 == 0;
    for (std::size_t c = 0; c < kCentres; ++c) {
      row.push_back(cut ? kNever : static_cast<double>(10 * (engine() % 16)));
    }
  }
  std::vector<std::size_t> districts;
  for (std::size_t c = 0; c < kCentres; ++c) districts.push_back(engine() % kDistricts);
  World world{make_dataset(settlements, districts), TableModel(minutes)};
  for (PlaceState& state : world.model.states) state = static_cast<PlaceState>(engine() % 3);
  return world;
}

/// Sets of 0, 1, 2, … centres, each with those of the one before.
std::vector<CentreSet> make_growing_sets() {
  std::vector<CentreSet> sets = {{"0", {}}};
  for (std::size_t c = 0; c < kCentres; ++c) {
    CentreSet next = sets.back();
    next.name = std::to_string(c + 1);
    next.open.emplace_back(c);
    sets.push_back(next);
  }
  return sets;
}

CoverageResult run(const World& world, const std::vector<CentreSet>& sets, Assignment assignment) {
  SilentProgress progress;
  return run_coverage({world.dataset, world.model, sets}, {.assignment = assignment}, progress);
}

}  // namespace

TEST_CASE("one more centre never lowers coverage, under either assignment") {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    const World world = make_world(seed);
    for (const auto assignment : {Assignment::kNearest, Assignment::kOwnDistrict}) {
      const CoverageResult result = run(world, make_growing_sets(), assignment);
      CHECK(result.sets[0].all.within(3) == Women{});
      for (std::size_t k = 1; k < result.sets.size(); ++k) {
        for (std::size_t band = 0; band < 4; ++band) {
          CHECK(result.sets[k].all.within(band).all >= result.sets[k - 1].all.within(band).all);
        }
      }
    }
  }
}

TEST_CASE("everybody is in one class and one area, whatever opens") {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    const World world = make_world(seed);
    Women everybody;
    for (const Settlement& s : world.dataset.settlements.settlements) {
      everybody += Women{s.women, s.rural_women};
    }
    for (const SetCoverage& set : run(world, make_growing_sets(), Assignment::kNearest).sets) {
      CHECK(set.all.ledger.total() == everybody);
      for (const LevelCoverage* level : {&set.districts, &set.subdivisions, &set.blocks}) {
        Women total = level->unassigned.total;
        for (const AreaCoverage& area : level->areas) total += area.total;
        CHECK(total == everybody);
      }
    }
  }
}

TEST_CASE("what is within with the plan is what was, plus the gain, less the loss") {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    const World world = make_world(seed);
    const std::vector<CentreSet> sets = {{"a", centres({0, 1, 2})}, {"b", centres({2, 3, 4})}};
    const CoverageResult result = run(world, sets, Assignment::kNearest);
    for (std::size_t band = 0; band < 4; ++band) {
      const LimitChange& change = result.changes[1].all[band];
      CHECK(result.sets[1].all.within(band) ==
            result.sets[0].all.within(band) + change.newly_covered - change.lost);
      CHECK(change.total() == result.sets[0].all.total);
    }
  }
}

TEST_CASE("the catchments part the women who have a time") {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    const World world = make_world(seed);
    const auto sets = make_growing_sets();
    for (const SetCoverage& set : run(world, sets, Assignment::kNearest).sets) {
      Persons nearest = 0;
      for (const CentreCatchment& c : set.centres) nearest += c.nearest.all;
      CHECK(nearest == set.all.times.women);
    }
  }
}

TEST_CASE("the marginal gain is the cover lost on closing, also within own districts") {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    const World world = make_world(seed);
    for (const auto assignment : {Assignment::kNearest, Assignment::kOwnDistrict}) {
      std::vector<CentreSet> sets = {{"all", centres({0, 1, 2, 3})}};
      for (std::size_t closed = 0; closed < 4; ++closed) {
        sets.push_back({"without " + std::to_string(closed), sets[0].open});
        sets.back().open.erase(sets.back().open.begin() + static_cast<std::ptrdiff_t>(closed));
      }
      const CoverageResult result = run(world, sets, assignment);
      for (std::size_t closed = 0; closed < 4; ++closed) {
        CHECK(result.sets[0].centres[closed].marginal ==
              result.sets[0].all.within(1) - result.sets[closed + 1].all.within(1));
      }
    }
  }
}

TEST_CASE("the number of threads changes nothing") {
  const World world = make_world(2);
  const auto sets = make_growing_sets();
  const CoverageResult many = run(world, sets, Assignment::kOwnDistrict);
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  const CoverageResult alone = run(world, sets, Assignment::kOwnDistrict);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    CHECK(many.sets[s].reach.raw() == alone.sets[s].reach.raw());
    CHECK(many.sets[s].access.three_step.raw() == alone.sets[s].access.three_step.raw());
    CHECK(many.sets[s].equity.gini == alone.sets[s].equity.gini);
  }
}

TEST_CASE("the order in which centres are opened changes nothing") {
  const World world = make_world(1);
  const CoverageResult a = run(world, {{"s", centres({5, 1, 3})}}, Assignment::kNearest);
  const CoverageResult b = run(world, {{"s", centres({1, 3, 5})}}, Assignment::kNearest);
  CHECK(a.sets[0].reach.raw() == b.sets[0].reach.raw());
  CHECK(a.sets[0].access.three_step.raw() == b.sets[0].access.three_step.raw());
}
