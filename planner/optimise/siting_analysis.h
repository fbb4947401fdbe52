/// \file
/// What is found out about chosen sites: how they do under floods, what the official rule costs
/// beside them, which choices are nearly as good, what a second objective costs, what more and
/// fewer sites come to, in which order to open them, and which inputs would change them.
#pragma once

#include <string>
#include <vector>

#include "planner/console.h"
#include "planner/optimise/optimise_options.h"
#include "planner/optimise/siting_result.h"
#include "planner/optimise/siting_risk.h"
#include "planner/run/run_timing.h"

namespace pahunch {

class SitingAnalysis {
 public:
  /// All of it must outlive the analysis.
  struct Job {
    const Study& study;
    const TravelModel& model;  ///< between its settlements and all its centres
    const CentreSet& locked;
    const std::vector<CentreIdx>& candidates;
    const OptimiseOptions& options;
    const SitingRisk& risk;
  };
  SitingAnalysis(const Job& job, Session& session, RunTiming& timing)
      : job_(job), session_(session), timing_(timing) {}

  /// Only what has a meaning for the answer. False where it was interrupted, or the choice before
  /// it: what is missing is left out.
  [[nodiscard]] bool run(SitingResult& result) const;

 private:
  void weigh(SitingResult& result) const;
  [[nodiscard]] SitingProblem make_problem_of_times(const SitingResult& result) const;
  void audit(SitingResult& result) const;
  void tell_no_audit(const std::string& obstacle) const;
  void look_around(SitingResult& result) const;
  void trace(SitingResult& result) const;
  void phase(SitingResult& result) const;
  void ask_what_matters(SitingResult& result) const;
  [[nodiscard]] StudyProblemOptions problem_options(const SitingResult& result) const {
    return {.locked = job_.locked, .candidates = job_.candidates, .counted = result.counted};
  }
  [[nodiscard]] SolveLimits limits() const { return solve_limits(job_.options); }

  Job job_;
  Session& session_;
  RunTiming& timing_;
};

}  // namespace pahunch
