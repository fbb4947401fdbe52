#include <algorithm>
#include <cmath>

#include "planner/siting/cover_mip.h"
#include "planner/siting/cover_search.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
Solution solve_set_cover(const CoverModel& given, const ChoiceRules& rules, std::int64_t target,
                         const StopSignal& signal) {
  CoverModel model = given;
  if (target >= model.most_covered()) {
    drop_implied_rows(model);
    target = model.most_covered();
  }
  Solution solution = {.open = cover_greedily(model, rules, target), .loss = kInfinity};
  MipOptions options = {.step = 1};
  if (solution.open) {
    solution.loss = static_cast<double>(solution.open->size());
    options.cutoff = solution.loss - 0.5;
  }
  const CoverMip made =
      make_cover_mip(model, rules, target, std::vector<double>(rules.n_columns(), 1));
  const MipResult result = solve_mip(made.mip, options, signal);
  if (result.has_solution()) {
    const auto open = read_open(result.values, made.open);
    const bool is_better = static_cast<double>(open.size()) < solution.loss;
    if (is_better && covered_weight(model, open) >= target) {
      solution.open = open;
      solution.loss = static_cast<double>(open.size());
    }
  }
  solution.bound = result.status == MipStatus::kNone
                       ? solution.loss
                       : std::min(solution.loss, std::max(0.0, std::ceil(result.safe_bound())));
  return solution;
}

}  // namespace pahunch
