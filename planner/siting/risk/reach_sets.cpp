#include "planner/siting/risk/reach_sets.h"

#include <algorithm>

#include "geo/base/error.h"

namespace pahunch {
namespace {

void check_members(std::span<const SiteIdx> sorted, std::size_t n_sites) {
  const bool is_known = sorted.empty() || sorted.back().value() < n_sites;
  if (is_known && std::ranges::adjacent_find(sorted) == sorted.end()) return;
  throw DataError({.what = is_known ? "a site is twice in the set of sites that reach a point"
                                    : "a site that reaches a point is not in the list of sites",
                   .where = "the draws",
                   .why = "each draw says which of the problem's sites reach which points"});
}

/// 64-bit FNV-1a, a word at a time; equal hashes are told apart by the members.
std::uint64_t set_hash(std::span<const SiteIdx> sites) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const SiteIdx at : sites) hash = (hash ^ at.value()) * 0x100000001b3;
  return hash;
}

}  // namespace

bool ReachSets::is_same(ReachSetIdx set) const { return std::ranges::equal(of(set), asked_); }

ReachSetIdx ReachSets::intern(std::span<const SiteIdx> sites) {
  asked_.assign(sites.begin(), sites.end());
  std::ranges::sort(asked_);
  check_members(asked_, n_sites_);
  const std::uint64_t hash = set_hash(asked_);
  const auto [first, last] = by_hash_.equal_range(hash);
  const auto found =
      std::find_if(first, last, [&](const auto& item) { return is_same(item.second); });
  if (found != last) return found->second;
  members_.insert(members_.end(), asked_.begin(), asked_.end());
  begin_.push_back(members_.size());
  const ReachSetIdx added(size() - 1);
  by_hash_.emplace(hash, added);
  return added;
}

void ReachSets::finish() {
  by_hash_ = {};
  asked_ = {};
  begin_.shrink_to_fit();
  members_.shrink_to_fit();
}

std::span<const SiteIdx> ReachSets::of(ReachSetIdx set) const {
  const std::size_t begin = begin_[set.value()];
  return std::span(members_).subspan(begin, begin_[set.value() + 1] - begin);
}

}  // namespace pahunch
