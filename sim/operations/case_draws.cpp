#include "sim/operations/case_draws.h"

#include <algorithm>

#include "sim/random/poisson.h"

namespace pahunch {

std::uint32_t CaseDraws::draw_steps(const CarePlan& plan, std::uint64_t case_key,
                                    Channel channel) const {
  std::array<double, CarePlan::kMostSteps> numbers{};
  const auto& choices = plan.choice_keys();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    numbers[i] = RandomStream(routes_, entity_key(case_key, choices[i])).uniform();
  }
  std::uint32_t steps = 0;
  for (std::size_t i = 0; i < plan.n_steps(); ++i) {
    const StepIdx at(i);
    const std::size_t choice = plan.choice_of(at);
    const Band& band = plan.step(at).bands[static_cast<std::size_t>(channel)];
    if (choice >= choices.size() || band.holds(numbers[choice])) steps |= bit_of(at);
  }
  return steps;
}

std::uint16_t CaseDraws::draw_sessions(const CarePlan& plan, StepIdx step,
                                       std::uint64_t case_key) const {
  const SessionPlan& sessions = plan.step(step).sessions;
  if (sessions.most == 1) return 1;
  if (!(sessions.mean < sessions.most)) return sessions.most;
  RandomStream random(routes_, entity_key(case_key, plan.step_key(step)));
  const auto more = PoissonDistribution(sessions.mean - 1)(random);
  return static_cast<std::uint16_t>(std::min<std::int64_t>(1 + more, sessions.most));
}

TimeMs CaseDraws::draw_duration(const CarePlan& plan, StepIdx step, std::uint64_t case_key,
                                std::uint16_t session) const {
  const StepPlan& what = plan.step(step);
  if (what.duration.is_fixed() && !(what.p_longer > 0)) return what.duration.mean_ms();
  const std::uint64_t in_step = entity_key(case_key, plan.step_key(step));
  RandomStream random(services_, session == 0 ? in_step : entity_key(in_step, session));
  // The question whether it is longer comes first: the first law may take any number of draws.
  const bool is_longer = what.p_longer > 0 && random.uniform() < what.p_longer;
  const TimeMs first = what.duration(random);
  return is_longer ? first + what.longer(random) : first;
}

}  // namespace pahunch
