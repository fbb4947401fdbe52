/// \file
/// What happened to single cases, for those who want to see it: checks, and counts by settlement.
///
/// Records stay inside the program: no output holds any.
#pragma once

#include "sim/operations/arrival.h"
#include "sim/operations/care_plan.h"

namespace pahunch {

/// One session of one step. Times that did not come to pass are `kNeverMs`.
struct StepRecord {
  std::uint64_t case_number = 0;  ///< in order of arrival, from 0
  StepIdx step;
  std::uint16_t session = 0;
  CentreIdx centre;          ///< whose case it is
  CentreIdx served_at = {};  ///< invalid where nobody served it
  TimeMs asked_at = 0;
  TimeMs started_at = kNeverMs;
  TimeMs ended_at = kNeverMs;
  bool refused = false;
};

struct CaseRecord {
  std::uint64_t case_number = 0;
  std::uint64_t key = 0;
  CentreIdx centre;
  TimeMs called_at = 0;
  TimeMs reached_at = kNeverMs;
  TimeMs helped_at = kNeverMs;
  TimeMs disposed_at = kNeverMs;
  TimeMs over_at = kNeverMs;
  std::uint32_t refused = 0;  ///< steps, a bit each
};

/// Told of each session when it ends or is refused, and of each case when it is over; when the run
/// stops, of those that are still under way.
class RecordSink {
 public:
  RecordSink() = default;
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;
  virtual ~RecordSink() = default;
  virtual void note_step(const StepRecord& /*record*/) {}
  virtual void note_case(const CaseRecord& /*record*/) {}
};

}  // namespace pahunch
