#include "planner/simulation/capacity_check.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "planner/simulation/capacity_text.h"
#include "sim/operations/erlang_loss.h"

using namespace pahunch;
using Catch::Contains;

namespace {

const std::vector<UncertainParameter> kParameters = {
    {"demand.p_night", {0.2, 0, 1, "test"}},
    {"operations.shelter.beds", {5, 3, 8, "test"}},
    {"operations.shelter.p_sheltered", {0.3, 0.1, 1, "test"}}};

OperationsModel make_operations() {
  OperationsModel model;
  model.shelter.beds = {5, 3, 8, "test"};
  model.shelter.p_sheltered = {0.3, 0.1, 1, "test"};
  model.shelter.stay.mean = {4, 2, 5, "test"};
  model.shelter.p_extended = {0.5, 0, 1, "test"};
  model.shelter.extension.mean = {2, 1, 5, "test"};
  return model;
}

/// A draw with 1000 cases at two centres, of whom so many are turned away and helped late.
DrawSummary draw_of(double beds, double sheltered, std::int64_t turned_away,
                    std::int64_t late = 0) {
  SetResult set;
  for (const std::int64_t cases : {400, 600}) {
    CentreMoments centre;
    centre.sums.n_cases = cases;
    set.centres.push_back(centre);
  }
  set.centres[CentreIdx(0)].sums.n_turned_away = turned_away;
  set.centres[CentreIdx(1)].sums.n_helped_late = late;
  set.registered.add(1000);
  set.registered.add(1000);
  return {{0.9, beds, sheltered}, {set}, {}};
}

CapacityCheck check(const std::vector<DrawSummary>& draws,
                    const std::vector<UncertainParameter>& parameters = kParameters) {
  ExperimentResult result;
  result.draws = draws;
  const OperationsModel operations = make_operations();
  return check_capacity({.operations = operations,
                         .parameters = parameters,
                         .result = result,
                         .sets = {"plan"},
                         .n_centres = {2}});
}

}  // namespace

TEST_CASE("draws are told apart by the thirds of beds and of the share sheltered") {
  const auto found = check({draw_of(0.1, 0.9, 300), draw_of(0.3, 0.99, 100), draw_of(0.5, 0.4, 20),
                            draw_of(1.0, 0.0, 0)});
  const DrawGroups& draws = found.sets[0].draws;
  CHECK(draws[0][2].n == 2);
  CHECK(draws[0][2].turned_away == Approx(0.2));
  CHECK(draws[1][1].n == 1);
  CHECK(draws[1][1].turned_away == Approx(0.02));
  CHECK(draws[2][0].n == 1);
  CHECK(draws[2][2].n == 0);
  CHECK(found.sets[0].most_turned_away == Approx(0.3));
}

TEST_CASE("the formula is Erlang's for a centre with the mean number of cases") {
  const auto found = check({draw_of(0.5, 0.5, 0)});
  CHECK(found.stay_days == Approx(5));
  CHECK(found.sets[0].cases_per_centre == Approx(500));
  const double load = 500 * 0.3 * 5 / 365.0;
  CHECK(found.sets[0].formula[1][1] == Approx(0.3 * get_erlang_loss(load, 5)));
  CHECK(found.sets[0].formula[0][2] == Approx(get_erlang_loss(500 * 5 / 365.0, 3)));
  CHECK(found.sets[0].formula[0][2] > found.sets[0].formula[2][2]);
}

TEST_CASE("capacity is not the constraint only where no draw turns one in a hundred away") {
  const std::string fine = capacity_text(check({draw_of(0.1, 0.1, 9), draw_of(0.9, 0.9, 0)}));
  CHECK_THAT(fine, Contains("**capacity is not the constraint**"));
  const std::string tight = capacity_text(check({draw_of(0.1, 0.1, 10), draw_of(0.9, 0.9, 0)}));
  CHECK_THAT(tight, !Contains("capacity is not the constraint"));
  CHECK_THAT(tight, Contains("at most 1.0% in any draw"));
}

TEST_CASE("cells say how many draws they are of, and where there is none") {
  const std::string text = capacity_text(check({draw_of(0.1, 0.1, 10), draw_of(0.2, 0.2, 30)}));
  CHECK_THAT(text, Contains("2.0%, 2 draws") && Contains("no draw"));
  CHECK_THAT(text, Contains("| plan | 3 | low |") && Contains("| plan | 8 | high |"));
}

TEST_CASE("who is helped late is told beside who is turned away") {
  const auto found = check({draw_of(0.5, 0.5, 0, 250)});
  CHECK(found.sets[0].helped_late.mean == Approx(0.25));
  CHECK_THAT(capacity_text(found), Contains("25.0% (25.0% to 25.0%) are helped later"));
}

TEST_CASE("shares too small to print are said to be small") {
  CapacityCheck check{.beds = {}, .p_sheltered = {}, .stay_days = 1, .sets = {{.name = "plan"}}};
  check.sets[0].formula[0] = {0, 2e-7, 0.00512};
  CHECK_THAT(capacity_text(check),
             Contains("| 0 | no draw | <0.01% | no draw | 0.51% | no draw |"));
}

TEST_CASE("inputs without a range put all draws into the middle") {
  const auto found = check({draw_of(0.1, 0.9, 5), draw_of(0.9, 0.1, 5)}, {kParameters[0]});
  CHECK(found.sets[0].draws[1][1].n == 2);
}

TEST_CASE("the check is numbers in JSON, with null for a cell without a draw") {
  const auto json = capacity_json(check({draw_of(0.1, 0.1, 10)}));
  CHECK(json["sets"][0]["cells"].size() == 9);
  CHECK(json["sets"][0]["cells"][0]["turned_away"].get<double>() == Approx(0.01));
  CHECK(json["sets"][0]["cells"][0]["draws"] == 1);
  CHECK(json["sets"][0]["cells"][8]["turned_away"].is_null());
}
