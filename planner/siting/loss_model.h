/// \file
/// The model behind covering, gradual covering, median and facility location: each row loses what
/// its best open column costs it, or its last resort where no open column does better.
///
/// Covering is the case of a loss of nothing within the limit and of the whole weight beyond. What
/// makes a model small, without any loss of the optimum:
/// - the best locked site becomes the last resort of a point, and columns that are no better than
///   it are dropped from its row; a point that is left with none goes into the constant;
/// - points with the same row are one row with their weights added (whole numbers, so exactly);
/// - a column that another beats in every row, at no higher cost of opening, is dropped where only
///   the number of sites is ruled.
///
/// Rows are in the order of what they hold, so that the order of the demand points has no say.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/siting_objective.h"

namespace pahunch {

struct LossModel {
  struct Entry {
    SiteColumn column = 0;
    double loss = 0;
  };
  struct ColumnEntry {
    std::uint32_t row = 0;
    double loss = 0;
  };

  std::vector<std::size_t> row_begin = {0};
  std::vector<Entry> entries;  ///< by row, then (loss, column)
  std::vector<double> weight;  ///< by row: by what losses of one unit were multiplied
  std::vector<double> last_resort;
  /// The last resort is no answer: the point must be reached. It stands for more than any answer
  /// can lose, so that whoever has to take it is worse than whoever has not.
  std::vector<bool> must_reach;
  std::vector<std::size_t> column_begin = {0};
  std::vector<ColumnEntry> column_entries;
  std::vector<double> open_cost;  ///< by column
  double constant = 0;
  /// All losses and costs are whole and so small that sums of them are exact.
  bool is_whole = false;

  [[nodiscard]] std::size_t n_rows() const { return last_resort.size(); }
  [[nodiscard]] std::size_t n_columns() const { return open_cost.size(); }
  [[nodiscard]] std::span<const Entry> row(std::size_t at) const {
    return std::span(entries).subspan(row_begin[at], row_begin[at + 1] - row_begin[at]);
  }
  [[nodiscard]] std::span<const ColumnEntry> column(std::size_t at) const {
    return std::span(column_entries)
        .subspan(column_begin[at], column_begin[at + 1] - column_begin[at]);
  }
};

/// What one unit of weight loses at a cost; not negative, and never less at a higher cost.
using LossOfCost = std::function<double(double)>;

/// Of points that nothing reaches the last resort is in the constant.
/// Precondition: the objective is cover, gradual, median or facility.
LossModel make_loss_model(const SitingProblem& problem, const SitingObjective& objective,
                          const ChoiceRules& rules);

/// The median with these losses in the place of the costs; every point must be reached within the
/// limit.
LossModel make_loss_model(const SitingProblem& problem, double limit, const ChoiceRules& rules,
                          const LossOfCost& loss);

/// Fills in the lists by column from those by row.
void index_columns(LossModel& model);

/// What a choice loses, summed row by row; not fewer than the constant.
double loss_of(const LossModel& model, std::span<const SiteColumn> open);

/// A choice loses as much as this if and only if it leaves a row that must be reached without an
/// open column. Precondition: the model is one that was made of a problem.
double unreached_loss(const LossModel& model);

/// Every row that must be reached has an open column.
bool reaches_all(const LossModel& model, std::span<const SiteColumn> open);

}  // namespace pahunch
