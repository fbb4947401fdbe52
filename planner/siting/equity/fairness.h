/// \file
/// What covering owes to each area: a least share of its weight, and shares that are not too
/// unequal.
///
/// The Gini coefficient of the shares s_a of areas that weigh W_a (W together) is
///
///     sum over pairs of W_a W_b |s_a - s_b| / (W x the weight covered)
///
/// 0 where all shares are equal or nobody is covered, near 1 where one small area has all (Drezner,
/// Drezner, Guyse 2009 "Equitable service by a facility: minimizing the Gini coefficient").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planner/siting/siting_problem.h"

namespace pahunch {

/// Demand points of which none is in two areas. Points in no area owe and are owed nothing.
struct DemandArea {
  std::string name;
  std::vector<DemandIdx> points;
};

struct Fairness {
  std::vector<DemandArea> areas = {};      ///< those without weight have no say
  std::optional<double> least_share = {};  ///< of each area's weight, inclusive, 0 .. 1
  std::optional<double> most_gini = {};    ///< inclusive, 0 .. 1

  [[nodiscard]] bool is_asked() const { return least_share || most_gini; }
};

/// By area.
struct CoveredAreas {
  std::vector<std::int64_t> covered, weight;

  /// Of the areas that have weight; 1 where there is none.
  [[nodiscard]] double least_share() const;
  /// By area; 0 where there is no weight.
  [[nodiscard]] std::vector<double> shares() const;
  [[nodiscard]] double gini() const;
};

/// What open sites cover of each area within the limit, from the raw problem.
CoveredAreas cover_areas(const SitingProblem& problem, const std::vector<DemandArea>& areas,
                         double limit, const std::vector<SiteIdx>& sites);

/// Weights that must be covered: in each area, those of the share rounded up as a target is.
std::vector<std::int64_t> weights_owed(const CoveredAreas& areas, double least_share);

/// Throws UsageError for shares out of range, DataError for a point in two areas.
void check_fairness(const SitingProblem& problem, const Fairness& fairness);

/// What is wrong with a coverage, pair by pair and without any of the solver's models; none:
/// nothing is. A Gini coefficient may be larger by 1e-9.
std::optional<std::string> find_unfair(const CoveredAreas& coverage, const Fairness& fairness);

}  // namespace pahunch
