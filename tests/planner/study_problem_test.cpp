// A siting problem out of a study: the pairs it keeps give the same answers as all pairs.

#include "planner/optimise/study_problem.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "geo/base/error.h"
#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/set_measure.h"
#include "planner/optimise/study_rules.h"
#include "planner/siting/solve_siting.h"
#include "tests/support/drawn_study.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// The tiny dataset with its candidates among the centres.
struct TinyStudy {
  TinyStudy() {
    SilentProgress silent;
    Scenario scenario;
    scenario.dataset = source_file("tests/data/tiny");
    study = load_study(scenario, silent);
    candidates = choose_candidates({}, study.sets.front(), study);
    model = make_model(study, scenario_choice(scenario), silent);
  }
  [[nodiscard]] StudyProblem problem(const SitingObjective& objective,
                                     WomenCounted counted = WomenCounted::kRural) const {
    SilentProgress silent;
    return make_study_problem(
        study, *model, {.locked = study.sets.front(), .candidates = candidates, .counted = counted},
        objective, silent);
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<CentreIdx>& sites) const {
    std::vector<std::string> found;
    for (const CentreIdx at : sites) found.push_back(study.dataset.centres.centres[at].id);
    return found;
  }

  Study study;
  std::vector<CentreIdx> candidates;
  std::unique_ptr<TravelModel> model;
};

/// All choices of so many candidates.
std::vector<std::vector<CentreIdx>> choices(const std::vector<CentreIdx>& of, std::size_t n) {
  std::vector<bool> is_in(of.size(), false);
  std::fill_n(is_in.begin(), n, true);
  std::vector<std::vector<CentreIdx>> all;
  do {
    std::vector<CentreIdx> chosen;
    for (std::size_t i = 0; i < of.size(); ++i) {
      if (is_in[i]) chosen.push_back(of[i]);
    }
    all.push_back(std::move(chosen));
  } while (std::prev_permutation(is_in.begin(), is_in.end()));
  return all;
}

/// Straight from the travel times, settlement by settlement, of those that some site reaches.
struct ByHand {
  Persons covered = 0;
  double sum = 0, largest = 0;
};
ByHand reckon(const TinyStudy& tiny, const std::vector<CentreIdx>& chosen, TravelTime limit) {
  std::vector<CentreIdx> open = tiny.study.sets.front().open;
  open.insert(open.end(), chosen.begin(), chosen.end());
  std::vector<CentreIdx> any = open;
  any.insert(any.end(), tiny.candidates.begin(), tiny.candidates.end());
  const auto best_of = [&](SettlementIdx at, const std::vector<CentreIdx>& sites) {
    TravelTime best = TravelTime::unreachable();
    for (const CentreIdx site : sites) {
      best = std::min(best, tiny.model->times(SiteIdx(site.value()))[PlaceIdx(at.value())]);
    }
    return best;
  };
  ByHand found;
  for (const SettlementIdx at : indices(tiny.study.dataset.settlements.settlements)) {
    const Persons weight = tiny.study.dataset.settlements.settlements[at].rural_women;
    if (weight == 0 || !best_of(at, any).reachable()) continue;
    const TravelTime best = best_of(at, open);
    if (!best.reachable()) {
      found.sum = found.largest = kNever;
      continue;
    }
    if (best <= limit) found.covered += weight;
    found.sum += static_cast<double>(weight) * best.ms();
    found.largest = std::max(found.largest, static_cast<double>(best.ms()));
  }
  return found;
}

}  // namespace

TEST_CASE("all candidates of the dataset may be chosen, and what stands open may not") {
  TinyStudy tiny;
  CHECK(tiny.ids(tiny.candidates) == std::vector<std::string>{"C5", "K1", "K2", "K3", "K4"});
  CHECK(tiny.study.dataset.candidates.centres.empty());
}

TEST_CASE("candidates are chosen by kind, status and id") {
  const auto chosen = [](const std::vector<std::string>& words) {
    SilentProgress silent;
    Scenario scenario;
    scenario.dataset = source_file("tests/data/tiny");
    Study study = load_study(scenario, silent);
    std::vector<std::string> ids;
    for (const CentreIdx at : choose_candidates(words, study.sets.front(), study)) {
      ids.push_back(study.dataset.centres.centres[at].id);
    }
    return ids;
  };
  using Ids = std::vector<std::string>;
  CHECK(chosen({"market"}) == Ids{"K4"});
  CHECK(chosen({"planned"}) == Ids{"C3", "C4"});
  CHECK(chosen({"K1", "C3", "existing"}) == Ids{"C3", "K1"});
  CHECK_THROWS_WITH(chosen({"markt"}), Contains("'markt'") && Contains("did you mean 'market'?"));
  CHECK_THROWS_AS(chosen({"existing"}), UsageError);
}

TEST_CASE("the best sites are those of all choices, reckoned from the travel times") {
  const TinyStudy tiny;
  for (const double minutes : {5.0, 15.0, 40.0}) {
    const TravelTime limit = TravelTime::from_minutes(minutes);
    const SitingObjective cover =
        in_milliseconds({.kind = ObjectiveKind::kCover, .limit = minutes});
    const SitingObjective median = {.kind = ObjectiveKind::kMedian};
    const SitingObjective centre = {.kind = ObjectiveKind::kCentre};
    for (std::size_t n = 0; n <= 3; ++n) {
      ByHand best;
      best.sum = best.largest = kNever;
      for (const auto& chosen : choices(tiny.candidates, n)) {
        const ByHand found = reckon(tiny, chosen, limit);
        best.covered = std::max(best.covered, found.covered);
        best.sum = std::min(best.sum, found.sum);
        best.largest = std::min(best.largest, found.largest);
      }
      const auto objective_of = [&](const SitingObjective& objective) {
        const SitingAnswer answer =
            solve_siting(tiny.problem(objective).problem, {.n_new = n}, objective, {});
        return answer.has_sites() ? answer.objective : kNever;
      };
      CHECK(objective_of(cover) == static_cast<double>(best.covered));
      CHECK(objective_of(median) == best.sum);
      CHECK(objective_of(centre) == best.largest);
    }
  }
}

TEST_CASE("what a locked site is worth is the same with the pairs that are kept as with all") {
  const TinyStudy tiny;
  const SitingObjective median = {.kind = ObjectiveKind::kMedian};
  const StudyProblem made = tiny.problem(median);
  const SitingAnswer answer = solve_siting(made.problem, {.n_new = 1}, median, {});
  std::vector<CentreIdx> chosen;
  for (const SiteIdx at : answer.sites) {
    if (made.problem.sites[at].status != SiteStatus::kLocked) chosen.push_back(made.centre_of[at]);
  }
  const double whole = reckon(tiny, chosen, {}).sum;
  for (std::size_t i = 0; i < answer.sites.size(); ++i) {
    TinyStudy without;
    auto& open = without.study.sets.front().open;
    std::erase(open, made.centre_of[answer.sites[i]]);
    std::vector<CentreIdx> others = chosen;
    std::erase(others, made.centre_of[answer.sites[i]]);
    CHECK(answer.values[i].marginal == reckon(without, others, {}).sum - whole);
  }
}

TEST_CASE("women in reach of no site are counted, and leave only objectives that need them") {
  const TinyStudy tiny;
  const SitingObjective near = in_milliseconds({.kind = ObjectiveKind::kCover, .limit = 0.001});
  const StudyProblem covering = tiny.problem(near);
  CHECK(covering.unreached > 0);
  CHECK(covering.problem.total_weight() == 4300);
  CHECK_FALSE(covering.unreached_left_out);
  SitingObjective far = near;
  far.kind = ObjectiveKind::kMedian;
  const StudyProblem median = tiny.problem(far);
  CHECK(median.problem.total_weight() + median.unreached == 4300);
  CHECK(median.unreached_left_out);
  CHECK(tiny.problem(near, WomenCounted::kAll).problem.total_weight() == 5400);
}

TEST_CASE("a minimum distance rules out pairs and candidates near a locked site") {
  TinyStudy tiny;
  StudyProblem made = tiny.problem({.kind = ObjectiveKind::kMedian});
  const Ground& ground = *tiny.study.dataset.ground;
  constexpr double kKm = 12;
  const auto is_near = [&](SiteIdx a, SiteIdx b) {
    const auto& centres = tiny.study.dataset.centres.centres;
    return ground.distance_m(centres[made.centre_of[a]].at, centres[made.centre_of[b]].at) <
           kKm * 1000;
  };
  const std::size_t n_forbidden = forbid_near_locked(tiny.study, made, kKm);
  const auto locked = made.problem.with_status(SiteStatus::kLocked);
  CHECK(n_forbidden == made.problem.with_status(SiteStatus::kForbidden).size());
  CHECK(n_forbidden > 0);
  std::size_t n_close = 0;
  const auto left = made.problem.with_status(SiteStatus::kCandidate);
  for (const SiteIdx a : left) {
    CHECK(std::ranges::none_of(locked, [&](SiteIdx b) { return is_near(a, b); }));
    for (const SiteIdx b : left) n_close += a < b && is_near(a, b) ? 1U : 0U;
  }
  CHECK(find_close_pairs(tiny.study, made, kKm).size() == n_close);
  CHECK(find_close_pairs(tiny.study, made, 1000).size() == left.size() * (left.size() - 1) / 2);
}

TEST_CASE("the sites of each district are a group") {
  const TinyStudy tiny;
  const StudyProblem made = tiny.problem({.kind = ObjectiveKind::kMedian});
  std::size_t n = 0;
  for (const SiteGroup& group : group_sites(tiny.study, made, AreaLevel::kDistrict)) {
    for (const SiteIdx at : group.sites) {
      const Centre& centre = tiny.study.dataset.centres.centres[made.centre_of[at]];
      CHECK(tiny.study.dataset.districts.areas[centre.district].name == group.name);
      ++n;
    }
  }
  CHECK(n == made.problem.sites.size());
}

TEST_CASE("a set is measured as the coverage of the same set says") {
  TinyStudy tiny;
  SilentProgress silent;
  SetMeasurer measurer(tiny.study, *tiny.model, tiny.study.sets.front().open,
                       {.limit = TravelTime::from_minutes(60), .counted = WomenCounted::kAll});
  measurer.learn(tiny.candidates, silent);
  CentreSet set{"more", tiny.study.sets.front().open};
  set.open.insert(set.open.end(), tiny.candidates.begin(), tiny.candidates.end());
  const auto measured = measurer.measure(tiny.candidates);
  CoverageOptions options;
  options.hot_spots.n_permutations = 0;
  const auto coverage =
      run_coverage({tiny.study.dataset, *tiny.model, {set}}, options, silent).sets.front();
  CHECK(measured.within == coverage.all.within(1).all);
  CHECK(measured.mean_min == coverage.all.times.mean_min);
  CHECK(measured.p90_min == coverage.all.times.p90_min);
  double worst = 1;
  for (const AreaCoverage& area : coverage.districts.areas) {
    worst = std::min(worst,
                     static_cast<double>(area.within(1).all) / static_cast<double>(area.total.all));
  }
  CHECK(measured.worst_share == worst);
}
