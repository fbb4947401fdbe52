/// \file
/// The part of a siting run that is of bad roads: floods on the mean, their tail, or the worst of
/// named cases.
#pragma once

#include <optional>

#include "planner/console.h"
#include "planner/optimise/optimise_options.h"
#include "planner/optimise/siting_result.h"

namespace pahunch {

class SitingRisk {
 public:
  /// Before anything is solved: fits the floods and reads the cases, where they are asked for.
  /// UsageError where there can be none. The study, whose centres hold the candidates already, must
  /// outlive it.
  SitingRisk(const Study& study, const OptimiseOptions& options, const SolveLimits& limits);

  [[nodiscard]] bool is_asked() const { return floods_.n_draws > 0 || !cases_.cases.empty(); }

  /// Puts the answer for bad roads in the place of that for dry roads, which stays, with a warning,
  /// where the work is interrupted before there is one. Precondition: it is asked for.
  void choose(SitingResult& result, Session& session) const;
  /// On fresh draws. Precondition: the answer is for bad roads.
  void measure(SitingResult& result, Session& session) const;

 private:
  [[nodiscard]] FloodReach flood_reach(const SitingResult& result) const;
  [[nodiscard]] CaseReach case_reach(const SitingResult& result) const;
  void choose_for_floods_of(SitingResult& result, Session& session) const;
  void choose_for_cases_of(SitingResult& result, Session& session) const;

  const Study& study_;
  FloodSitingOptions floods_;
  CaseSitingOptions cases_;
  std::optional<StudyHazard> hazard_;
};

}  // namespace pahunch
