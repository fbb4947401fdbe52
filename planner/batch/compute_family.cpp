#include "planner/batch/compute_family.h"

#include <algorithm>
#include <map>

#include "geo/base/parallel.h"
#include "planner/batch/batch_progress.h"
#include "planner/batch/scenario_figures.h"
#include "planner/batch/simulate_family.h"
#include "planner/json_text.h"
#include "planner/summary/headline.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

CentreSet make_set(std::string name, const OpenIds& ids, const CentreLayer& layer) {
  CentreSet set{std::move(name), {}};
  for (const CentreIdx at : indices(layer.centres)) {
    if (std::ranges::binary_search(ids, layer.centres[at].id)) set.open.push_back(at);
  }
  return set;
}

/// Each distinct set of centres of some members, with what it reaches.
class ReachedSets {
 public:
  ReachedSets(const Study& study, const std::vector<FamilyMember>& members, Progress& progress) {
    for (const FamilyMember& member : members) {
      for (const OpenIds* ids : {&member.sets.first, &member.sets.last}) {
        if (!at_.emplace(*ids, sets_.size()).second) continue;
        sets_.push_back(make_set("", *ids, study.dataset.centres));
      }
    }
    const auto model = make_model(study, scenario_choice(study.scenario), progress);
    const HeadlineJob job{study, *model, sets_, study.scenario.travel.assignment};
    reaches_.resize(sets_.size());
    for_each_in_parallel(sets_.size(),
                         [&](std::size_t i) { reaches_[i] = compute_reach(job, sets_[i]); });
  }

  [[nodiscard]] Headline headline(const Study& study, const ComparedSets& compared) const {
    const std::size_t first = at_.at(compared.first), last = at_.at(compared.last);
    return make_headline(study, {{sets_[first], reaches_[first]}, {sets_[last], reaches_[last]}});
  }

 private:
  std::map<OpenIds, std::size_t> at_;
  std::vector<CentreSet> sets_;
  std::vector<SetReach> reaches_;
};

/// The years of all members' last sets, against the first set that they share.
std::vector<CentreSet> list_simulated_sets(const std::vector<FamilyMember>& members,
                                           const CentreLayer& layer) {
  std::vector<CentreSet> sets = {make_set("first", members.front().sets.first, layer)};
  for (const FamilyMember& member : members) {
    sets.push_back(make_set(member.key, member.sets.last, layer));
  }
  return sets;
}

}  // namespace

std::size_t members_at_once(const Family& family) {
  return family.scenario.simulation.in_run ? kSimulatedAtOnce : kCoveredAtOnce;
}

ComputedMembers compute_members(const FamilyJob& job, std::size_t first, std::size_t n,
                                Session& session) {
  Study& study = job.study;
  const auto begin = job.family.members.begin() + static_cast<std::ptrdiff_t>(first);
  const std::vector<FamilyMember> members(begin, begin + static_cast<std::ptrdiff_t>(n));
  set_scenario(study, job.family.scenario);
  QuietProgress quiet(session.progress);
  const ReachedSets reached(study, members, quiet);
  std::vector<Json> figures(n);
  for_each_in_parallel(n, [&](std::size_t i) {
    figures[i] = figures_json(reached.headline(study, members[i].sets));
  });
  ComputedMembers computed;
  if (job.family.scenario.simulation.in_run) {
    study.sets = list_simulated_sets(members, study.dataset.centres);
    computed.years = add_simulated(job, members, figures, session);
  } else {
    session.progress.advance(n * kUnitsOfScenario);
  }
  for (const Json& one : figures) computed.figures.push_back(dump_json(one));
  return computed;
}

}  // namespace pahunch
