#include "planner/siting/conflicts/enough_room.h"

#include <algorithm>

#include "planner/siting/capacitated_search.h"
#include "planner/siting/conflicts/capacity_conflict.h"
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

/// What passes, near the least that does: in steps that double from the first value, then by
/// halving down to `close`. Takes it that nothing below the first passes, and that more than enough
/// is enough. None: the last does not pass, or the signal came before one did.
template <class Passes>
std::optional<std::int64_t> find_enough(std::int64_t first, std::int64_t last, std::int64_t close,
                                        const StopSignal& signal, const Passes& passes) {
  std::int64_t below = first - 1, enough = first;
  for (std::int64_t step = close;; step *= 2) {
    if (signal.stop() || first > last) return std::nullopt;
    if (passes(enough)) break;
    if (enough == last) return std::nullopt;
    below = enough;
    enough = std::min(last, enough + step);
  }
  while (!signal.stop() && enough - below > close) {
    const std::int64_t middle = below + (enough - below) / 2;
    (passes(middle) ? enough : below) = middle;
  }
  return enough;
}

}  // namespace

std::optional<EnoughSites> find_enough_sites(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal) {
  if (!objective.has_capacities() || !rules.n_new) return std::nullopt;
  const auto passes = [&](std::int64_t n) {
    SitingRules more = rules;
    more.n_new = static_cast<std::size_t>(n);
    return fits_roomiest(problem, more, objective, signal);
  };
  const ChoiceRules choice = make_choice_rules(problem, rules);
  const auto room = room_by_number(problem, choice);
  const auto needed = std::ranges::lower_bound(room, problem.total_weight()) - room.begin();
  const auto first = std::max(static_cast<std::int64_t>(*rules.n_new) + 1, needed);
  const auto n_all = static_cast<std::int64_t>(choice.n_columns());
  const auto n = find_enough(first, n_all, 1, signal, passes);
  if (!n) return std::nullopt;
  return EnoughSites{.n_new = static_cast<std::size_t>(*n), .is_smallest = *n == first};
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
  const ChoiceRules choice = make_choice_rules(problem, rules);
  const std::size_t n_new = std::min(choice.at_most, choice.n_columns());
  const std::size_t n_open = n_new + problem.with_status(SiteStatus::kLocked).size();
  if (n_open == 0) return {};
  const std::int64_t lack = problem.total_weight() - room_by_number(problem, choice)[n_new];
  const std::int64_t first = std::max<std::int64_t>(1, lack / static_cast<std::int64_t>(n_open));
  const std::int64_t close = std::max<std::int64_t>(1, first / 100);
  const auto weight = find_enough(first, problem.total_weight(), close, signal, passes);
  return weight ? more_at_each(*weight) : MoreRoom{};
}

}  // namespace pahunch
