/// \file
/// What a run counts: sums only, of the same size however many cases there were.
///
/// Two kinds of number stand side by side. *Counts* are of the year's own cases, those called
/// within the window, each followed to its end even where that lies after the window. *Integrals*
/// (number x milliseconds) are of everybody present within the window. Sums of several runs are
/// made with `+=`. What is counted week by week is in week_tally.h.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "sim/operations/clock.h"

namespace pahunch {

/// Upper ends of the classes of waits, inclusive; the last class has none.
inline constexpr std::array<TimeMs, 11> kWaitClassMs = {
    0,          kHourMs,    6 * kHourMs, 12 * kHourMs, kDayMs,     2 * kDayMs,
    3 * kDayMs, 5 * kDayMs, kWeekMs,     2 * kWeekMs,  4 * kWeekMs};
inline constexpr std::size_t kNWaitClasses = kWaitClassMs.size() + 1;
/// 0 is a wait of nothing.
inline std::size_t find_wait_class(TimeMs wait) {
  return static_cast<std::size_t>(std::lower_bound(kWaitClassMs.begin(), kWaitClassMs.end(), wait) -
                                  kWaitClassMs.begin());
}

/// One step at one centre, by the centre of the case, whoever served her.
struct StepTally {
  std::int64_t n_asked = 0;  ///< sessions
  std::int64_t n_started = 0;
  std::int64_t n_elsewhere = 0;  ///< of those started, at another centre
  std::int64_t n_refused = 0;    ///< no room anywhere
  std::int64_t n_ended = 0;
  std::int64_t n_late = 0;  ///< of those started, after more than the longest wait
  TimeMs wait_ms = 0;       ///< sum over those started
  std::array<std::int64_t, kNWaitClasses> n_by_wait{};
  TimeMs waiting_ms = 0;  ///< integral of the number waiting
  TimeMs serving_ms = 0;  ///< integral of the number being served

  StepTally& operator+=(const StepTally& other);
};

/// One kind of pool at one centre: what is done there, for whichever centre's cases.
struct PoolTally {
  TimeMs busy_ms = 0;          ///< integral of the number in use
  std::int64_t n_started = 0;  ///< by the year's own cases

  PoolTally& operator+=(const PoolTally& other);
};

/// Virtual cases at one centre.
struct ProbeTally {
  std::int64_t n = 0;
  std::int64_t n_full_here = 0;     ///< no bed at her own centre
  std::int64_t n_full = 0;          ///< no bed at any centre that is asked
  std::int64_t n_vehicle_out = 0;   ///< no vehicle free
  std::int64_t n_late = 0;          ///< help begins after more than the longest wait, or never
  std::int64_t n_late_or_full = 0;  ///< at least one of the two
  TimeMs wait_ms = 0;               ///< until help, over those who got it before the run ended
  std::int64_t n_helped = 0;

  ProbeTally& operator+=(const ProbeTally& other);
};

struct CentreTally {
  std::int64_t n_cases = 0;
  std::int64_t n_reached = 0;  ///< have arrived at their centre
  TimeMs reach_ms = 0;         ///< sum of call to arrival over them
  std::int64_t n_helped_late =
      0;  ///< first help later than the longest wait after arrival, or never
  std::int64_t n_turned_away = 0;    ///< needed a bed and found none at any centre asked
  std::int64_t n_disposed_own = 0;   ///< the year's own cases disposed within the year
  std::int64_t n_disposed_any = 0;   ///< any case disposed within the year
  std::int64_t n_open_at_start = 0;  ///< called before the year, not yet disposed
  std::int64_t n_open_at_end = 0;    ///< called before the year's end, not yet disposed
  std::int64_t n_unfinished = 0;     ///< of the own cases, when the run stopped
  TimeMs present_ms = 0;             ///< integral of cases not over, follow-up among them
  std::vector<StepTally> steps;      ///< by step of the plan
  std::vector<PoolTally> pools;      ///< by kind
  ProbeTally probes;

  CentreTally& operator+=(const CentreTally& other);
};

/// P(turned away or kept waiting beyond the longest wait) for a woman who comes to this centre at
/// any time, when a share `p_sheltered` of them needs a bed. Precondition: there were probes.
double estimate_p_not_helped(const ProbeTally& probes, double p_sheltered);

}  // namespace pahunch
