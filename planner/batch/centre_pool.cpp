#include "planner/batch/centre_pool.h"

#include <algorithm>

#include "planner/study/centre_sets.h"

namespace pahunch {
namespace {

OpenIds ids_of(const CentreSet& set, const CentreLayer& layer) {
  OpenIds ids;
  for (const CentreIdx at : set.open) ids.push_back(layer.centres[at].id);
  return ids;
}

}  // namespace

CentrePool::CentrePool(const Dataset& dataset) {
  ground_.districts = dataset.districts;
  ground_.centres = dataset.centres;
  ground_.candidates = dataset.candidates;
  for (const Centre& centre : dataset.centres.centres) centres_.emplace(centre.id, centre);
}

std::optional<ComparedSets> CentrePool::admit(const Scenario& scenario,
                                              const Projection& projection) {
  Dataset changed = ground_;
  const auto sets = make_centre_sets(scenario, projection, changed);
  const auto clashes = [&](const Centre& centre) {
    const auto known = centres_.find(centre.id);
    return known != centres_.end() && known->second.at != centre.at;
  };
  if (std::ranges::any_of(changed.centres.centres, clashes)) return std::nullopt;
  for (const Centre& centre : changed.centres.centres) centres_.emplace(centre.id, centre);
  return ComparedSets{ids_of(sets.front(), changed.centres), ids_of(sets.back(), changed.centres)};
}

std::optional<Xy> CentrePool::find(const std::string& id) const {
  const auto known = centres_.find(id);
  return known == centres_.end() ? std::nullopt : std::optional(known->second.at);
}

std::vector<Centre> CentrePool::centres() const {
  std::vector<Centre> centres;
  for (const auto& [id, centre] : centres_) centres.push_back(centre);
  return centres;
}

}  // namespace pahunch
