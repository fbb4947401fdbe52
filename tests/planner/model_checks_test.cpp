#include "planner/simulation/model_checks.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "planner/simulation/model_checks_text.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::vector<CaseYear> kStated = {{"2023-24", 7517, 6599, 12, ""},
                                       {"2024-25", 8888, 7185, 12, ""},
                                       {"2025-26", 7180, 6322, 10, ""}};

ModelChecks check(const std::vector<CaseYear>& cases, const FloodTable& floods) {
  const FloodFit fit = fit_floods(floods, get_bundled_prior().flood);
  return check_model(
      {.cases = cases, .floods = floods, .fit = fit, .demand = {}, .n_districts = 38, .seed = 3});
}

const ModelChecks& bundled_checks() {
  static const ModelChecks checks = check(kStated, get_bundled_floods());
  return checks;
}

}  // namespace

TEST_CASE("the last year of the stated cases is foretold, and so said with its poor power") {
  const std::string text = model_checks_text(bundled_checks());
  CHECK_THAT(text, Contains("2025-26, 10 months of twelve: ") && Contains("7,180 observed"));
  CHECK_THAT(text, Contains("Taken as a whole year, which it is not"));
  CHECK_THAT(text, Contains("Three totals give this test almost no power"));
  CHECK(bundled_checks().forecast->percentile == Approx(0.63).margin(0.01));
}

TEST_CASE("no reading of the stated disposals fits, and the table says so by year") {
  for (const DisposalCheck& check : bundled_checks().disposals) {
    REQUIRE(check.fit);
    CHECK_FALSE(holds(*check.fit));
  }
  const std::string text = model_checks_text(bundled_checks());
  CHECK_THAT(text, Contains("**No reading fits**"));
  CHECK_THAT(text, Contains("| the year's own cases | 2024-25 | 52.4 | 7,185 |"));
  CHECK_THAT(text, Contains("| any case, none open at the start | 2025-26 |"));
  CHECK_THAT(text, Contains("| any case, those of years before too | 2023-24 | none: no end |"));
}

TEST_CASE("counts that one mean has made are found to fit") {
  std::vector<CaseYear> cases = kStated;
  const auto expected = expect_disposals(cases, {}, 64);
  for (std::size_t i = 0; i < 3; ++i) cases[i].disposed = std::lround(expected[i]);
  const auto found = check_disposals(cases);
  REQUIRE(found[0].fit);
  CHECK(holds(*found[0].fit));
  ModelChecks checks{.years = {"a", "b", "c"}, .disposals = {found[0]}};
  CHECK_THAT(model_checks_text(checks), Contains("1 of 1 readings miss no year by more than 3"));
}

TEST_CASE("where the counts do not bear a reading the reason stands in its place") {
  std::vector<CaseYear> cases = kStated;
  cases[1].disposed = 9000;
  auto found = check_disposals(cases);
  CHECK(found[0].obstacle == "more were disposed than registered in 2024-25");
  CHECK(found[1].fit);
  for (CaseYear& year : cases) year.disposed = 0;
  for (const DisposalCheck& check : check_disposals(cases)) {
    CHECK(check.obstacle == "the table says of no case that it was disposed");
  }
  cases[0] = {"2023-24", 0, 5, 12, ""};
  for (const DisposalCheck& check : check_disposals(cases)) {
    CHECK(check.obstacle == "no case is on record in 2023-24");
  }
}

TEST_CASE("each year of floods is left out once, and August 2021 is ranked as the worst month") {
  const ModelChecks& checks = bundled_checks();
  CHECK(checks.left_out.size() == 16);
  REQUIRE_FALSE(checks.worst_months.empty());
  CHECK(checks.worst_months.front().month == YearMonth{2021, 8});
  CHECK(checks.worst_months.front().wet_share == Approx(0.51).margin(0.005));
  const std::string text = model_checks_text(checks);
  CHECK_THAT(text, Contains("| 2021 | share >5%, worst month | 0.512 |"));
  CHECK_THAT(text, Contains("- 2021-08, the worst seen: 51% of the blocks"));
  CHECK_THAT(text, !Contains("beyond 99%"));
}

TEST_CASE("the model is said to be no better than its rival where it is not") {
  ModelChecks checks = bundled_checks();
  CHECK_THAT(model_checks_text(checks), Contains("the model foretells no better than drawing"));
  for (LeftOutRow& row : checks.left_out) row.model.fair_crps = 0;
  CHECK_THAT(model_checks_text(checks), Contains("the model foretells better than drawing"));
}

TEST_CASE("a month that the model hardly draws is told in bold") {
  ModelChecks checks{.worst_months = {{{2021, 8}, 0.5, 0.3, 0.2, 0.005}}};
  CHECK_THAT(model_checks_text(checks), Contains("**A month that was seen lies beyond 99%"));
}

TEST_CASE("the worst months are those with most blocks above 5% and above 20%") {
  FloodTable table = make_august_table(make_grid_blocks(2, 15), 3);
  CHECK(find_worst_months(table).empty());
  table.frac[1] = {0.1, 0.1, 0.1, 0};
  table.frac[2] = {0.3, 0, 0, 0};
  CHECK(find_worst_months(table) == std::vector<YearMonth>{{2002, 8}, {2003, 8}});
  table.frac[1][0] = 0.5;
  CHECK(find_worst_months(table) == std::vector<YearMonth>{{2002, 8}});
}

TEST_CASE("with two years of cases and one of floods the checks say what they lack") {
  const ModelChecks checks = check({kStated[0], kStated[1]}, keep_year(get_bundled_floods(), 2021));
  CHECK_FALSE(checks.forecast);
  CHECK(checks.left_out.empty());
  const std::string text = model_checks_text(checks);
  CHECK_THAT(text, Contains("Not done: the table holds fewer than three years."));
  CHECK_THAT(text, Contains("Not done: fewer than two years of floods are known."));
  const auto json = model_checks_json(checks);
  CHECK(json["last_year"]["not_done"] == "the table holds fewer than three years");
}

TEST_CASE("the checks are numbers in JSON") {
  const auto json = model_checks_json(bundled_checks());
  CHECK(json["last_year"]["observed"] == 7180);
  CHECK(json["last_year"]["width"].get<double>() ==
        json["last_year"]["high"].get<double>() - json["last_year"]["low"].get<double>());
  CHECK(json["disposals"].size() == 3);
  CHECK(json["disposals"][0]["mean_days"].get<double>() == Approx(52.4));
  CHECK(json["disposals"][0]["holds"] == false);
  CHECK(json["floods"]["left_out"].size() == 16);
  CHECK(json["floods"]["worst_months"][0]["month"] == "2021-08");
}
