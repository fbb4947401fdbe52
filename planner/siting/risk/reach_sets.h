/// \file
/// Sets of sites, each kept once and named by a number of 32 bits.
///
/// Memory: 8 bytes a set and 4 a site in it; while sets are added about 40 a set more.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "planner/siting/siting_problem.h"

namespace pahunch {

using ReachSetIdx = Idx<struct ReachSetTag>;

class ReachSets {
 public:
  explicit ReachSets(std::size_t n_sites = 0) : n_sites_(n_sites) {}

  /// Its number, the same for the same sites in any order. Throws DataError for a site that is
  /// there twice or is none of the problem's.
  ReachSetIdx intern(std::span<const SiteIdx> sites);
  /// Gives back what only adding needs; sets that are added later are not known to be old ones.
  void finish();

  /// Ascending.
  [[nodiscard]] std::span<const SiteIdx> of(ReachSetIdx set) const;
  [[nodiscard]] std::size_t n_sites() const { return n_sites_; }
  [[nodiscard]] std::size_t size() const { return begin_.size() - 1; }
  [[nodiscard]] std::size_t n_members() const { return members_.size(); }

 private:
  [[nodiscard]] bool is_same(ReachSetIdx set) const;

  std::size_t n_sites_ = 0;
  std::vector<std::size_t> begin_ = {0};
  std::vector<SiteIdx> members_;
  std::unordered_multimap<std::uint64_t, ReachSetIdx> by_hash_;
  std::vector<SiteIdx> asked_;  ///< what is looked for, sorted
};

}  // namespace pahunch
