#include "tests/bench/siting/shape.h"

#include <algorithm>

#include "planner/siting/dominance.h"
#include "planner/siting/loss_relaxation.h"

namespace pahunch::bench {

ProblemShape shape_of(const SitingProblem& problem, const SitingObjective& objective,
                      std::size_t p) {
  constexpr double kParts = 1e-6;
  const ChoiceRules rules = make_choice_rules(problem, {.n_new = p});
  const LossModel model = make_loss_model(problem, objective, rules);
  const RestrictedModel small = drop_dominated(model, rules);
  const auto openness =
      relax_loss(small.model, small.rules, StopSignal(std::nullopt, nullptr)).openness;
  const auto n_in_parts =
      std::ranges::count_if(openness, [](double x) { return x > kParts && x < 1 - kParts; });
  return {model.n_rows(), small.original.size(), static_cast<std::size_t>(n_in_parts)};
}

}  // namespace pahunch::bench
