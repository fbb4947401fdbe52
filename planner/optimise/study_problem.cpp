#include "planner/optimise/study_problem.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pahunch {
namespace {

/// Each point must be reached, and by the nearest site alone.
bool is_sum_of_nearest(const SitingObjective& objective) {
  const ObjectiveKind kind = objective.kind;
  if (kind == ObjectiveKind::kCapacitated) return objective.giving == Giving::kNearest;
  return kind == ObjectiveKind::kMedian || kind == ObjectiveKind::kCentre ||
         kind == ObjectiveKind::kFacility || kind == ObjectiveKind::kWorstShare;
}

bool must_reach_all(const SitingObjective& objective) {
  return is_sum_of_nearest(objective) || objective.kind == ObjectiveKind::kCapacitated;
}

/// The second least time to any of these centres, and at most what was the limit. What is slower
/// serves nobody, whichever sites are open, and is not missed when a locked one is taken away.
void tighten_to_second(const ReachLists& lists, std::span<const CentreIdx> locked,
                       ReachLimits& limits) {
  ReachLimits first(limits.size(), TravelTime::unreachable()), second = first;
  for (const CentreIdx centre : locked) {
    for (const auto& [at, time] : lists[centre]) {
      second[at] = std::min(second[at], std::max(first[at], time));
      first[at] = std::min(first[at], time);
    }
  }
  for (const SettlementIdx at : indices(limits)) limits[at] = std::min(limits[at], second[at]);
}

ReachLists collect(const TravelModel& model, const StudyProblemOptions& options,
                   const SitingObjective& objective, Progress& progress) {
  const auto& locked = options.locked.open;
  ReachLimits limits(model.n_places(), longest_of(objective));
  ReachLists lists = collect_reach_lists(model, locked, limits, progress);
  if (is_sum_of_nearest(objective)) tighten_to_second(lists, locked, limits);
  ReachLists more = collect_reach_lists(model, options.candidates, limits, progress);
  for (const CentreIdx at : options.candidates) lists[at] = std::move(more[at]);
  return lists;
}

class StudyProblemMaker {
 public:
  StudyProblemMaker(const Study& study, const StudyProblemOptions& options)
      : study_(study), options_(options) {}

  StudyProblem make(const ReachLists& lists, const SitingObjective& objective) {
    made_.unreached_left_out = must_reach_all(objective);
    add_sites();
    add_demand(lists);
    made_.problem.reach = ReachTable(made_.problem.weights.size(), made_.problem.sites.size(),
                                     list_pairs(made_, lists));
    return std::move(made_);
  }

 private:
  /// In the order of the centres, and so of their ids.
  void add_sites() {
    const auto& centres = study_.dataset.centres.centres;
    std::map<CentreIdx, SiteStatus> status;
    for (const CentreIdx at : options_.candidates) status[at] = SiteStatus::kCandidate;
    for (const CentreIdx at : options_.locked.open) status[at] = SiteStatus::kLocked;
    for (const auto& [at, its_status] : status) {
      Site site;
      site.id = centres[at].id;
      site.status = its_status;
      site.cost = centres[at].cost.value_or(0);
      made_.problem.sites.push_back(std::move(site));
      made_.centre_of.push_back(at);
    }
  }

  [[nodiscard]] IdxVector<SettlementIdx, Persons> count_weights() const {
    if (options_.cases != nullptr) return options_.cases->weights;
    IdxVector<SettlementIdx, Persons> weights;
    for (const Women& women : women_of(study_)) {
      weights.push_back(counted_women(women, options_.counted));
    }
    return weights;
  }

  void add_demand(const ReachLists& lists) {
    if (options_.cases != nullptr) made_.problem.unit = CaseDemand::kUnit;
    const auto weights = count_weights();
    IdxVector<SettlementIdx, bool> is_reached(weights.size(), false);
    for (const auto& list : lists) {
      for (const SettlementTime& pair : list) is_reached[pair.settlement] = true;
    }
    for (const SettlementIdx at : indices(weights)) {
      const Persons weight = weights[at];
      if (!is_reached[at]) made_.unreached += weight;
      if (weight == 0 || (!is_reached[at] && made_.unreached_left_out)) continue;
      made_.problem.weights.push_back(weight);
      made_.settlement_of.push_back(at);
    }
  }

  const Study& study_;
  const StudyProblemOptions& options_;
  StudyProblem made_;
};

}  // namespace

TravelTime longest_of(const SitingObjective& objective) {
  const double limit =
      objective.kind == ObjectiveKind::kGradual ? objective.steps.back().limit : objective.limit;
  return std::isfinite(limit) && limit <= TravelTime::kMaxMs
             ? TravelTime(static_cast<std::uint32_t>(limit))
             : TravelTime::unreachable();
}

std::vector<ReachPair> list_pairs(const StudyProblem& made, const ReachLists& lists) {
  const auto& settlements = made.settlement_of.raw();  // ascending, as the lists are
  std::vector<ReachPair> pairs;
  for (const SiteIdx site : indices(made.centre_of)) {
    auto at = settlements.begin();
    for (const auto& [settlement, time] : lists[made.centre_of[site]]) {
      at = std::lower_bound(at, settlements.end(), settlement);
      if (at == settlements.end()) break;
      if (*at != settlement) continue;
      const auto point = static_cast<std::size_t>(at - settlements.begin());
      pairs.push_back({DemandIdx(point), site, static_cast<double>(time.ms())});
    }
  }
  return pairs;
}

Persons counted_women(Women women, WomenCounted counted) {
  return counted == WomenCounted::kRural ? women.rural : women.all;
}

SitingObjective in_milliseconds(SitingObjective objective) {
  const auto to_ms = [](double minutes) {
    return std::isfinite(minutes) && TravelTime::from_minutes(minutes).reachable()
               ? static_cast<double>(TravelTime::from_minutes(minutes).ms())
               : std::numeric_limits<double>::infinity();
  };
  objective.limit = to_ms(objective.limit);
  for (CoverStep& step : objective.steps) step.limit = to_ms(step.limit);
  return objective;
}

StudyProblem make_study_problem(const Study& study, const TravelModel& model,
                                const StudyProblemOptions& options,
                                const SitingObjective& objective, Progress& progress) {
  const ReachLists lists = collect(model, options, objective, progress);
  return StudyProblemMaker(study, options).make(lists, objective);
}

}  // namespace pahunch
