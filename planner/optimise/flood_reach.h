/// \file
/// Which sites a place reaches within a limit, on dry roads and in draws of other states of them.
#pragma once

#include <functional>

#include "planner/optimise/study_problem.h"
#include "planner/simulation/study_hazard.h"
#include "planner/siting/risk/reach_draws.h"

namespace pahunch {

/// All that it refers to must outlive it.
class RoadReach {
 public:
  /// `limit`: inclusive. The problem's reach is that of dry roads within it.
  RoadReach(const Study& study, const StudyProblem& made, TravelTime limit)
      : study_(study), made_(made), limit_(limit) {}

  /// Over roads in this state, which holds the scenario's closures too. A site that it cuts off
  /// covers nobody.
  [[nodiscard]] ReachTable reach_in(const RoadState& state) const;

  /// One draw a state. `state_of` is a pure function of the number, asked from several threads.
  /// Cost: for each state that is not dry a travel model and a search a site, a quarter of a second
  /// of one core for Bihar's 610 sites; memory for these of a few draws at a time, beside what is
  /// kept.
  [[nodiscard]] ReachDraws draw(std::size_t n,
                                const std::function<RoadState(std::size_t)>& state_of,
                                Progress& progress) const;

 private:
  const Study& study_;
  const StudyProblem& made_;
  TravelTime limit_;
};

/// Moments of years with floods (flood_moment.h) as draws. All that it refers to must outlive it.
class FloodReach {
 public:
  FloodReach(const Study& study, const StudyHazard& hazard, const StudyProblem& made,
             TravelTime limit)
      : roads_(study, made, limit), hazard_(hazard), seed_(study.scenario.seed) {}

  /// Draws number `first` and on.
  [[nodiscard]] ReachDraws draw(std::uint64_t first, std::size_t n, Progress& progress) const;

 private:
  RoadReach roads_;
  const StudyHazard& hazard_;
  std::uint64_t seed_;
};

}  // namespace pahunch
