#include "planner/optimise/study_rules.h"

#include <algorithm>

#include "geo/model/area_index.h"

namespace pahunch {
namespace {

constexpr double kMetresPerKm = 1000;

AreaIdx area_at(const Settlement& settlement, AreaLevel level) {
  if (level == AreaLevel::kDistrict) return settlement.district;
  return level == AreaLevel::kSubdivision ? settlement.subdivision : settlement.block;
}

class SiteDistances {
 public:
  SiteDistances(const Study& study, const StudyProblem& made) : study_(study), made_(made) {}

  [[nodiscard]] bool is_below(SiteIdx a, SiteIdx b, double km) const {
    return study_.dataset.ground->distance_m(at(a), at(b)) < km * kMetresPerKm;
  }

 private:
  [[nodiscard]] Xy at(SiteIdx site) const {
    return study_.dataset.centres.centres[made_.centre_of[site]].at;
  }

  const Study& study_;
  const StudyProblem& made_;
};

}  // namespace

std::vector<SiteGroup> group_sites(const Study& study, const StudyProblem& made, AreaLevel level) {
  const AreaLayer& layer = study.dataset.areas(level);
  const AreaIndex index(layer);
  std::vector<SiteGroup> groups;
  for (const Area& area : layer.areas) groups.push_back({.name = area.name, .sites = {}});
  for (const SiteIdx at : indices(made.centre_of)) {
    const Centre& centre = study.dataset.centres.centres[made.centre_of[at]];
    const AreaIdx area =
        level == AreaLevel::kDistrict ? centre.district : index.find(centre.at).value_or(AreaIdx());
    if (area.valid()) groups[area.value()].sites.push_back(at);
  }
  return groups;
}

std::vector<DemandArea> group_demand(const Study& study, const StudyProblem& made,
                                     AreaLevel level) {
  std::vector<DemandArea> grouped;
  for (const Area& area : study.dataset.areas(level).areas) grouped.push_back({area.name, {}});
  for (const DemandIdx at : indices(made.settlement_of)) {
    const Settlement& settlement = study.dataset.settlements.settlements[made.settlement_of[at]];
    const AreaIdx area = area_at(settlement, level);
    if (area.valid()) grouped[area.value()].points.push_back(at);
  }
  return grouped;
}

std::vector<std::pair<SiteIdx, SiteIdx>> find_close_pairs(const Study& study,
                                                          const StudyProblem& made, double km) {
  const SiteDistances distances(study, made);
  const auto candidates = made.problem.with_status(SiteStatus::kCandidate);
  std::vector<std::pair<SiteIdx, SiteIdx>> pairs;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (std::size_t j = i + 1; j < candidates.size(); ++j) {
      if (distances.is_below(candidates[i], candidates[j], km)) {
        pairs.emplace_back(candidates[i], candidates[j]);
      }
    }
  }
  return pairs;
}

std::size_t forbid_near_locked(const Study& study, StudyProblem& made, double km) {
  const SiteDistances distances(study, made);
  const auto locked = made.problem.with_status(SiteStatus::kLocked);
  std::size_t n_forbidden = 0;
  for (const SiteIdx at : made.problem.with_status(SiteStatus::kCandidate)) {
    const bool is_near = std::ranges::any_of(
        locked, [&](SiteIdx other) { return distances.is_below(at, other, km); });
    if (!is_near) continue;
    made.problem.sites[at].status = SiteStatus::kForbidden;
    ++n_forbidden;
  }
  return n_forbidden;
}

}  // namespace pahunch
