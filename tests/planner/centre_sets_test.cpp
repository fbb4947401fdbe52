#include "planner/study/centre_sets.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

using Ids = std::vector<std::string>;

/// The drawn dataset and a scenario of two sets that are both of the existing centre C1.
struct Sets {
  Sets() { drawn.study.scenario.sets = {{"now", {"existing"}}, {"then", {"existing"}}}; }

  WhatIf& what_if() { return drawn.study.scenario.what_if; }
  void make() {
    sets = make_centre_sets(drawn.study.scenario, *drawn.study.projection, drawn.study.dataset);
  }
  /// The ids open in a set, as made.
  [[nodiscard]] Ids open(std::size_t set) const {
    Ids ids;
    for (const CentreIdx at : sets.at(set).open) {
      ids.push_back(drawn.study.dataset.centres.centres[at].id);
    }
    return ids;
  }
  /// A site by its place in the drawing.
  [[nodiscard]] SiteSpec site(const std::string& id, Xy at) const {
    return {id, "Site " + id, drawn.study.projection->to_lon_lat(at)};
  }

  DrawnStudy drawn;
  std::vector<CentreSet> sets;
};

std::string error_of(Sets& sets) {
  try {
    sets.make();
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a status opens all centres of that status") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"all", {"existing", "planned", "candidate"}}};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1", "C2", "C3"});
}

TEST_CASE("a candidate joins the centres when a set or the scenario names it, and not before") {
  Sets sets;
  Centre site;
  site.id = "A1";
  site.status = CentreStatus::kCandidate;
  site.at = sets.drawn.at('B');
  sets.drawn.study.dataset.candidates.centres.push_back(site);
  site.id = "K9";
  sets.drawn.study.dataset.candidates.centres.push_back(site);
  sets.drawn.study.scenario.sets = {{"now", {"existing"}}, {"then", {"existing", "A1"}}};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1"});
  CHECK(sets.open(1) == Ids{"A1", "C1"});
  CHECK(sets.drawn.study.dataset.candidates.centres.size() == 1);
  CHECK(sets.drawn.study.dataset.centres.centres.size() == 4);
}

TEST_CASE("an id opens its centre whatever its status, and once however often it is named") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"some", {"C3", "existing", "C3"}}};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1", "C3"});
}

TEST_CASE("a set without members is empty") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"none", {}}};
  sets.make();
  CHECK(sets.open(0).empty());
}

TEST_CASE("what is added by id is open in every set but the first") {
  Sets sets;
  sets.what_if().add = {"C2"};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1"});
  CHECK(sets.open(1) == Ids{"C1", "C2"});
}

TEST_CASE("a new site becomes a candidate of its district, sorted among the centres") {
  Sets sets;
  sets.what_if().add_sites = {sets.site("B7", {0, 50})};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1"});
  CHECK(sets.open(1) == Ids{"B7", "C1"});
  const Centre& site = sets.drawn.centre(0);
  CHECK(site.id == "B7");
  CHECK(site.name == "Site B7");
  CHECK(site.status == CentreStatus::kCandidate);
  CHECK(site.provenance == "scenario");
  CHECK(site.district == AreaIdx(0));
  CHECK(site.at.x_m == Approx(0).margin(0.01));
  CHECK(site.at.y_m == Approx(50).margin(0.01));
}

TEST_CASE("the status of candidates is refused where none of the centres has it") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"now", {"existing"}}, {"then", {"existing", "candidate"}}};
  sets.drawn.study.dataset.centres.centres[CentreIdx(2)].status = CentreStatus::kPlanned;
  CHECK_THAT(error_of(sets), Contains("'candidate' is the status of none of the centres") &&
                                 Contains("centres.then"));
}

TEST_CASE("a centre that is closed and moved is refused, as one of them would be lost") {
  Sets sets;
  sets.what_if().close = {"C1"};
  sets.what_if().move = {sets.site("C1", {50, 0})};
  CHECK_THAT(error_of(sets), Contains("'C1' changes nothing") && Contains("centres.move"));
}

TEST_CASE("a new site is not one of the dataset's candidates") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"now", {"candidate"}}, {"then", {}}};
  sets.what_if().add_sites = {sets.site("N", {0, 0})};
  sets.make();
  CHECK(sets.open(0) == Ids{"C3"});
  CHECK(sets.open(1) == Ids{"N"});
}

TEST_CASE("a closed centre stays open in the first set") {
  Sets sets;
  sets.what_if().close = {"C1"};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1"});
  CHECK(sets.open(1).empty());
}

TEST_CASE("a moved centre keeps its name and stands in the first set where it was") {
  Sets sets;
  sets.drawn.centre(0).location_error_km = 3;
  sets.what_if().move = {sets.site("C1", {800, 0})};
  sets.make();
  CHECK(sets.open(0) == Ids{"C1"});
  CHECK(sets.open(1) == Ids{"C1@moved"});
  const Centre& moved = sets.drawn.centre(1);
  CHECK(moved.name == "Kendra C1");
  CHECK(moved.district == AreaIdx(1));
  CHECK(moved.location_error_km == 0);
  CHECK(sets.drawn.centre(0).at == sets.drawn.at('A'));
}

TEST_CASE("without districts a new site may lie anywhere") {
  Sets sets;
  sets.drawn.study.dataset.districts.areas = {};
  sets.what_if().add_sites = {sets.site("N", {50000, 0})};
  sets.make();
  CHECK_FALSE(sets.drawn.centre(3).district.valid());
}

TEST_CASE("a member that is nothing names the nearest known word") {
  Sets sets;
  sets.drawn.study.scenario.sets = {{"now", {"planed"}}};
  CHECK_THAT(error_of(sets), Contains("'planed' is neither a status nor the id of a centre") &&
                                 Contains("centres.now") && Contains("did you mean 'planned'?"));
  sets.drawn.study.scenario.sets = {{"now", {"something else"}}};
  CHECK_THAT(error_of(sets), Contains("statuses are existing, planned and candidate"));
}

TEST_CASE("an id that is there already cannot be added as a new site") {
  Sets sets;
  sets.what_if().add_sites = {sets.site("C2", {0, 0})};
  CHECK_THAT(error_of(sets),
             Contains("the id 'C2' is already that of a centre") && Contains("centres.add"));
}

TEST_CASE("a site outside all districts is refused") {
  Sets sets;
  sets.what_if().add_sites = {sets.site("N", {50000, 0})};
  CHECK_THAT(error_of(sets), Contains("the site 'N' lies in no district") && Contains("swapped?"));
  Sets moved;
  moved.what_if().move = {moved.site("C1", {50000, 0})};
  CHECK_THAT(error_of(moved),
             Contains("'C1@moved' lies in no district") && Contains("centres.move"));
}

TEST_CASE("a change that changes nothing is refused") {
  Sets added;
  added.what_if().add = {"C1"};
  CHECK_THAT(error_of(added), Contains("'C1' changes nothing: it is in every set already"));
  Sets closed;
  closed.what_if().close = {"C2"};
  CHECK_THAT(error_of(closed), Contains("'C2' changes nothing: it is open in no later set"));
  Sets moved;
  moved.what_if().move = {moved.site("C2", {0, 0})};
  CHECK_THAT(error_of(moved), Contains("'C2' changes nothing"));
}

TEST_CASE("a centre that is closed, moved or added but unknown is refused") {
  Sets closed;
  closed.what_if().close = {"C9"};
  CHECK_THAT(error_of(closed), Contains("'C9' is neither") && Contains("centres.close"));
  Sets moved;
  moved.what_if().move = {moved.site("C9", {0, 0})};
  CHECK_THAT(error_of(moved), Contains("'C9' is neither") && Contains("centres.move"));
  Sets added;
  added.what_if().add = {"C9"};
  CHECK_THAT(error_of(added), Contains("'C9' is neither") && Contains("centres.add"));
}

TEST_CASE("what was observed in a week stays with its centre when others are added") {
  Sets sets;
  auto& data = sets.drawn.study.dataset;
  CaseWeek of_all, of_one;
  of_one.centre = CentreIdx(1);
  const std::string id = data.centres.centres[CentreIdx(1)].id;
  data.case_weeks = {of_all, of_one};
  sets.what_if().add_sites = {sets.site("A0", sets.drawn.at('B'))};
  sets.make();
  REQUIRE(data.case_weeks.size() == 2);
  CHECK_FALSE(data.case_weeks[0].centre.valid());
  CHECK(data.centres.centres[data.case_weeks[1].centre].id == id);
  CHECK(data.case_weeks[1].centre != CentreIdx(1));
}
