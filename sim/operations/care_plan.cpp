#include "sim/operations/care_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "geo/base/error.h"
#include "sim/operations/waiting_line.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

constexpr std::size_t kNoChoice = std::numeric_limits<std::size_t>::max();

[[noreturn]] void refuse_step(const StepPlan& step, const std::string& what) {
  throw InvariantError({fmt::format("step '{}' {}", step.name, what), "the plan of a case"});
}

bool is_within_one(const Band& band) { return 0 <= band.from && band.to <= 1; }

}  // namespace

CarePlan::CarePlan(std::vector<StepPlan> steps, std::size_t n_pool_kinds, ProbePlan probe)
    : steps_(std::move(steps)), n_pool_kinds_(n_pool_kinds), probe_(std::move(probe)) {
  if (steps_.size() > kMostSteps) {
    throw InvariantError({fmt::format("{} steps are more than {}", steps_.size(), kMostSteps),
                          "the plan of a case"});
  }
  for (const StepIdx at : indices(steps_)) {
    check_step(at);
    std::uint32_t before = 0;
    for (const StepIdx earlier : steps_[at].after) before |= bit_of(earlier);
    predecessors_.push_back(before);
    step_keys_.push_back(entity_key(steps_[at].name));
    note_choice(steps_[at]);
    all_steps_ |= bit_of(at);
    milestone_steps_[static_cast<std::size_t>(steps_[at].milestone)] |= bit_of(at);
  }
}

void CarePlan::check_step(StepIdx at) const {
  const StepPlan& step = steps_[at];
  for (const StepIdx earlier : step.after) {
    if (!(earlier < at)) refuse_step(step, "comes after a step that is not earlier in the plan");
  }
  if (step.instead.valid() && !(at < step.instead && step.instead.value() < steps_.size())) {
    refuse_step(step, "is replaced by a step that is not later in the plan");
  }
  for (const PoolKind kind : step.served_by) {
    if (kind.value() >= n_pool_kinds_) refuse_step(step, "is served by an unknown kind of pool");
  }
  if (step.travel == Travel::kOutAndBack && step.served_by.empty()) {
    refuse_step(step, "is a way of a vehicle, but no pool has any");
  }
  if (step.priority >= WaitingLine::kPriorities) refuse_step(step, "has an unknown priority");
  if (step.sessions.most < 1 || !(step.sessions.mean >= 1)) {
    refuse_step(step, "has less than one session");
  }
  if (!std::all_of(step.bands.begin(), step.bands.end(), is_within_one)) {
    refuse_step(step, "has a probability outside 0 to 1");
  }
}

void CarePlan::note_choice(const StepPlan& step) {
  if (step.choice.empty()) {
    choice_of_.push_back(kNoChoice);
    return;
  }
  const auto found = std::find(choices_.begin(), choices_.end(), step.choice);
  choice_of_.push_back(static_cast<std::size_t>(found - choices_.begin()));
  if (found != choices_.end()) return;
  choices_.push_back(step.choice);
  choice_keys_.push_back(entity_key(step.choice));
}

StepIdx CarePlan::get_step(const std::string& name) const {
  for (const StepIdx at : indices(steps_)) {
    if (steps_[at].name == name) return at;
  }
  throw InvariantError({fmt::format("there is no step '{}'", name), "the plan of a case"});
}

}  // namespace pahunch
