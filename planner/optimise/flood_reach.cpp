#include "planner/optimise/flood_reach.h"

#include <algorithm>

#include "geo/coverage/reach_lists.h"

namespace pahunch {

ReachTable find_flood_reach(const Study& study, const StudyProblem& made, const RoadState& state,
                            TravelTime limit) {
  SilentProgress silent;
  const auto model = make_model(study, scenario_choice(study.scenario), state, silent);
  std::vector<CentreIdx> left;
  for (const CentreIdx at : made.centre_of) {
    if (!std::ranges::binary_search(state.lost, SiteIdx(at.value()))) left.push_back(at);
  }
  const ReachLists lists = collect_reach_lists(*model, left, limit, silent);
  return ReachTable(made.problem.weights.size(), made.problem.sites.size(),
                    list_pairs(made, lists));
}

}  // namespace pahunch
