#include "planner/simulation/conclusions.h"

#include <catch2/catch.hpp>

#include "planner/simulation/sensitivity_table.h"
#include "planner/simulation/sensitivity_text.h"
#include "planner/simulation/verdict_flips.h"
#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

/// Rural women of a draw under one set: by class, and not served by block.
struct DrawnSet {
  std::array<double, kNStandings> rural{};
  std::vector<double> not_served;
};

SetResult make_set(const DrawnSet& drawn) {
  SetResult set;
  for (std::size_t i = 0; i < kNStandings; ++i) set.rural[i].add(drawn.rural[i]);
  for (const double women : drawn.not_served) {
    BlockMoments block;
    block.not_served.add(women);
    set.blocks.push_back(block);
  }
  return set;
}

/// Two sets in three draws over the drawn study; of 130 rural women.
struct DrawnReport {
  DrawnStudy drawn;
  SimulationReport report;

  DrawnReport() {
    report.sets.push_back({"baseline", 1, {}, {100, 90, 60}});
    report.sets.push_back({"plan", 2, {}, {80, 50, 60}});
    add({{30, 5, 75, 20, 0}, {75, 20, 5}}, {{50, 5, 65, 10, 0}, {60, 15, 5}});
    add({{40, 5, 55, 30, 0}, {75, 10, 5}}, {{60, 5, 25, 40, 0}, {20, 50, 0}});
    add({{50, 5, 45, 30, 0}, {70, 5, 5}}, {{50, 50, 25, 5, 0}, {50, 25, 5}});
  }
  void add(const DrawnSet& today, const DrawnSet& plan) {
    report.result.draws.push_back({{}, {make_set(today), make_set(plan)}, {}});
  }
  [[nodiscard]] SimulatedStudy simulated() const { return {drawn.study, report}; }
};

const Conclusion& get(const std::vector<Conclusion>& all, const std::string& words) {
  for (const Conclusion& found : all) {
    if (found.words == words) return found;
  }
  throw std::invalid_argument("no conclusion: " + words);
}

/// Two settlements in four draws; the second's chance follows the first input.
struct FlippingReport {
  SimulationReport report;
  WomenBySettlement women;

  FlippingReport() {
    report.parameters.resize(2);
    report.sets.push_back({"plan", 1, {}, {}});
    auto& by_draw = report.result.p_served.emplace_back();
    const double places[] = {0.1, 0.9, 0.3, 0.7}, others[] = {0.1, 0.3, 0.9, 0.7};
    for (std::size_t draw = 0; draw < 4; ++draw) {
      report.result.draws.push_back({{places[draw], others[draw]}, {}, {}});
      by_draw.push_back(IdxVector<SettlementIdx, double>(2));
      by_draw.back()[SettlementIdx(0)] = 0.95;
      by_draw.back()[SettlementIdx(1)] = places[draw] > 0.5 ? 0.9 : 0.7;
    }
    for (const Persons rural : {500, 30}) women.push_back({rural, rural});
  }
};

}  // namespace

TEST_CASE("conclusions are counted over the draws, and worded as most draws have them") {
  const DrawnReport drawn;
  const auto all = find_conclusions(drawn.simulated());
  const Conclusion& serves = get(all, "plan serves more rural women than today");
  CHECK(serves.n_holds == 2);  // equal in the third draw
  CHECK(serves.n_draws == 3);
  CHECK_FALSE(serves.survives());
  CHECK(get(all, "fewer rural women are underserved under plan than today").n_holds == 2);
  CHECK(get(all, "more than half of rural women are underserved under baseline").n_holds == 2);
  CHECK(get(all, "less than half of rural women are underserved under plan").n_holds == 2);
  CHECK(get(all, "under baseline distance holds back more rural women than floods").survives());
  CHECK(get(all, "under plan distance holds back more rural women than floods").n_holds == 2);
  CHECK(get(all, "under plan distance holds back more rural women than capacity").n_holds == 2);
}

TEST_CASE("the worst block is the one that is it in most draws") {
  const DrawnReport drawn;
  const auto all = find_conclusions(drawn.simulated());
  CHECK_THAT(all.back().words, Contains("under plan is Sonpur"));
  CHECK(all.back().n_holds == 2);
  CHECK_THAT(conclusions_lines(drawn.simulated()),
             Contains("| 2 of 3 draws | no |") && Contains("| 3 of 3 draws | yes |"));
}

TEST_CASE("an input that a settlement follows flips its women, another flips none") {
  const FlippingReport flipping;
  const auto flips = find_verdict_flips({flipping.report, flipping.women, 0.8, 1}, 0);
  CHECK(flips.women == std::vector<Persons>{30, 0});
  CHECK(flips.by_chance == 30);
  const auto none = find_verdict_flips({flipping.report, flipping.women, 0.5, 1}, 0);
  CHECK(none.women == std::vector<Persons>{0, 0});
  CHECK(none.by_chance == 0);
}

TEST_CASE(
    "the table of sensitivity has effects of Morris, shares of Sobol', and the noise of both") {
  SimulationReport report;
  report.sets.resize(1);
  report.sets[0].name = "only";
  report.parameters = {{"flood.a", {}, Basis::kPrior}, {"roads.b", {}, Basis::kAssumed}};
  SensitivityResult found;
  MorrisEffects effects;
  effects.inputs.resize(2);
  effects.inputs[1].mean_absolute.value = 1234;
  effects.noise = ElementaryEffect();
  found.morris = {effects};
  found.columns = {{"roads.b", {1}}, {"flood", {0, 2}}};
  SobolIndices indices;
  indices.inputs.resize(2);
  indices.inputs[0].total.value = 0.75;
  indices.noise = VarianceShare();
  found.sobol = {indices};
  report.side.sensitivity = found;
  const Table table = make_sensitivity_table(report);
  require_sound(table);
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[1][2] == Cell("roads.b"));
  CHECK(table.rows[1][4] == Cell(1234.0));
  CHECK(table.rows[2][2] == Cell("noise"));
  CHECK(table.rows[3][3] == Cell("assumed"));
  CHECK(table.rows[4][3] == Cell("2 inputs"));
  CHECK(table.rows[3][4] == Cell());  // no effect of Morris in a row of Sobol'
  CHECK(sensitivity_lines(SimulationReport()).empty());
  CHECK_THAT(sensitivity_lines(report), Contains("| roads.b | assumed | 1,234") &&
                                            Contains("0.75") && Contains("| flood (2) |") &&
                                            Contains("other years"));
}
