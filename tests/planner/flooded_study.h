/// \file
/// The flooded dataset as a siting problem, and what choices cover over roads in any state, asked
/// of a travel model settlement by settlement.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/flood_reach.h"
#include "planner/optimise/study_problem.h"
#include "tests/planner/flooded_dataset.h"

namespace pahunch::test {

struct FloodedStudy {
  FloodedStudy() {
    SilentProgress silent;
    Scenario scenario;
    scenario.dataset = data.path() / "d";
    study = load_study(scenario, silent);
    candidates = choose_candidates({}, study.sets.front(), study);
    const auto model = make_model(study, scenario_choice(scenario), silent);
    objective = in_milliseconds({.kind = ObjectiveKind::kCover, .limit = 60});
    made = make_study_problem(
        study, *model, {.locked = study.sets.front(), .candidates = candidates}, objective, silent);
  }

  [[nodiscard]] FloodReach reach(const StudyHazard& hazard) const {
    return {study, hazard, made, limit()};
  }
  [[nodiscard]] RoadReach roads() const { return {study, made, limit()}; }
  [[nodiscard]] static TravelTime limit() { return TravelTime::from_minutes(60); }

  [[nodiscard]] std::int64_t covered(const std::vector<SiteIdx>& sites,
                                     const RoadState& state) const {
    SilentProgress silent;
    const auto model = make_model(study, scenario_choice(study.scenario), state, silent);
    std::int64_t women = 0;
    for (const DemandIdx at : indices(made.settlement_of)) {
      const PlaceIdx place(made.settlement_of[at].value());
      const bool is_covered = std::ranges::any_of(sites, [&](SiteIdx site) {
        const SiteIdx centre(made.centre_of[site].value());
        return !std::ranges::binary_search(state.lost, centre) &&
               model->times(centre)[place] <= limit();
      });
      if (is_covered) women += made.problem.weights[at];
    }
    return women;
  }

  /// The locked sites and each two candidates.
  [[nodiscard]] std::vector<std::vector<SiteIdx>> choices_of_two() const {
    std::vector<std::vector<SiteIdx>> choices;
    const auto to_choose = made.problem.with_status(SiteStatus::kCandidate);
    for (std::size_t a = 0; a < to_choose.size(); ++a) {
      for (std::size_t b = a + 1; b < to_choose.size(); ++b) {
        choices.push_back(made.problem.with_status(SiteStatus::kLocked));
        choices.back().push_back(to_choose[a]);
        choices.back().push_back(to_choose[b]);
      }
    }
    return choices;
  }

  FloodedDataset data;
  Study study;
  std::vector<CentreIdx> candidates;
  StudyProblem made;
  SitingObjective objective;
};

inline std::vector<std::pair<SiteIdx, double>> pairs_of(const ReachTable& reach, DemandIdx at) {
  std::vector<std::pair<SiteIdx, double>> pairs;
  for (const SiteCost& item : reach.of(at)) pairs.emplace_back(item.site, item.cost);
  return pairs;
}

}  // namespace pahunch::test
