/// \file
/// The cases that are not over, in slots that are used again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/operations/arrival.h"
#include "sim/operations/care_plan.h"
#include "sim/operations/pool.h"

namespace pahunch {

/// Where a case stands in one step.
struct StepState {
  std::uint64_t ticket = 0;  ///< while it waits in lines; else 0
  TimeMs asked_at = 0;
  TimeMs started_at = kNeverMs;
  PoolIdx pool;               ///< that serves it
  std::uint16_t session = 0;  ///< from 0
  std::uint16_t n_sessions = 1;
  std::uint16_t joined = 0;  ///< candidates in whose lines it stands, a bit each
};

struct CaseState {
  std::uint64_t key = 0;
  std::uint64_t number = 0;  ///< in order of arrival
  std::span<const CentreOption> options = {};
  TimeMs called_at = 0;
  TimeMs reached_at = kNeverMs;
  TimeMs helped_at = kNeverMs;
  TimeMs disposed_at = kNeverMs;
  std::uint32_t needed = 0;  ///< steps, a bit each, here and below
  std::uint32_t asked = 0;   ///< those not needed count as asked
  std::uint32_t over = 0;    ///< those not needed count as over
  std::uint32_t refused = 0;
  bool open = false;  ///< the slot is in use

  [[nodiscard]] CentreIdx centre() const { return options.front().centre; }
};

class CaseTable {
 public:
  explicit CaseTable(std::size_t n_steps) : n_steps_(n_steps) {}

  /// The slot of a new case, all states fresh. References to cases do not survive this.
  std::uint32_t open() {
    if (free_.empty()) {
      free_.push_back(static_cast<std::uint32_t>(cases_.size()));
      cases_.emplace_back();
      steps_.resize(steps_.size() + n_steps_);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    cases_[slot] = {.open = true};
    for (std::size_t i = 0; i < n_steps_; ++i) step(slot, StepIdx(i)) = {};
    return slot;
  }
  void close(std::uint32_t slot) {
    cases_[slot].open = false;
    free_.push_back(slot);
  }

  CaseState& operator[](std::uint32_t slot) { return cases_[slot]; }
  StepState& step(std::uint32_t slot, StepIdx step) {
    return steps_[slot * n_steps_ + step.value()];
  }
  /// Says that a case and its step will be asked for soon: cases lie far apart.
  void prefetch(std::uint32_t slot, StepIdx step) const {
    __builtin_prefetch(&cases_[slot]);
    __builtin_prefetch(&steps_[slot * n_steps_ + step.value()]);
  }
  /// Slots in use or not; the most that were ever in use together.
  [[nodiscard]] std::uint32_t n_slots() const { return static_cast<std::uint32_t>(cases_.size()); }

 private:
  std::size_t n_steps_;
  std::vector<CaseState> cases_;
  std::vector<StepState> steps_;
  std::vector<std::uint32_t> free_;
};

}  // namespace pahunch
