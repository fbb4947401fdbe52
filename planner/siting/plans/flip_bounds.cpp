#include "planner/siting/plans/flip_bounds.h"

#include "planner/siting/level_mip.h"

namespace pahunch {

LagrangianResult bound_flips(const LossModel& model, const ChoiceRules& rules,
                             const std::vector<SiteColumn>& open, double tolerance,
                             const StopSignal& signal) {
  LagrangianStart start = {.loss_to_beat = loss_of(model, open), .open = open};
  if (!signal.stop()) start.multipliers = relax_loss(model, rules, signal).multipliers;
  LagrangianOptions options = {.tolerance = tolerance};
  if (!start.multipliers.empty()) {  // there is little left to better
    options.n_rounds = 100;
    options.first_scale = 0.02;
  }
  auto found = bound_by_lagrangian(model, rules, start, options, signal);
  if (found.bound_if_open.empty()) {  // sums were not exact
    found.bound_if_open.assign(model.n_columns(), -std::numeric_limits<double>::infinity());
    found.bound_if_closed = found.bound_if_open;
  }
  return found;
}

}  // namespace pahunch
