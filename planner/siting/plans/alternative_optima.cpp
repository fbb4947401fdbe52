#include "planner/siting/plans/alternative_optima.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/level_mip.h"
#include "planner/siting/plans/flip_bounds.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class Alternatives {
 public:
  Alternatives(const SitingProblem& problem, const SitingRules& rules,
               const SitingObjective& objective, const StopSignal& signal)
      : problem_(problem),
        signal_(signal),
        rules_(make_choice_rules(problem, rules)),
        model_(make_loss_model(problem, objective, rules_)),
        total_(objective.is_maximum() ? static_cast<double>(problem.total_weight()) : 0) {}

  void find(std::size_t n_most, AlternativeOptima& optima) {
    const std::vector<SiteColumn> best = columns_of(rules_, optima.best.sites);
    loss_ = loss_of(model_, best);
    const RestrictedModel left = restrict_model(model_, rules_, fix(best));
    optima.is_complete = left.original.empty();
    if (optima.is_complete) return;
    LevelMip level = make_level_mip(left.model, left.rules);
    exclude(level, left, best);
    while (!signal_.stop()) {
      const MipResult result = solve_mip(level.mip, {.cutoff = loss_ + slack()}, signal_);
      optima.is_complete = result.status == MipStatus::kNone;
      if (!result.has_solution() || optima.others.size() == n_most) return;
      const auto open = original_choice(left, read_open(result.values, level.open));
      exclude(level, left, open);
      if (is_as_good(open)) optima.others.push_back(sites_of(open));
    }
  }

 private:
  /// Losses up to here above the best are looked at.
  [[nodiscard]] double slack() const { return model_.is_whole ? 0.5 : 2 * tolerance(); }
  [[nodiscard]] double tolerance() const {
    return kRoundOff * std::max({1.0, total_, std::abs(loss_)});
  }
  [[nodiscard]] bool is_as_good(const std::vector<SiteColumn>& open) const {
    const double more = loss_of(model_, open) - loss_;
    return keeps_rules(rules_, open) && reaches_all(model_, open) &&
           (model_.is_whole ? more == 0 : std::abs(more) <= tolerance());
  }

  /// What every set that is as good opens or closes.
  [[nodiscard]] Fixing fix(const std::vector<SiteColumn>& best) const {
    const auto bounds = bound_flips(model_, rules_, best, tolerance(), signal_);
    Fixing fixing(model_);
    for (SiteColumn column = 0; column < model_.n_columns(); ++column) {
      if (bounds.bound_if_open[column] > loss_ + slack()) {
        fixing.columns[column] = ColumnState::kClosed;
      } else if (bounds.bound_if_closed[column] > loss_ + slack()) {
        fixing.columns[column] = ColumnState::kOpen;
      }
    }
    return fixing;
  }

  /// At least one of the free columns is otherwise than in this choice.
  static void exclude(LevelMip& level, const RestrictedModel& left,
                      const std::vector<SiteColumn>& open) {
    std::vector<MipModel::Term> terms;
    double n_open = 0;
    for (SiteColumn column = 0; column < left.original.size(); ++column) {
      const bool is_open = std::ranges::binary_search(open, left.original[column]);
      terms.emplace_back(level.open[column], is_open ? 1.0 : -1.0);
      n_open += is_open ? 1 : 0;
    }
    level.mip.add_row({-kInfinity, n_open - 1}, terms);
  }

  [[nodiscard]] std::vector<SiteIdx> sites_of(const std::vector<SiteColumn>& open) const {
    std::vector<SiteIdx> sites = problem_.with_status(SiteStatus::kLocked);
    for (const SiteColumn column : open) sites.push_back(rules_.sites[column]);
    std::ranges::sort(sites, {}, [&](SiteIdx at) { return problem_.sites[at].id; });
    return sites;
  }

  const SitingProblem& problem_;
  const StopSignal& signal_;
  ChoiceRules rules_;
  LossModel model_;
  double total_, loss_ = 0;
};

}  // namespace

AlternativeOptima find_alternative_optima(const SitingProblem& problem, const SitingRules& rules,
                                          const SitingObjective& objective,
                                          const AlternativeOptions& options) {
  const StopSignal signal(options.limits.time_s, options.limits.should_stop);
  SolveLimits exactly = options.limits;
  exactly.gap = 0;
  AlternativeOptima optima = {.best = solve_siting(problem, rules, objective, exactly)};
  if (optima.best.status == AnswerStatus::kProven) {
    Alternatives(problem, rules, objective, signal).find(options.n_most, optima);
  }
  return optima;
}

}  // namespace pahunch
