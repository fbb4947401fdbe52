/// \file
/// What `pahunch optimise` finds out on a dataset: all that its tables and words are made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/optimise/case_siting.h"
#include "planner/optimise/fair_siting.h"
#include "planner/optimise/flood_siting.h"
#include "planner/optimise/rule_audit.h"
#include "planner/optimise/siting_front.h"
#include "planner/optimise/staff_room.h"
#include "planner/optimise/study_problem.h"
#include "planner/optimise/worth_knowing.h"
#include "planner/siting/plans/alternative_optima.h"
#include "planner/siting/plans/near_ties.h"
#include "planner/siting/plans/phasing.h"
#include "planner/siting/plans/site_prices.h"
#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

/// The study must outlive it.
struct SitingResult {
  const Study& study;  ///< the candidates are among its centres
  StudyProblem made;
  SitingRules rules;
  SitingObjective objective;   ///< limits in milliseconds
  std::string objective_name;  ///< as on the command line
  WomenCounted counted = WomenCounted::kRural;
  std::optional<CaseDemand> case_demand = {};  ///< they are counted and not women
  std::optional<StaffRoom> staff = {};         ///< capacities are those of it
  SitingAnswer answer = {};
  /// The objective is then the mean over draws of flooded roads, or over their tail.
  std::optional<FloodSiting> floods = {};
  /// The objective is then the worst of named cases.
  std::optional<CaseSiting> cases = {};
  std::vector<SiteIdx> dry_sites = {};  ///< with either: all open ones of the answer for dry roads
  /// The answer keeps to it.
  std::optional<FairSiting> fairness = {};
  /// Of the objective and a second one.
  std::optional<SitingFront> front = {};
  std::optional<RuleAudit> audit = {};
  bool audit_is_of_objective =
      false;  ///< both count women within one limit, and no rule narrows the choice
  std::optional<SitingCurve> curve = {};
  std::optional<Phasing> phasing = {};  ///< of the answer's number of new sites
  std::optional<AlternativeOptima> alternatives = {};
  std::optional<NearTies> ties = {};
  std::optional<SitePrices> prices = {};
  std::optional<WorthKnowing> worth = {};

  [[nodiscard]] const Centre& centre(SiteIdx at) const {
    return study.dataset.centres.centres[made.centre_of[at]];
  }
  [[nodiscard]] bool is_locked(SiteIdx at) const {
    return made.problem.sites[at].status == SiteStatus::kLocked;
  }
  [[nodiscard]] bool is_for_dry_roads() const { return !floods && !cases; }
  /// Of the objective and the rules alone.
  [[nodiscard]] bool is_plain() const { return is_for_dry_roads() && !fairness; }
  /// Open sites that were not locked, by id.
  [[nodiscard]] std::vector<SiteIdx> chosen() const;
  /// All who are counted, those whom nobody reaches among them.
  [[nodiscard]] Persons counted_in_all() const;
};

/// "rural women", "women".
std::string counted_words(WomenCounted counted);

/// What the problem's weights count: the same, or "cases a year".
std::string demand_words(const SitingResult& result);
/// By what costs are multiplied: the same, or "places with rural women (each counted once)".
std::string weighed_words(const SitingResult& result);
/// "1,234": a weight of the problem in words.
std::string weight_words(const SitingResult& result, std::int64_t weight);

/// Share of the gain (of the objective, where it is no maximum) that near-best plans may lose.
inline constexpr double kNearBest = 0.005;
/// What such shares are of: "of the gain", "of the objective".
std::string share_base_words(const SitingResult& result);
/// What a gain is over: " over the locked sites"; "" where there is no gain.
std::string over_locked_words(const SitingResult& result);

/// What the objective is a number of: "rural women within 60 minutes of a One Stop Centre".
std::string objective_words(const SitingResult& result);

/// A value of the objective as a number, and what it is a number of: "women", "min".
double in_objective_unit(const SitingResult& result, double value);
std::string objective_unit(const SitingResult& result);
/// Of what is lost without a site: the same, but women where sites are counted.
std::string marginal_unit(const SitingResult& result);

/// A value of the objective with its unit: "1,234,567", "45.21 minutes".
std::string value_words(const SitingResult& result, double value);

/// How sure the answer is, as a sentence.
std::string proof_words(const SitingResult& result);

}  // namespace pahunch
