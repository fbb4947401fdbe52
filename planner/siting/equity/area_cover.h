/// \file
/// Who is covered by which columns, area by area: the model behind fair covering.
///
/// Points of one area with the same columns are one row with their weights added; what locked sites
/// cover is taken off. Rows are in the order of what they hold.
#pragma once

#include <utility>

#include "planner/siting/choice_rules.h"
#include "planner/siting/equity/fairness.h"

namespace pahunch {

struct AreaCover {
  struct Row {
    std::vector<SiteColumn> columns;  ///< ascending, at least one
    std::uint32_t area = 0;           ///< the number of areas: in none
    std::int64_t weight = 0;
  };

  std::size_t n_columns = 0, n_areas = 0;
  std::vector<Row> rows;
  CoveredAreas locked;             ///< what locked sites cover
  std::int64_t locked_beside = 0;  ///< and of the points in no area
  std::int64_t total = 0;          ///< of all points
};

AreaCover make_area_cover(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                          const std::vector<DemandArea>& areas);

/// What is asked of the areas, in weights.
struct FairLimits {
  std::vector<std::int64_t> owed = {};  ///< by area, or nothing
  std::optional<double> most_gini = {};

  /// 0: it is fair; else the shortfall as a share of all, and what the Gini coefficient is too
  /// large by.
  [[nodiscard]] double unfairness(const CoveredAreas& coverage) const;
};

FairLimits make_limits(const AreaCover& model, const Fairness& fairness);

/// The areas by rising share, and what makes a Gini coefficient linear in the shares while they are
/// in this order: it is the largest over all orders of
///
///     sum of p_a (before_a - after_a) s_a / sum of p_a s_a
///
/// where p_a is an area's part of the weight, and before and after are the parts that come before
/// and after it.
class AreaOrder {
 public:
  explicit AreaOrder(const CoveredAreas& coverage);
  /// Shares by area; those of areas without weight are not looked at.
  AreaOrder(const std::vector<std::int64_t>& weights, const std::vector<double>& shares);

  /// p_a and before_a - after_a, by area.
  [[nodiscard]] const std::vector<double>& parts() const { return parts_; }
  [[nodiscard]] const std::vector<double>& leads() const { return leads_; }
  /// Of shares in this order; of others it is no larger than their coefficient.
  [[nodiscard]] double gini(const std::vector<double>& shares) const;

 private:
  std::vector<double> parts_, leads_;
};

/// Coverage kept while columns open and close.
class AreaCoverState {
 public:
  AreaCoverState(const AreaCover& model, const FairLimits& limits);

  void open(SiteColumn column);
  void close(SiteColumn column);
  [[nodiscard]] const CoveredAreas& coverage() const { return coverage_; }
  [[nodiscard]] std::int64_t covered() const { return covered_; }
  /// Fair choices before others, then what is not covered.
  [[nodiscard]] std::pair<double, std::int64_t> score() const {
    return {limits_.unfairness(coverage_), -covered_};
  }

 private:
  void count(std::uint32_t row, std::int64_t weight);

  const AreaCover& model_;
  const FairLimits& limits_;
  std::vector<std::vector<std::uint32_t>> by_column_;
  std::vector<std::uint32_t> n_open_;  ///< by row
  CoveredAreas coverage_;
  std::int64_t covered_ = 0;
};

}  // namespace pahunch
