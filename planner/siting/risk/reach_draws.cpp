#include "planner/siting/risk/reach_draws.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr std::size_t kBytesOfBegin = sizeof(std::size_t);

}  // namespace

std::size_t ReachDrawsSize::bytes() const {
  return n_differences * sizeof(ReachDifference) + n_points * sizeof(ReachSetIdx) +
         (n_draws + n_sets + 2) * kBytesOfBegin + n_members * sizeof(SiteIdx);
}

ReachDraws::ReachDraws(std::size_t n_points, std::size_t n_sites)
    : sets_(n_sites), base_(n_points, sets_.intern({})) {}

ReachDrawsSize ReachDraws::size() const {
  return {.n_points = n_points(),
          .n_draws = n_draws(),
          .n_differences = differences_.size(),
          .n_sets = sets_.size(),
          .n_members = sets_.n_members()};
}

std::span<const ReachDifference> ReachDraws::differences(DrawIdx draw) const {
  const std::size_t begin = begin_[draw.value()];
  return std::span(differences_).subspan(begin, begin_[draw.value() + 1] - begin);
}

ReachDrawsBuilder::ReachDrawsBuilder(std::size_t n_points, std::size_t n_sites)
    : draws_(n_points, n_sites), is_set_(n_points, false) {}

void ReachDrawsBuilder::set_base(DemandIdx at, std::span<const SiteIdx> sites) {
  assert(draws_.n_draws() == 0 && !is_open_);
  draws_.base_[at] = draws_.sets_.intern(sites);
}

void ReachDrawsBuilder::set_base(const ReachTable& reach, double limit) {
  for (const DemandIdx at : indices(draws_.base_)) set_base(at, covering(reach, at, limit));
}

void ReachDrawsBuilder::begin_draw() {
  close_draw();
  is_open_ = true;
}

void ReachDrawsBuilder::set(DemandIdx at, std::span<const SiteIdx> sites) {
  assert(is_open_);
  if (is_set_[at.value()]) {
    throw DataError({.what = fmt::format("demand point {} is twice in a draw", at.value()),
                     .where = fmt::format("draw {}", draws_.n_draws())});
  }
  is_set_[at.value()] = true;
  touched_.push_back(at);
  const ReachSetIdx set = draws_.sets_.intern(sites);
  if (set != draws_.base_[at]) draws_.differences_.push_back({at, set});
}

void ReachDrawsBuilder::add_draw(const ReachTable& reach, double limit) {
  begin_draw();
  for (const DemandIdx at : indices(draws_.base_)) set(at, covering(reach, at, limit));
}

ReachDraws ReachDrawsBuilder::finish() && {
  close_draw();
  draws_.sets_.finish();
  draws_.begin_.shrink_to_fit();
  draws_.differences_.shrink_to_fit();
  return std::move(draws_);
}

void ReachDrawsBuilder::close_draw() {
  if (!is_open_) return;
  is_open_ = false;
  const auto first =
      draws_.differences_.begin() + static_cast<std::ptrdiff_t>(draws_.begin_.back());
  std::sort(first, draws_.differences_.end(),
            [](const auto& a, const auto& b) { return a.demand < b.demand; });
  draws_.begin_.push_back(draws_.differences_.size());
  for (const DemandIdx at : touched_) is_set_[at.value()] = false;
  touched_.clear();
}

std::span<const SiteIdx> ReachDrawsBuilder::covering(const ReachTable& reach, DemandIdx at,
                                                     double limit) {
  covering_.clear();
  for (const SiteCost& item : reach.of(at)) {
    if (item.cost > limit) break;
    covering_.push_back(item.site);
  }
  return covering_;
}

}  // namespace pahunch
