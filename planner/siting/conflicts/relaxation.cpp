#include "planner/siting/conflicts/relaxation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/siting/conflicts/enough_room.h"
#include "planner/siting/conflicts/infeasibility.h"
#include "planner/siting/conflicts/least_room.h"
#include "planner/siting/conflicts/longer_limit.h"
#include "planner/siting/conflicts/serving_mip.h"
#include "planner/siting/conflicts/soft_rules.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {
namespace {

class RelaxationFinder {
 public:
  RelaxationFinder(const SitingProblem& problem, const SitingRules& rules,
                   const SitingObjective& objective, const StopSignal& signal)
      : problem_(problem), rules_(rules), objective_(objective), signal_(signal) {}

  std::vector<Relaxation> find() {
    if (!find_locked_conflict(problem_, rules_)) {
      change_number();
      change_budget();
      lengthen_limit();
      lower_target();
      give_in_parts();
      add_same_room();
      add_room();
    }
    change_rules();
    return std::move(found_);
  }

 private:
  /// Of one kind of change.
  [[nodiscard]] StopSignal some_seconds() const {
    constexpr double kSeconds = 10;
    return {std::min(kSeconds, signal_.left_s()), [this] { return signal_.stop(); }};
  }

  [[nodiscard]] Relaxation unchanged() const {
    return {.words = "", .rules = rules_, .objective = objective_};
  }

  /// Offered is only what has an answer.
  void offer(Relaxation changed, const StopSignal& signal) {
    if (is_possible(problem_, changed, signal)) found_.push_back(std::move(changed));
  }

  /// Open columns of the choice for which opening costs least; none: there is no choice, or it is
  /// not known in time.
  [[nodiscard]] std::optional<std::vector<SiteColumn>> open_least(const ChoiceRules& choice,
                                                                  const std::vector<double>& cost,
                                                                  const StopSignal& signal) const {
    const auto made = make_serving_mip(problem_, choice, objective_, cost);
    if (!made) return std::nullopt;
    const MipResult result = solve_mip(made->mip, {}, signal);
    if (result.status != MipStatus::kSolved) return std::nullopt;
    return read_open(result.values, made->open);
  }

  /// The nearest number above the one that is asked for, else the nearest below.
  void change_number() {
    if (!rules_.n_new) return;
    const StopSignal signal = some_seconds();
    SitingRules free = rules_;
    free.n_new.reset();
    ChoiceRules choice = make_choice_rules(problem_, free);
    const std::size_t n = *rules_.n_new, n_all = choice.n_columns();
    std::optional<std::vector<SiteColumn>> open;
    if (n < n_all) {
      choice.at_least = n + 1;
      open = open_least(choice, std::vector<double>(n_all, 1), signal);
    }
    if (!open && n > 0) {
      choice.at_least = 0;
      choice.at_most = std::min(n - 1, n_all);
      open = open_least(choice, std::vector<double>(n_all, -1), signal);
    }
    Relaxation changed = unchanged();
    if (open) {
      changed.rules.n_new = open->size();
      changed.is_smallest = !signal.stop();  // else one above may only not have been found
    } else {
      const auto enough = find_enough_sites(problem_, rules_, objective_, signal);
      if (!enough) return;
      changed.rules.n_new = enough->n_new;
      changed.is_smallest = enough->is_smallest;
    }
    changed.words = fmt::format("ask for {} more site{} (--p {})", *changed.rules.n_new,
                                *changed.rules.n_new == 1 ? "" : "s", *changed.rules.n_new);
    offer(std::move(changed), signal);
  }

  void change_budget() {
    if (!rules_.budget) return;
    const StopSignal signal = some_seconds();
    SitingRules free = rules_;
    free.budget.reset();
    const ChoiceRules choice = make_choice_rules(problem_, free);
    const auto open = open_least(choice, choice.cost, signal);
    if (!open) return;
    double sum = 0;
    for (const SiteColumn column : *open) sum += choice.cost[column];
    Relaxation changed = unchanged();
    changed.rules.budget = sum;
    changed.words = fmt::format("a budget of {} (--budget {})", sum, sum);
    offer(std::move(changed), signal);
  }

  void change_rules() {
    const StopSignal signal = some_seconds();
    const auto softened = soften_rules(problem_, rules_, objective_, signal);
    if (!softened) return;
    Relaxation changed = unchanged();
    changed.rules = softened->rules;
    changed.words = softened->words;
    offer(std::move(changed), signal);
  }

  void lengthen_limit() {
    const StopSignal signal = some_seconds();
    const auto limit = find_longer_limit(problem_, rules_, objective_, signal);
    if (!limit) return;
    Relaxation changed = unchanged();
    changed.objective.limit = limit->value;
    changed.is_smallest = limit->is_smallest;
    changed.words = fmt::format("a limit of {} (--limit {})", limit->value, limit->value);
    found_.push_back(std::move(changed));  // found by asking just this
  }

  /// What can be covered at most, rounded down.
  void lower_target() {
    if (objective_.kind != ObjectiveKind::kSetCover) return;
    const StopSignal signal = some_seconds();
    const SitingAnswer most = solve_unexplained(
        problem_, rules_, {.kind = ObjectiveKind::kCover, .limit = objective_.limit},
        {.time_s = signal.left_s(), .should_stop = [&] { return signal.stop(); }});
    if (!most.has_sites() || problem_.total_weight() == 0) return;
    constexpr double kParts = 1e6;
    Relaxation changed = unchanged();
    changed.objective.target =
        std::floor(most.objective / static_cast<double>(problem_.total_weight()) * kParts) / kParts;
    changed.is_smallest = most.status == AnswerStatus::kProven;
    changed.words = fmt::format("a target of {} (--target {})", changed.objective.target,
                                changed.objective.target);
    offer(std::move(changed), signal);
  }

  void give_in_parts() {
    if (!objective_.has_capacities() || objective_.giving != Giving::kWhole) return;
    Relaxation changed = unchanged();
    changed.objective.giving = Giving::kSplit;
    changed.words = "points given in parts (--split)";
    offer(std::move(changed), some_seconds());
  }

  void add_same_room() {
    if (!objective_.has_capacities()) return;
    const StopSignal signal = some_seconds();
    Relaxation changed = unchanged();
    changed.is_same_room = true;
    if (auto more = find_least_room(problem_, rules_, objective_, Excess::kAtEach, signal)) {
      changed.more_room = std::move(*more);
    } else {
      changed.more_room = find_enough_room(problem_, rules_, objective_, signal);
      changed.is_smallest = false;
    }
    if (changed.more_room.empty()) return;
    changed.words = fmt::format("{} more capacity at each site",
                                problem_.in_units(changed.more_room.front().second));
    offer(std::move(changed), signal);
  }

  void add_room() {
    if (!objective_.has_capacities()) return;
    const StopSignal signal = some_seconds();
    auto more = find_least_room(problem_, rules_, objective_, Excess::kInAll, signal);
    if (!more || more->empty()) return;
    drop_same_room(*more);
    Relaxation changed = unchanged();
    changed.words = room_words(problem_, *more);
    changed.more_room = std::move(*more);
    offer(std::move(changed), signal);
  }

  /// As much at each site is no news where so much is enough at one.
  void drop_same_room(const MoreRoom& more) {
    std::erase_if(found_, [&](const Relaxation& item) {
      return item.is_same_room && more.size() == 1 && item.is_smallest &&
             item.more_room[0].second == more[0].second;
    });
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const SitingObjective& objective_;
  const StopSignal& signal_;
  std::vector<Relaxation> found_;
};

}  // namespace

SitingProblem with_more_room(SitingProblem problem, const MoreRoom& more) {
  for (const auto& [site, weight] : more) problem.sites[site].capacity += weight;
  return problem;
}

std::vector<Relaxation> find_relaxations(const SitingProblem& problem, const SitingRules& rules,
                                         const SitingObjective& objective,
                                         const StopSignal& signal) {
  return RelaxationFinder(problem, rules, objective, signal).find();
}

}  // namespace pahunch
