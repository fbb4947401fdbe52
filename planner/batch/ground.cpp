#include "planner/batch/ground.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "planner/study/centre_sets.h"

namespace pahunch {

BatchGround::BatchGround(const Scenario& scenario, Progress& progress)
    : study_(load_ground(scenario, progress)), own_(study_.dataset) {}

BatchGround::Resolved BatchGround::resolve(const Scenario& scenario) {
  for (std::size_t pool = 0; pool < pools_.size(); ++pool) {
    if (auto sets = pools_[pool].admit(scenario, *study_.projection)) return {pool, *sets};
  }
  pools_.emplace_back(own_);
  return {pools_.size() - 1, *pools_.back().admit(scenario, *study_.projection)};
}

void BatchGround::enlist(std::size_t at, const Scenario& scenario, const std::string& key,
                         const Resolved& resolved) {
  const FamilyMember member{at, key, resolved.sets};
  const std::string name = family_of(scenario, member) + std::to_string(resolved.pool);
  const auto [known, is_new] = family_of_name_.emplace(name, families_.size());
  if (is_new) families_.push_back({scenario, resolved.pool, {}});
  families_[known->second].members.push_back(member);
}

void BatchGround::start_over() {
  pools_.clear();
  open_pool_.reset();
  families_.clear();
  family_of_name_.clear();
}

std::optional<Xy> BatchGround::find_changed_site(const ComparedSets& base,
                                                 const Resolved& other) const {
  OpenIds differing;
  std::ranges::set_symmetric_difference(base.last, other.sets.last, std::back_inserter(differing));
  // A centre that moves is closed at one place and open at another.
  const bool moved = differing.size() == 2 && differing[1] == differing[0] + kMovedSuffix;
  if (differing.size() != 1 && !moved) return std::nullopt;
  return pools_[other.pool].find(differing.back());
}

Study& BatchGround::open_pool(std::size_t pool) {
  if (open_pool_ != pool) {
    study_.sets.clear();
    replace_centres(study_, pools_[pool].centres());
    study_.access = std::make_unique<const AccessMemo>();
    open_pool_ = pool;
  }
  return study_;
}

BatchGround& LastGround::open(const Scenario& scenario, Progress& progress) {
  std::string name = ground_of(scenario);
  if (ground_ && name == name_) {
    ground_->start_over();
  } else {
    ground_.reset();  // or two would be in memory
    ground_.emplace(scenario, progress);
    name_ = std::move(name);
  }
  return *ground_;
}

}  // namespace pahunch
