/// \file
/// Sites for the worst of some named cases of bad roads.
///
/// What an observed month did to the roads was not recorded, so that such a case is the mean over
/// draws of it (worst_mean.h); a case without chance has one draw.
#pragma once

#include "planner/optimise/flood_reach.h"
#include "planner/optimise/named_case.h"
#include "planner/siting/risk/worst_mean.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

struct CaseSitingOptions {
  std::vector<NamedCase> cases;
  std::size_t n_draws = 0;  ///< of each case that has any chance in it: to choose on, and as many
                            ///< fresh ones to measure on
  SolveLimits limits = {};

  /// By case.
  [[nodiscard]] std::vector<DrawnCase> drawn() const;
};

/// What sets cover in a case, on draws that none was chosen on; without chance the same draw.
struct CaseMeasure {
  std::string name;
  bool is_drawn = false;
  Estimate locked, dry, chosen;  ///< the locked sites alone, chosen for dry roads, for the worst
};

struct CaseSiting {
  std::size_t n_cases = 0;
  std::size_t n_draws = 0;  ///< of a case with any chance in it
  ReachDrawsSize size;
  std::vector<std::string> binding = {};   ///< cases with the least cover of the chosen sites
  std::vector<CaseMeasure> measures = {};  ///< none: interrupted before they were taken
};

/// All references must outlive it.
struct CaseReach {
  RoadReach roads;
  const StudyHazard* hazard = nullptr;  ///< none where no case needs it
  std::uint64_t seed = 0;

  /// The draws of all cases in turn. Fresh ones are independent of the others.
  enum class Which : std::uint8_t { kToChoose, kFresh };
  [[nodiscard]] ReachDraws draw(const CaseSitingOptions& options, Which which,
                                Progress& progress) const;
};

struct CaseAnswer {
  SitingAnswer answer;  ///< women in the worst case
  CaseSiting found;     ///< not yet measured
};
CaseAnswer choose_for_cases(const CaseReach& reach, const SitingProblem& problem,
                            const SitingRules& rules, const CaseSitingOptions& options,
                            Progress& progress);

/// `chosen`, `dry`: all open sites.
void measure_cases(const CaseReach& reach, const SitingProblem& problem,
                   const std::vector<SiteIdx>& chosen, const std::vector<SiteIdx>& dry,
                   const CaseSitingOptions& options, CaseSiting& found, Progress& progress);

}  // namespace pahunch
