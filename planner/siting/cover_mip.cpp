#include "planner/siting/cover_mip.h"

#include "planner/siting/rule_rows.h"

namespace pahunch {

CoverMip make_cover_mip(const CoverModel& model, const ChoiceRules& rules, std::int64_t target,
                        const std::vector<double>& opening) {
  CoverMip made;
  for (const double cost : opening) {
    made.open.push_back(made.mip.add_column(cost, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, rules, made.open);
  const bool all = target >= model.most_covered();
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

}  // namespace pahunch
