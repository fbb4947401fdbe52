/// \file
/// Which sites cover which demand points when roads are uncertain: dry, and in each of many draws
/// of closed roads, kept as what differs from dry.
///
///     ReachDrawsBuilder builder(n_points, n_sites);
///     builder.set_base(dry_reach, 60);                      // within 60, inclusive
///     for (…) builder.add_draw(reach_of_draw, 60);          // or begin_draw(), set(point, sites)
///     const ReachDraws draws = std::move(builder).finish();
///
/// Draws count alike. A site that is cut off, locked or new, is in no set of its draw. Within a
/// limit a set of sites is all that covering asks of a draw; costs are not kept.
///
/// Memory: 8 bytes a pair of draw and point whose set differs from dry; beside them 4 a point, 8 a
/// draw, and the distinct sets at 8 a set and 4 a site in it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/siting/risk/reach_sets.h"

namespace pahunch {

using DrawIdx = Idx<struct DrawTag>;

/// In this draw the point is covered by the sites of this set, not by those of its dry set.
struct ReachDifference {
  DemandIdx demand;
  ReachSetIdx set;
};

struct ReachDrawsSize {
  std::size_t n_points = 0;
  std::size_t n_draws = 0;
  std::size_t n_differences = 0;  ///< pairs of draw and point
  std::size_t n_sets = 0;         ///< at most points + differences
  std::size_t n_members = 0;      ///< sites of all sets together

  /// What draws of this size take once they are built; while being built up to twice that.
  [[nodiscard]] std::size_t bytes() const;
};

class ReachDraws {
 public:
  [[nodiscard]] std::size_t n_points() const { return base_.size(); }
  [[nodiscard]] std::size_t n_sites() const { return sets_.n_sites(); }
  [[nodiscard]] std::size_t n_draws() const { return begin_.size() - 1; }
  [[nodiscard]] ReachDrawsSize size() const;

  [[nodiscard]] ReachSetIdx base(DemandIdx at) const { return base_[at]; }
  /// By point; each of them differs from its dry set.
  [[nodiscard]] std::span<const ReachDifference> differences(DrawIdx draw) const;
  [[nodiscard]] const ReachSets& sets() const { return sets_; }

 private:
  friend class ReachDrawsBuilder;
  ReachDraws(std::size_t n_points, std::size_t n_sites);

  ReachSets sets_;
  IdxVector<DemandIdx, ReachSetIdx> base_;
  std::vector<std::size_t> begin_ = {0};
  std::vector<ReachDifference> differences_;
};

/// Takes the dry sets, then draw by draw the sets of that draw; no draw need be kept by the caller.
class ReachDrawsBuilder {
 public:
  /// No site covers any point until it is said.
  ReachDrawsBuilder(std::size_t n_points, std::size_t n_sites);

  /// Of one point, or of all. Precondition: no draw has begun. All that take sets throw DataError
  /// for a site that is none, and for a site or point that is there twice.
  void set_base(DemandIdx at, std::span<const SiteIdx> sites);
  void set_base(const ReachTable& reach, double limit);

  /// A draw in which all is as when dry, until it is said otherwise.
  void begin_draw();
  /// In the draw begun last. Precondition: there is one.
  void set(DemandIdx at, std::span<const SiteIdx> sites);
  /// A draw whole.
  void add_draw(const ReachTable& reach, double limit);

  [[nodiscard]] ReachDraws finish() &&;

 private:
  void close_draw();
  std::span<const SiteIdx> covering(const ReachTable& reach, DemandIdx at, double limit);

  ReachDraws draws_;
  bool is_open_ = false;      ///< a draw has begun and not ended
  std::vector<bool> is_set_;  ///< by point, in this draw
  std::vector<DemandIdx> touched_;
  std::vector<SiteIdx> covering_;
};

}  // namespace pahunch
