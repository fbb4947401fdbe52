/// \file
/// A siting problem: demand points with weights, sites that may open, and what it costs to get from
/// the one to the other.
///
/// Weights are whole (persons, or any unit that makes them whole), costs any finite number that is
/// not negative, in any unit, kept as given. A pair that is not there is unreachable.
///
/// Memory: 32 bytes a pair (it is kept by site and by demand point), 16 a demand point.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "geo/base/id.h"

namespace pahunch {

using DemandIdx = Idx<struct DemandTag>;
using SiteIdx = Idx<struct SiteTag>;

/// Locked sites are open in every answer, forbidden ones in none.
enum class SiteStatus : std::uint8_t { kCandidate, kLocked, kForbidden };

struct Site {
  static constexpr std::int64_t kNoCapacity = std::numeric_limits<std::int64_t>::max();

  std::string id;  ///< unlike that of any other site; ties go to the smaller
  SiteStatus status = SiteStatus::kCandidate;
  double cost = 0;                      ///< of opening it, for budgets and facility location
  std::int64_t capacity = kNoCapacity;  ///< most weight that it can be given
};

struct ReachPair {
  DemandIdx demand;
  SiteIdx site;
  double cost = 0;
};

struct SiteCost {
  SiteIdx site;
  double cost = 0;
};

struct DemandCost {
  DemandIdx demand;
  double cost = 0;
};

/// Who reaches what at which cost: sparse, by site and by demand point.
class ReachTable {
 public:
  ReachTable() = default;
  /// In any order, each pair at most once. Throws DataError for a cost that is negative or no
  /// number.
  ReachTable(std::size_t n_demand, std::size_t n_sites, std::span<const ReachPair> pairs);

  /// By (cost, site).
  [[nodiscard]] std::span<const SiteCost> of(DemandIdx at) const;
  /// By demand point.
  [[nodiscard]] std::span<const DemandCost> of(SiteIdx at) const;
  [[nodiscard]] std::size_t n_pairs() const { return by_site_.size(); }

 private:
  std::vector<std::size_t> demand_begin_ = {0}, site_begin_ = {0};
  std::vector<SiteCost> by_demand_;
  std::vector<DemandCost> by_site_;
};

struct SitingProblem {
  IdxVector<DemandIdx, std::int64_t> weights;  ///< not negative, total below 2^52
  IdxVector<SiteIdx, Site> sites;
  ReachTable reach;
  double unit = 1;  ///< for words only: so much weight is one of what is counted

  /// A weight in words.
  [[nodiscard]] double in_units(std::int64_t weight) const {
    return static_cast<double>(weight) / unit;
  }
  [[nodiscard]] std::int64_t total_weight() const;
  [[nodiscard]] std::vector<SiteIdx> with_status(SiteStatus status) const;
};

/// Throws DataError where weights, ids or costs are not as said above.
void check_problem(const SitingProblem& problem);

}  // namespace pahunch
