#include "planner/siting/conflicts/enough_room.h"

#include <algorithm>

#include "planner/siting/capacitated_search.h"
#include "planner/siting/give_rows.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// The choice with most room in all, as the rules let it; none: not known in time.
std::optional<std::vector<SiteColumn>> choose_roomiest(const SitingProblem& problem,
                                                       const ChoiceRules& choice,
                                                       const StopSignal& signal) {
  const std::int64_t total = problem.total_weight();
  MipModel mip;
  std::vector<int> open;
  for (const SiteIdx at : choice.sites) {
    const auto room = static_cast<double>(std::min(total, problem.sites[at].capacity));
    open.push_back(mip.add_column(-room, MipColumnKind::kWhole));
  }
  add_rule_rows(mip, choice, open);
  const MipResult result = solve_mip(mip, {}, signal);
  if (result.status != MipStatus::kSolved) return std::nullopt;
  return read_open(result.values, open);
}

bool fits_roomiest(const SitingProblem& problem, const SitingRules& rules,
                   const SitingObjective& objective, const StopSignal& signal) {
  const ChoiceRules choice = make_choice_rules(problem, rules);
  const auto open = choose_roomiest(problem, choice, signal);
  if (!open) return false;
  const CapacitatedModel model = make_capacitated_model(problem, choice, objective);
  return make_room(model, choice, *open).has_value();
}

/// The least of a range that passes, to within `step`, taking it that more than enough is enough.
/// None: the last does not pass, or the signal came before it was tried.
template <class Passes>
std::optional<std::int64_t> bisect(std::int64_t above, std::int64_t last, const auto& step,
                                   const StopSignal& signal, const Passes& passes) {
  if (signal.stop() || above >= last || !passes(last)) return std::nullopt;
  while (!signal.stop() && last - above > step(last)) {
    const std::int64_t middle = above + (last - above) / 2;
    (passes(middle) ? last : above) = middle;
  }
  return last;
}

}  // namespace

std::optional<std::size_t> find_enough_sites(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal) {
  if (!objective.has_capacities() || !rules.n_new) return std::nullopt;
  const auto passes = [&](std::int64_t n) {
    SitingRules more = rules;
    more.n_new = static_cast<std::size_t>(n);
    return fits_roomiest(problem, more, objective, signal);
  };
  const auto n_all = static_cast<std::int64_t>(make_choice_rules(problem, rules).n_columns());
  const auto one = [](std::int64_t) { return std::int64_t{1}; };
  const auto n =
      bisect(static_cast<std::int64_t>(*rules.n_new), n_all, one, signal, passes);
  return n ? std::optional(static_cast<std::size_t>(*n)) : std::nullopt;
}

MoreRoom find_enough_room(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, const StopSignal& signal) {
  const auto more_at_each = [&](std::int64_t weight) {
    MoreRoom more;
    for (const SiteIdx at : indices(problem.sites)) {
      if (problem.sites[at].capacity != Site::kNoCapacity) more.emplace_back(at, weight);
    }
    return more;
  };
  const auto passes = [&](std::int64_t weight) {
    return fits_roomiest(with_more_room(problem, more_at_each(weight)), rules, objective, signal);
  };
  const auto hundredth = [](std::int64_t weight) { return std::max<std::int64_t>(1, weight / 100); };
  const auto weight = bisect(0, problem.total_weight(), hundredth, signal, passes);
  return weight ? more_at_each(*weight) : MoreRoom{};
}

}  // namespace pahunch
