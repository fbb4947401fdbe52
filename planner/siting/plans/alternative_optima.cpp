#include "planner/siting/plans/alternative_optima.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/level_mip.h"
#include "planner/siting/plans/relaxed_loss.h"
#include "planner/siting/restricted_model.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class Alternatives {
 public:
  Alternatives(const SolvedPlan& plan, const StopSignal& signal) : plan_(plan), signal_(signal) {}

  void find(std::size_t n_most, AlternativeOptima& optima) const {
    const RestrictedModel left = restrict_model(plan_.model, plan_.rules, fix());
    optima.is_complete = left.original.empty();
    if (optima.is_complete) return;
    LevelMip level = make_level_mip(left.model, left.rules);
    exclude(level, left, plan_.open);
    while (!signal_.stop()) {
      const MipResult result = solve_mip(level.mip, {.cutoff = plan_.loss + slack()}, signal_);
      optima.is_complete = result.status == MipStatus::kNone;
      if (!result.has_solution() || optima.others.size() == n_most) return;
      const auto open = original_choice(left, read_open(result.values, level.open));
      exclude(level, left, open);
      if (is_as_good(open)) optima.others.push_back(plan_.sites_of(open));
    }
  }

 private:
  /// Losses up to here above the best are looked at.
  [[nodiscard]] double slack() const { return plan_.model.is_whole ? 0.5 : 2 * tolerance(); }
  [[nodiscard]] double tolerance() const { return std::max(plan_.tolerance, kRoundOff); }
  [[nodiscard]] bool is_as_good(const std::vector<SiteColumn>& open) const {
    const double more = loss_of(plan_.model, open) - plan_.loss;
    return keeps_rules(plan_.rules, open) && reaches_all(plan_.model, open) &&
           (plan_.model.is_whole ? more == 0 : std::abs(more) <= tolerance());
  }

  /// What every set that is as good opens or closes.
  [[nodiscard]] Fixing fix() const {
    const RelaxedLoss relaxed(plan_.model, plan_.rules, plan_.multipliers);
    Fixing fixing(plan_.model);
    for (SiteColumn column = 0; column < plan_.model.n_columns(); ++column) {
      if (relaxed.least_with(column) > plan_.loss + slack()) {
        fixing.columns[column] = ColumnState::kClosed;
      } else if (relaxed.least_without(column) > plan_.loss + slack()) {
        fixing.columns[column] = ColumnState::kOpen;
      }
    }
    return fixing;
  }

  /// Of the free columns.
  static void exclude(LevelMip& level, const RestrictedModel& left,
                      const std::vector<SiteColumn>& open) {
    std::vector<SiteColumn> free;
    for (SiteColumn column = 0; column < left.original.size(); ++column) {
      if (std::ranges::binary_search(open, left.original[column])) free.push_back(column);
    }
    add_exclusion(level.mip, level.open, free);
  }

  const SolvedPlan& plan_;
  const StopSignal& signal_;
};

}  // namespace

AlternativeOptima find_alternative_optima(const SolvedPlan& plan, std::size_t n_most,
                                          const StopSignal& signal) {
  AlternativeOptima optima;
  if (plan.of.answer.status == AnswerStatus::kProven) {
    Alternatives(plan, signal).find(n_most, optima);
  }
  return optima;
}

}  // namespace pahunch
