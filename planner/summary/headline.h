/// \file
/// The headline: women within each limit under each set, and what the last set adds to the first.
#pragma once

#include <string>
#include <vector>

#include "geo/coverage/run_coverage.h"
#include "planner/study/study.h"

namespace pahunch {

struct SetHeadline {
  std::string name;
  std::size_t n_centres = 0;
  std::vector<Women> within;  ///< one a limit, inclusive
  Women timed;                ///< who have a time at all, within a limit or beyond all
  ReachLedger ledger;
  TimeStats times;
  Women across_border;  ///< whose centre is in another district
};

/// Women between the limits, beyond the last and, last, with no way to a centre: with none open to
/// them, cut off, off the network or without service. They are all of the ledger.
std::vector<Women> count_bands(const SetHeadline& set);

struct Headline {
  std::vector<double> limits_min;
  std::size_t limit_index = 0;  ///< of the headline's limit
  Women total;
  std::vector<SetHeadline> sets;
  AreaChange change;  ///< of the last set against the first, one a limit

  [[nodiscard]] const LimitChange& change_at_limit() const { return change[limit_index]; }
  /// Not within the headline's limit under the last set, whether or not they were before.
  [[nodiscard]] Women beyond_limit() const {
    return change_at_limit().still_beyond + change_at_limit().lost;
  }
};

Headline make_headline(const CoverageResult& coverage);

/// What each set reaches, in the order of the sets.
struct ReachedSet {
  const CentreSet& set;
  const SetReach& reach;
};

/// The same as `run_coverage` would give for these sets, under the scenario of the study.
Headline make_headline(const Study& study, const std::vector<ReachedSet>& sets);

/// The headline alone, for sets and an assignment other than the scenario's.
struct HeadlineJob {
  const Study& study;
  const TravelModel& model;
  const std::vector<CentreSet>& sets;
  Assignment assignment = Assignment::kNearest;
};
Headline compute_headline(const HeadlineJob& job);

/// By the assignment, within the largest band of the study's scenario.
SetReach compute_reach(const HeadlineJob& job, const CentreSet& set);

}  // namespace pahunch
