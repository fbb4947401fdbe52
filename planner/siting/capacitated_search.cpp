#include "planner/siting/capacitated_search.h"

#include <algorithm>
#include <functional>

#include "planner/siting/give_rows.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"

namespace pahunch {
std::optional<CapacitatedChoice> make_room(const CapacitatedModel& model, const ChoiceRules& rules,
                                           std::vector<SiteColumn> open) {
  auto found = give_rows(model, open);
  std::vector<SiteColumn> by_room(rules.n_columns());
  for (SiteColumn column = 0; column < by_room.size(); ++column) by_room[column] = column;
  std::ranges::stable_sort(by_room, std::greater<>(),
                           [&](SiteColumn at) { return model.capacities[at]; });
  RuleTracker tracker(rules);
  for (const SiteColumn column : open) tracker.add(column);
  for (const SiteColumn in : by_room) {
    if (found || open.empty()) break;
    const auto out =
        std::ranges::min_element(open, {}, [&](SiteColumn at) { return model.capacities[at]; });
    if (model.capacities[in] <= model.capacities[*out]) break;
    if (tracker.is_open(in) || !tracker.can_swap(in, *out)) continue;
    tracker.remove(*out);
    tracker.add(in);
    *out = in;
    std::vector<SiteColumn> sorted = open;
    std::ranges::sort(sorted);
    found = give_rows(model, sorted);
  }
  return found;
}

std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules, const LossModel& free,
                                                    const StopSignal& signal) {
  auto open = choose_greedily(free, rules);
  if (!open) return std::nullopt;
  auto best = make_room(model, rules, interchange(free, rules, *open, signal));
  auto other = make_room(model, rules, *open);
  if (!best || (other && other->cost < best->cost)) best = std::move(other);
  return best;
}

}  // namespace pahunch
