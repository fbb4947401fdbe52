#include <algorithm>
#include <cmath>

#include "planner/siting/cover_search.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
namespace {

struct CoverMip {
  MipModel mip;
  std::vector<int> open;
};

CoverMip make_mip(const CoverModel& model, const ChoiceRules& rules, std::int64_t target) {
  CoverMip made;
  for (std::size_t column = 0; column < model.n_columns; ++column) {
    made.open.push_back(made.mip.add_column(1, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, rules, made.open);
  std::int64_t most = model.covered;
  for (const CoverModel::Row& row : model.rows) most += row.weight;
  const bool all = target >= most;
  std::vector<MipModel::Term> weights;
  for (const CoverModel::Row& row : model.rows) {
    std::vector<MipModel::Term> terms;
    for (const SiteColumn column : row.columns) terms.emplace_back(made.open[column], 1.0);
    if (!all) {
      const int covered = made.mip.add_column(0, MipColumnKind::kContinuous);
      terms.emplace_back(covered, -1.0);
      weights.emplace_back(covered, static_cast<double>(row.weight));
    }
    made.mip.add_row({all ? 1.0 : 0.0, kInfinity}, terms);
  }
  // Weights are whole, so half a unit less asks the same and leaves room for round-off.
  const double least = static_cast<double>(target - model.covered) - 0.5;
  if (!all) made.mip.add_row({least, kInfinity}, weights);
  return made;
}

}  // namespace

Solution solve_set_cover(const CoverModel& given, const ChoiceRules& rules, std::int64_t target,
                         const StopSignal& signal) {
  CoverModel model = given;
  std::int64_t most = model.covered;
  for (const CoverModel::Row& row : model.rows) most += row.weight;
  if (target >= most) {
    drop_implied_rows(model);
    target = model.covered;
    for (const CoverModel::Row& row : model.rows) target += row.weight;
  }
  Solution solution = {.open = cover_greedily(model, rules, target), .loss = kInfinity};
  MipOptions options = {.step = 1};
  if (solution.open) {
    solution.loss = static_cast<double>(solution.open->size());
    options.cutoff = solution.loss - 0.5;
  }
  const CoverMip made = make_mip(model, rules, target);
  const MipResult result = solve_mip(made.mip, options, signal);
  if (result.has_solution()) {
    const auto open = read_open(result.values, made.open);
    const bool is_better = static_cast<double>(open.size()) < solution.loss;
    if (is_better && covered_weight(model, open) >= target) {
      solution.open = open;
      solution.loss = static_cast<double>(open.size());
    }
  }
  solution.bound =
      result.status == MipStatus::kNone
          ? solution.loss
          : std::min(solution.loss,
                     std::max(0.0, std::ceil(result.bound - cbc_allowance(result.bound))));
  return solution;
}

}  // namespace pahunch
