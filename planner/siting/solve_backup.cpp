#include <algorithm>
#include <cmath>

#include "planner/siting/cover_search.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
namespace {

/// Rows of so few columns get the strong form, a constraint a column.
constexpr std::size_t kFewColumns = 24;

struct BackupMip {
  MipModel mip;
  std::vector<int> open;
};

/// "Not covered twice" is at 1 unless, whichever column is left out, another one is open.
void add_strong_rows(BackupMip& made, const CoverModel::Row& row, int lost) {
  for (const SiteColumn left_out : row.columns) {
    std::vector<MipModel::Term> terms = {{lost, 1.0}};
    for (const SiteColumn column : row.columns) {
      if (column != left_out) terms.emplace_back(made.open[column], 1.0);
    }
    made.mip.add_row({1, kInfinity}, terms);
  }
}

BackupMip make_mip(const CoverModel& model, const ChoiceRules& rules) {
  BackupMip made;
  for (std::size_t column = 0; column < model.n_columns; ++column) {
    made.open.push_back(made.mip.add_column(0, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, rules, made.open);
  for (const CoverModel::Row& row : model.rows) {
    const bool is_weak = row.need > 1 && row.columns.size() > kFewColumns;
    const int lost =
        made.mip.add_column(static_cast<double>(row.weight),
                            is_weak ? MipColumnKind::kWhole : MipColumnKind::kContinuous);
    if (row.need > 1 && !is_weak) {
      add_strong_rows(made, row, lost);
      continue;
    }
    std::vector<MipModel::Term> terms = {{lost, static_cast<double>(row.need)}};
    for (const SiteColumn column : row.columns) terms.emplace_back(made.open[column], 1.0);
    made.mip.add_row({static_cast<double>(row.need), kInfinity}, terms);
  }
  return made;
}

}  // namespace

Solution solve_backup(const CoverModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                      const StopSignal& signal) {
  std::int64_t most = model.covered;
  for (const CoverModel::Row& row : model.rows) most += row.weight;
  Solution solution = {.open = cover_most(model, rules, signal), .loss = kInfinity};
  const auto loss = [&](const std::vector<SiteColumn>& open) {
    return static_cast<double>(most - covered_weight(model, open));
  };
  MipOptions options = {.step = 1};
  if (solution.open) {
    solution.loss = loss(*solution.open);
    options.cutoff = solution.loss - 0.5;
    options.gap = goal.gap_frac * (static_cast<double>(most) - solution.loss);
    if (solution.loss == 0) return solution;
  }
  const BackupMip made = make_mip(model, rules);
  const MipResult result = solve_mip(made.mip, options, signal);
  if (result.has_solution()) {
    const auto open = read_open(result.values, made.open);
    if (loss(open) < solution.loss) {
      solution.open = open;
      solution.loss = loss(open);
    }
  }
  const double slack = cbc_allowance(result.bound);
  solution.bound = result.status == MipStatus::kNone
                       ? solution.loss
                       : std::min(solution.loss, std::max(0.0, std::ceil(result.bound - slack)));
  return solution;
}

}  // namespace pahunch
