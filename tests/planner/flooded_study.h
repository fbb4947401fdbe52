/// \file
/// The tiny flooded dataset as a siting problem: covering within 60 minutes.
#pragma once

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
    return {study, hazard, made, TravelTime::from_minutes(60)};
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
