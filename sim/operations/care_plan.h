/// \file
/// What happens to a case: steps, what each waits for, who does it and how long it takes.
///
/// A step is asked for when all steps that it comes `after` are over for this case. It takes a
/// place in one of the pools that may serve it, or waits in their lines, or, where there is no room
/// to wait, or no post at all in any of them, is refused and counts as over. Steps without a pool
/// only take time. A plan of one step is a queue of the textbooks; that of a centre is made by
/// `make_centre_plan`.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "geo/base/id.h"
#include "geo/model/operations.h"
#include "sim/operations/service_law.h"

namespace pahunch {

using StepIdx = Idx<struct StepTag>;
/// A kind of pool that each centre has one of: beds, vehicles, a role of its staff.
using PoolKind = Idx<struct PoolKindTag>;

constexpr std::uint32_t bit_of(StepIdx step) { return std::uint32_t{1} << step.value(); }

/// Part of [0, 1): from inclusive, to exclusive.
struct Band {
  double from = 0;
  double to = 1;
  [[nodiscard]] bool holds(double u) const { return from <= u && u < to; }
};

/// Which centres' pools are tried, in order.
enum class Seek : std::uint8_t {
  kOwnCentre,     ///< only that of the case
  kAllOfOptions,  ///< the first of her options with somebody free; else the line of each of them
};

/// What is done where nobody is on duty in any of the pools.
enum class Absence : std::uint8_t {
  kWait,    ///< she waits until somebody comes
  kRefuse,  ///< the step is refused; she waits only for those who are there and busy
};

/// Travel added to the time of service.
enum class Travel : std::uint8_t {
  kNone,
  kToCentre,    ///< she travels to her centre
  kOutAndBack,  ///< a vehicle from the serving centre to her, then with her to her centre
};

/// What the end of a step means for the case, besides that it is over.
enum class Milestone : std::uint8_t {
  kNone,
  kArrival,    ///< she has reached her centre
  kFirstHelp,  ///< its first start is what she came for: waits are measured up to it
  kDisposal,   ///< the case is disposed
  kFollowUp,   ///< each session is a follow-up, counted in the week it is due
};

/// The number of sessions is 1 + Poisson(mean - 1), at most `most`. Each is asked for by itself:
/// the first `lead_ms` after the step could begin, the others `gap_ms` after the end of the last.
struct SessionPlan {
  double mean = 1;
  std::uint16_t most = 1;
  TimeMs lead_ms = 0;
  TimeMs gap_ms = 0;
};

inline constexpr std::uint32_t kUnlimitedRoom = std::numeric_limits<std::uint32_t>::max();

struct StepPlan {
  std::string name;  ///< its draws hang on the name
  /// Steps of one choice share a uniform number of the case, and those in whose band (by channel)
  /// it falls are taken. "": always taken.
  std::string choice = {};
  std::array<Band, kNChannels> bands = {};
  std::vector<StepIdx> after = {};  ///< earlier steps of the plan
  std::vector<PoolKind> served_by = {};
  Seek seek = Seek::kOwnCentre;
  std::uint32_t most_options = kUnlimitedRoom;  ///< how many of her options are tried
  std::uint32_t room = kUnlimitedRoom;          ///< places to wait in each pool's line
  Absence absence = Absence::kWait;
  StepIdx instead = {};       ///< a later step, taken when this one is refused
  std::uint8_t priority = 0;  ///< 0 before 1 before 2
  Travel travel = Travel::kNone;
  ServiceLaw duration = {};
  double p_longer = 0;  ///< with this probability `longer` is added, at the same place
  ServiceLaw longer = {};
  SessionPlan sessions = {};
  Milestone milestone = Milestone::kNone;
};

/// What a probe (see ProbeArrival) looks at.
struct ProbePlan {
  std::vector<StepIdx> help = {};  ///< lines that she stands in one after another until helped
  StepIdx shelter = {};            ///< whose pools are full or not when she comes; none: invalid
  StepIdx vehicle = {};            ///< the same for vehicles
};

/// A checked plan with what follows from it.
class CarePlan {
 public:
  static constexpr std::size_t kMostSteps = 32;
  static constexpr std::size_t kMostCandidates = 16;  ///< pools that one step may try

  /// Throws InvariantError where a step comes after a later one or is replaced by an earlier one, a
  /// pool kind is out of range, a band is not within [0, 1], or there are too many steps.
  CarePlan(std::vector<StepPlan> steps, std::size_t n_pool_kinds, ProbePlan probe = {});

  [[nodiscard]] const StepPlan& step(StepIdx step) const { return steps_[step]; }
  [[nodiscard]] std::size_t n_steps() const { return steps_.size(); }
  [[nodiscard]] std::size_t n_pool_kinds() const { return n_pool_kinds_; }
  [[nodiscard]] const ProbePlan& probe() const { return probe_; }
  /// The steps that this one comes after, a bit each.
  [[nodiscard]] std::uint32_t predecessors(StepIdx step) const { return predecessors_[step]; }
  [[nodiscard]] std::uint64_t step_key(StepIdx step) const { return step_keys_[step]; }
  /// The keys of the distinct choices, and which of them decides a step (beyond the last: none).
  [[nodiscard]] const std::vector<std::uint64_t>& choice_keys() const { return choice_keys_; }
  [[nodiscard]] std::size_t choice_of(StepIdx step) const { return choice_of_[step]; }
  [[nodiscard]] std::uint32_t all_steps() const { return all_steps_; }
  /// Those that end in a milestone.
  [[nodiscard]] std::uint32_t steps_of(Milestone milestone) const {
    return milestone_steps_[static_cast<std::size_t>(milestone)];
  }
  /// The step of that name. Precondition: there is one.
  [[nodiscard]] StepIdx get_step(const std::string& name) const;

 private:
  void check_step(StepIdx at) const;
  void note_choice(const StepPlan& step);

  IdxVector<StepIdx, StepPlan> steps_;
  std::size_t n_pool_kinds_;
  ProbePlan probe_;
  IdxVector<StepIdx, std::uint32_t> predecessors_;
  IdxVector<StepIdx, std::uint64_t> step_keys_;
  std::vector<std::string> choices_;
  std::vector<std::uint64_t> choice_keys_;
  IdxVector<StepIdx, std::size_t> choice_of_;
  std::uint32_t all_steps_ = 0;
  std::array<std::uint32_t, 5> milestone_steps_{};
};

}  // namespace pahunch
