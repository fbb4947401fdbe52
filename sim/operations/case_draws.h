/// \file
/// The random numbers of a case, each keyed by what it is for.
///
/// A number hangs on (seed, replicate, purpose, case, step, session) and on nothing else: the same
/// woman needs the same steps of the same lengths whichever centre serves her and whoever stands
/// before her, so that two sets of centres are compared on the same women.
#pragma once

#include <cstdint>

#include "sim/operations/care_plan.h"

namespace pahunch {

class CaseDraws {
 public:
  CaseDraws(std::uint64_t seed, std::uint64_t replicate)
      : routes_(seed, replicate, Purpose::kRoute), services_(seed, replicate, Purpose::kService) {}

  /// The steps that the case takes, a bit each. One draw a choice of the plan.
  [[nodiscard]] std::uint32_t draw_steps(const CarePlan& plan, std::uint64_t case_key,
                                         Channel channel) const;
  /// One draw, none where the number is fixed.
  [[nodiscard]] std::uint16_t draw_sessions(const CarePlan& plan, StepIdx step,
                                            std::uint64_t case_key) const;
  /// The length of a session, without travel.
  [[nodiscard]] TimeMs draw_duration(const CarePlan& plan, StepIdx step, std::uint64_t case_key,
                                     std::uint16_t session) const;

 private:
  StreamFamily routes_, services_;
};

}  // namespace pahunch
