/// \file
/// The official rule held against the best sites: lists of sites that fit what is announced
/// (rule_lists.h), each measured, beside the best sites among those of the rule's kind and the best
/// of all candidates, both with a proven bound.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/optimise/rule_lists.h"
#include "planner/optimise/set_measure.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct RuleAuditOptions {
  SitingRule rule = {};
  std::size_t n_lists = 200;  ///< at least 1; where every place is known there is but one
  TravelTime limit;
  WomenCounted counted = WomenCounted::kRural;
  SolveLimits limits = {};
};

/// New sites, besides the locked ones; ascending.
struct AuditedSites {
  std::vector<CentreIdx> sites;
  SetMeasure measure;
};

/// The most women within the limit, and no choice covers more than the bound.
struct AuditedBest {
  AuditedSites set;
  AnswerStatus status = AnswerStatus::kNothingFound;
  Persons bound = 0;
};

struct RuleAudit {
  /// Why there are no best sites to hold the lists against; the figures below then say nothing.
  std::optional<std::string> obstacle = {};
  RuleAuditOptions options;
  std::size_t n_new = 0, n_place_known = 0, n_district_known = 0;
  SetMeasure locked;       ///< without any new site
  AuditedSites as_listed;  ///< the dataset's own guess
  std::vector<AuditedSites> lists;
  AuditedBest best_by_rule;  ///< of the sites that the rule allows
  AuditedBest best;          ///< of all candidates
};

struct RuleAuditJob {
  const Study& study;  ///< the candidates are among its centres
  const TravelModel& model;
  const CentreSet& locked;
  std::vector<CentreIdx> candidates;
  /// Of all candidates, where it has been found already.
  std::optional<AuditedBest> best = {};
};

/// The answer to a covering problem, not yet measured.
AuditedBest to_audited(const StudyProblem& made, const SitingAnswer& answer);

/// Precondition: the lists have no obstacle.
RuleAudit audit_rule(const RuleAuditJob& job, const RuleLists& lists,
                     const RuleAuditOptions& options, Progress& progress);

}  // namespace pahunch
