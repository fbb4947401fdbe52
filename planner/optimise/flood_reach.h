/// \file
/// Which sites a place reaches within a limit, on dry roads and in draws of flooded ones.
#pragma once

#include "planner/optimise/study_problem.h"
#include "planner/simulation/study_hazard.h"
#include "planner/siting/risk/reach_draws.h"

namespace pahunch {

/// All that it refers to must outlive it.
class FloodReach {
 public:
  /// `limit`: inclusive. The problem's reach is that of dry roads within it.
  FloodReach(const Study& study, const StudyHazard& hazard, const StudyProblem& made,
             TravelTime limit)
      : study_(study), hazard_(hazard), made_(made), limit_(limit) {}

  /// Draws number `first` and on (flood_moment.h). A site that a draw cuts off covers nobody in it.
  /// Cost: for each draw that is not dry a travel model and a search a site; memory for these of a
  /// few draws at a time, beside what is kept.
  [[nodiscard]] ReachDraws draw(std::uint64_t first, std::size_t n, Progress& progress) const;

  /// Over roads in this state.
  [[nodiscard]] ReachTable reach_in(const RoadState& state) const;

 private:
  const Study& study_;
  const StudyHazard& hazard_;
  const StudyProblem& made_;
  TravelTime limit_;
};

}  // namespace pahunch
