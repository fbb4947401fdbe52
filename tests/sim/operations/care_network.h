/// \file
/// A small made-up network of centres with the bundled parameters, and a year of cases.
#pragma once

#include <vector>

#include "geo/io/read_operations.h"
#include "sim/operations/centre_simulator.h"

namespace pahunch::test {

/// data/defaults/operations.toml.
OperationsModel read_default_operations();

/// `n` centres in a ring; each one's women turn to it, then to the next two.
class CareNetwork {
 public:
  CareNetwork(const OperationsModel& model, std::size_t n_centres);

  /// `per_year` cases a centre, evenly over time, from `when.begin` to `when.end`.
  [[nodiscard]] std::vector<CaseArrival> draw_cases(double per_year, Span when,
                                                    std::uint64_t seed) const;
  [[nodiscard]] std::span<const CentreOption> options(std::size_t centre) const {
    return options_[centre];
  }
  [[nodiscard]] const IdxVector<CentreIdx, CentreResources>& centres() const { return centres_; }

 private:
  IdxVector<CentreIdx, CentreResources> centres_;
  std::vector<std::vector<CentreOption>> options_;
};

/// Everything that a run tells.
struct RecordList : RecordSink {
  std::vector<StepRecord> steps;
  std::vector<CaseRecord> cases;
  void note_step(const StepRecord& record) override { steps.push_back(record); }
  void note_case(const CaseRecord& record) override { cases.push_back(record); }
};

}  // namespace pahunch::test
