// Lists of sites that fit what is announced, and the rule held against the best sites.

#include "planner/optimise/rule_lists.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/rule_audit.h"
#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr const char* kSub = "sub-division headquarters";

/// Five districts of one open centre each (the last has two) on a plane, and candidates at 10, 40
/// and 70 km from them; of three planned centres one place, one district and nothing is known.
struct Announced {
  Announced() {
    Dataset& data = drawn.study.dataset;
    for (std::size_t d = 2; d < 5; ++d) {
      data.districts.areas.push_back({"D" + std::to_string(d + 1), "More", AreaIdx(), {}, 1});
    }
    std::vector<Centre> centres;
    for (std::size_t d = 0; d < 5; ++d) {
      centres.push_back(centre("E" + std::to_string(d), d, 0, CentreStatus::kExisting));
      for (const int km : {10, 40, 70}) {
        Centre site =
            centre("K" + std::to_string(d) + std::to_string(km), d, km, CentreStatus::kCandidate);
        site.kind = d == 1 ? "block headquarters" : kSub;
        centres.push_back(site);
      }
    }
    centres.push_back(centre("E4b", 4, 5, CentreStatus::kExisting));
    planned("P0", 0, SiteKnown::kPlace, centres);
    planned("P1", 1, SiteKnown::kDistrict, centres);
    planned("P2", 2, SiteKnown::kNothing, centres);
    drawn.study.sets = {{"baseline", {}}};
    replace_centres(drawn.study, centres);
    auto& open = drawn.study.sets.front().open;
    for (const CentreIdx at : indices(all())) {
      if (all()[at].status == CentreStatus::kExisting) open.push_back(at);
      if (all()[at].status == CentreStatus::kCandidate) candidates.push_back(at);
    }
  }

  static Centre centre(const std::string& id, std::size_t district, int km, CentreStatus status) {
    Centre made;
    made.id = id;
    made.district = AreaIdx(district);
    made.status = status;
    made.at = {1000.0 * km, 200'000.0 * static_cast<double>(district)};
    return made;
  }
  static void planned(const std::string& id, std::size_t district, SiteKnown known,
                      std::vector<Centre>& centres) {
    centres.push_back(centre(id, district, 25, CentreStatus::kPlanned));
    centres.back().known = known;
  }

  [[nodiscard]] const IdxVector<CentreIdx, Centre>& all() const {
    return drawn.study.dataset.centres.centres;
  }
  /// One more planned centre.
  CentreIdx plan(const std::string& id, std::size_t district, SiteKnown known) {
    auto& centres = drawn.study.dataset.centres.centres.raw();
    planned(id, district, known, centres);
    return CentreIdx(centres.size() - 1);
  }
  [[nodiscard]] Centre& get(const std::string& id) {
    return *std::ranges::find(drawn.study.dataset.centres.centres.raw(), id, &Centre::id);
  }
  [[nodiscard]] RuleLists lists(const SitingRule& rule = {}) const {
    return {drawn.study, drawn.study.sets.front(), candidates, rule};
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<CentreIdx>& sites) const {
    std::vector<std::string> found;
    for (const CentreIdx at : sites) found.push_back(all()[at].id);
    return found;
  }

  DrawnStudy drawn;
  std::vector<CentreIdx> candidates;
};

}  // namespace

TEST_CASE("every list keeps what is known, and takes no district twice") {
  const Announced announced;
  const RuleLists lists = announced.lists();
  REQUIRE_FALSE(lists.find_obstacle());
  CHECK(lists.n_planned() == 3);
  std::set<std::string> free_districts;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto ids = announced.ids(lists.draw(i));
    REQUIRE(ids.size() == 3);
    CHECK(ids[2] == "P0");            // the known place
    CHECK(ids[0].starts_with("K1"));  // of the known district; it has the other kind only
    free_districts.insert(ids[1].substr(0, 2));
  }
  // D1 has a known place, D2 a known district, D5 two open centres.
  CHECK(free_districts == std::set<std::string>{"K2", "K3"});
}

TEST_CASE("a list holds no site twice where a district gets several centres") {
  Announced announced;
  announced.plan("P3", 1, SiteKnown::kDistrict);
  const RuleLists lists = announced.lists();
  REQUIRE_FALSE(lists.find_obstacle());
  std::set<std::vector<CentreIdx>> different;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto list = lists.draw(i);
    REQUIRE(list.size() == 4);
    CHECK(std::ranges::adjacent_find(list) == list.end());
    different.insert(list);
  }
  CHECK(different.size() > 5);
}

TEST_CASE("a district whose sites of the kind are all taken gives one of the other kind") {
  Announced announced;
  announced.plan("P3", 3, SiteKnown::kDistrict);
  announced.plan("P4", 3, SiteKnown::kDistrict);
  for (const char* id : {"K310", "K370"}) announced.get(id).kind = "block headquarters";
  const RuleLists lists = announced.lists();
  REQUIRE_FALSE(lists.find_obstacle());
  const auto possible = lists.possible_sites();
  std::set<std::string> others;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto list = lists.draw(i);
    const auto ids = announced.ids(list);
    CHECK(std::ranges::count(ids, "K340") == 1);
    for (const std::string& id : ids) {
      if (id.starts_with("K3") && id != "K340") others.insert(id);
    }
    CHECK(std::ranges::includes(possible, list));
  }
  CHECK(others == std::set<std::string>{"K310", "K370"});
}

TEST_CASE("a known place that is a candidate too is in each list once") {
  Announced announced;
  const CentreIdx place = announced.plan("P3", 1, SiteKnown::kPlace);
  announced.get("P3").kind = "block headquarters";
  announced.candidates.push_back(place);
  for (std::uint64_t i = 0; i < 300; ++i) {
    CHECK(std::ranges::count(announced.lists().draw(i), place) == 1);
  }
}

TEST_CASE("a site is drawn in proportion to how near the rule's distance it is") {
  const Announced announced;
  const RuleLists lists = announced.lists({.distance_km = 40, .spread_km = 20});
  std::map<std::string, double> n;
  constexpr int kDraws = 20'000;
  for (std::uint64_t i = 0; i < kDraws; ++i) ++n[announced.ids(lists.draw(i))[0]];
  const double away = std::exp(-30.0 / 20.0), all = 1 + 2 * away;
  // Within five standard deviations.
  CHECK(n["K140"] / kDraws == Approx(1 / all).margin(0.018));
  CHECK(n["K110"] / kDraws == Approx(away / all).margin(0.014));
  CHECK(n["K170"] / kDraws == Approx(away / all).margin(0.014));
}

TEST_CASE("lists are the same for the same seed and differ between numbers") {
  Announced announced;
  const auto first = announced.lists().draw(7);
  CHECK(announced.lists().draw(7) == first);
  std::set<std::vector<CentreIdx>> different;
  for (std::uint64_t i = 0; i < 50; ++i) different.insert(announced.lists().draw(i));
  CHECK(different.size() > 5);
  announced.drawn.study.scenario.seed = 1;
  bool changed = false;
  for (std::uint64_t i = 0; i < 50; ++i) changed |= !different.contains(announced.lists().draw(i));
  CHECK((changed || announced.lists().draw(7) != first));
}

TEST_CASE("sites that some list can hold, and no others, are possible") {
  const Announced announced;
  const RuleLists lists = announced.lists();
  const auto possible = lists.possible_sites();
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto list = lists.draw(i);
    CHECK(std::ranges::includes(possible, list));
  }
  CHECK(announced.ids(possible) ==
        std::vector<std::string>{"K010", "K040", "K070", "K110", "K140", "K170", "K210", "K240",
                                 "K270", "K310", "K340", "K370", "K410", "K440", "K470", "P0"});
}

TEST_CASE("why no list can be drawn is told") {
  Announced announced;
  announced.planned("P5", 3, SiteKnown::kNothing,
                    announced.drawn.study.dataset.centres.centres.raw());
  announced.planned("P6", 3, SiteKnown::kNothing,
                    announced.drawn.study.dataset.centres.centres.raw());
  CHECK_THAT(*announced.lists().find_obstacle(),
             Contains("3 planned centres may be anywhere, and only 2 districts have room"));
  CHECK_THAT(*announced.lists({.kind = "a", .other_kind = "b"}).find_obstacle(),
             Contains("the district of 'P1'"));
  for (const char* id : {"P7", "P8", "P9"}) announced.plan(id, 1, SiteKnown::kDistrict);
  CHECK_THAT(*announced.lists().find_obstacle(),
             Contains("the district of 'P1' is to get 4 planned centres, and has 3 candidates"));
  Announced open;
  open.drawn.study.sets.front().open.push_back(open.lists().planned().front());
  CHECK(open.lists().find_obstacle() ==
        "the planned centre 'P0' is already open in the set 'baseline'");
  DrawnStudy unplanned;
  unplanned.centre(1).status = CentreStatus::kCandidate;
  const RuleLists none(unplanned.study, unplanned.study.sets.front(), {}, {});
  CHECK(none.find_obstacle() == "no centre is planned");
}

TEST_CASE("the audit measures every list, and no list beats the best that the rule allows") {
  const Announced announced;
  SilentProgress silent;
  const Study& study = announced.drawn.study;
  const auto model = announced.drawn.model();
  const RuleAudit audit = audit_rule(
      {study, *model, study.sets.front(), announced.candidates}, announced.lists(),
      {.n_lists = 40, .limit = TravelTime::from_minutes(60), .counted = WomenCounted::kAll},
      silent);
  CHECK_FALSE(audit.obstacle);
  REQUIRE(audit.lists.size() == 40);
  CHECK(audit.best.status == AnswerStatus::kProven);
  CHECK(audit.best_by_rule.status == AnswerStatus::kProven);
  CHECK(audit.best.set.sites.size() == 3);
  CHECK(audit.best_by_rule.bound == audit.best_by_rule.set.measure.within);
  for (const AuditedSites& list : audit.lists) {
    CHECK(list.measure.within <= audit.best_by_rule.set.measure.within);
    CHECK(list.measure.within >= audit.locked.within);
  }
}

TEST_CASE("without best sites to compare with the audit says why, and holds no figures") {
  const Announced announced;
  SilentProgress silent;
  const Study& study = announced.drawn.study;
  const auto model = announced.drawn.model();
  const RuleAudit audit =
      audit_rule({study, *model, study.sets.front(), {announced.candidates.front()}},
                 announced.lists(), {.limit = TravelTime::from_minutes(60)}, silent);
  REQUIRE(audit.obstacle);
  CHECK_FALSE(audit.obstacle->empty());
  CHECK(audit.lists.empty());
}

TEST_CASE("where every planned place is known there is one list, the true one") {
  Announced announced;
  for (Centre& centre : announced.drawn.study.dataset.centres.centres) {
    centre.known = SiteKnown::kPlace;
  }
  SilentProgress silent;
  const Study& study = announced.drawn.study;
  const auto model = announced.drawn.model();
  const RuleAudit audit =
      audit_rule({study, *model, study.sets.front(), announced.candidates}, announced.lists(),
                 {.limit = TravelTime::from_minutes(60)}, silent);
  REQUIRE(audit.lists.size() == 1);
  CHECK(announced.ids(audit.lists.front().sites) == std::vector<std::string>{"P0", "P1", "P2"});
  CHECK(audit.lists.front().measure.within == audit.as_listed.measure.within);
}
