#include "planner/simulation/underserved_hot_spots.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "planner/simulation/spot_text.h"
#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr std::size_t kSide = 12;

/// Of 1000 rural women in each block of a lattice nearly all are not served in a corner of it.
IdxVector<AreaIdx, BlockFigures> corner_figures() {
  IdxVector<AreaIdx, BlockFigures> figures;
  for (std::size_t i = 0; i < kSide * kSide; ++i) {
    const bool corner = i % kSide < 4 && i / kSide < 4;
    const double bump = static_cast<double>(i * 37 % 101);
    BlockFigures block;
    block.not_served.mean = (corner ? 850 : 200) + bump;
    block.women = {1000 - block.not_served.mean, 0, block.not_served.mean, 0, 0};
    figures.push_back(block);
  }
  return figures;
}

UnderservedSpots find(const IdxVector<AreaIdx, BlockFigures>& figures, const SpotTest& test = {}) {
  const AreaLayer blocks = make_lattice(kSide);
  return find_underserved_spots(blocks, make_block_ground(blocks, 0.01), figures, test);
}

std::size_t count(const UnderservedSpots& spots, SpotKind kind) {
  return static_cast<std::size_t>(std::ranges::count(spots, kind, &UnderservedSpot::kind));
}

}  // namespace

TEST_CASE("a corner of blocks not served is hot, and far from it nothing is") {
  const auto spots = find(corner_figures());
  CHECK(spots[AreaIdx(0)].kind == SpotKind::kHot);
  CHECK(spots[AreaIdx(kSide + 1)].kind == SpotKind::kHot);
  CHECK(*spots[AreaIdx(0)].q <= kFalseShare);
  CHECK(spots[AreaIdx(kSide * kSide - 1)].kind != SpotKind::kHot);
  CHECK(count(spots, SpotKind::kHot) >= 9);
}

TEST_CASE("a corner of blocks served in a land that is not is cold") {
  auto figures = corner_figures();
  for (BlockFigures& block : figures) block.not_served.mean = 1000 - block.not_served.mean;
  const auto spots = find(figures);
  CHECK(spots[AreaIdx(0)].kind == SpotKind::kCold);
  CHECK(count(spots, SpotKind::kHot) == 0);
}

TEST_CASE("shares in no order make no spots but by the permitted chance") {
  auto figures = corner_figures();
  std::uint64_t state = 9;
  for (BlockFigures& block : figures) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    block.not_served.mean = static_cast<double>(state >> 54);  // below 1024
    block.women = {1024 - block.not_served.mean, 0, block.not_served.mean, 0, 0};
  }
  const auto spots = find(figures);
  CHECK(count(spots, SpotKind::kHot) + count(spots, SpotKind::kCold) == 0);
}

TEST_CASE("one bad block among good ones is not hot") {
  auto figures = corner_figures();
  for (BlockFigures& block : figures) {
    block.not_served.mean = std::min(block.not_served.mean, 300.0);
    block.women = {1000 - block.not_served.mean, 0, block.not_served.mean, 0, 0};
  }
  figures[AreaIdx(70)].not_served.mean = 999;
  CHECK(find(figures)[AreaIdx(70)].kind == SpotKind::kNone);
}

TEST_CASE("a block without rural women and a run without permutations are not tested") {
  auto figures = corner_figures();
  figures[AreaIdx(5)] = {};
  CHECK_FALSE(find(figures)[AreaIdx(5)].q);
  const auto spots = find(figures, {.n_permutations = 0});
  CHECK_FALSE(spots[AreaIdx(0)].q);
  CHECK(spots[AreaIdx(0)].kind == SpotKind::kNone);
}

TEST_CASE("the seed alone decides the random orders") {
  const auto q = [](std::uint64_t seed) {
    return *find(corner_figures(), {.n_permutations = 999, .seed = seed})[AreaIdx(60)].q;
  };
  CHECK(q(3) == q(3));
  CHECK(q(3) != q(4));
}

TEST_CASE("hot spots are counted by set and named, most women not served first") {
  const AreaLayer blocks = make_lattice(2);
  SimulationReport report;
  SetResult set;
  for (const double women : {40.0, 60.0, 10.0, 10.0}) {
    BlockMoments block;
    block.not_served.add(women);
    set.blocks.push_back(block);
  }
  report.result.size = {.n_draws = 1, .n_years_per_draw = 1};
  report.result.draws.push_back({{}, {set}, {}});
  report.sets.push_back({.name = "plan", .verdicts = {}, .underserved = {}});
  report.sets[0].spots = UnderservedSpots(4);
  report.sets[0].spots[AreaIdx(0)] = {SpotKind::kHot, 3.0, 0.01};
  report.sets[0].spots[AreaIdx(1)] = {SpotKind::kHot, 3.0, 0.01};
  report.sets[0].spots[AreaIdx(2)] = {SpotKind::kCold, -3.0, 0.01};
  const auto json = spot_json(blocks, report);
  CHECK(json[0]["hot"].size() == 2);
  CHECK(json[0]["hot"][0] == blocks.areas[AreaIdx(1)].id);
  CHECK(json[0]["cold"] == 1);
  CHECK_THAT(spot_text(blocks, report),
             Contains("Under plan 2 of 3 blocks are hot, with 100 rural women not served (83.3%)"));
  report.sets[0].spots = UnderservedSpots(4);
  CHECK_THAT(spot_text(blocks, report), Contains("Under plan no block was tested."));
}
