/// \file
/// The event loop: cases move through the steps of their plan, at centres with pools and lines.
///
/// `run` is the whole simulation of one replicate year at all centres of a network. It takes what
/// happens next from three places: the heap of events, the source of arrivals, the list of probes;
/// at one instant in this order, and within the heap as `EventKind` says. The result is a function
/// of the arguments alone.
///
/// The state at the start is empty: let cases arrive for a while before the year (the warm-up), and
/// let the run go on after it, until the year's own cases are over or `stop_at`. It ends as soon as
/// all of them and all probes are over, and takes no arrivals after that.
///
/// Cost: O(log n) an event with n events pending. Memory: the cases and probes under way.
#pragma once

#include <span>

#include "sim/operations/arrival.h"
#include "sim/operations/care_plan.h"
#include "sim/operations/case_draws.h"
#include "sim/operations/case_table.h"
#include "sim/operations/event_heap.h"
#include "sim/operations/pool.h"
#include "sim/operations/record_sink.h"
#include "sim/operations/tally_board.h"

namespace pahunch {

/// What a loop is made from. Plan and lists must outlive it.
struct LoopSetup {
  const CarePlan& plan;
  /// Who is on duty in each pool; its size is the number of centres x kinds.
  IdxVector<PoolIdx, Timetable> timetables;
  RunWindow window = {};
  CaseDraws draws;
  Discipline discipline = Discipline::kFirstCome;
};

class OperationsLoop {
 public:
  explicit OperationsLoop(LoopSetup setup);

  /// Probes in order of time. `sink` may be null. Runs once.
  IdxVector<CentreIdx, CentreTally> run(ArrivalSource& arrivals,
                                        std::span<const ProbeArrival> probes = {},
                                        RecordSink* sink = nullptr);
  /// The same week by week. Once, after the run.
  IdxVector<CentreIdx, YearWeeks> take_weeks() { return board_.take_weeks(); }
  /// Taken from the heap.
  [[nodiscard]] std::uint64_t n_events() const { return n_events_; }

 private:
  struct ProbeState {
    ProbeArrival arrival;
    std::uint64_t ticket = 0;
    std::uint32_t position = 0;  ///< in the plan's list of lines
    bool full = false;
  };

  // The loop.
  enum class Source : std::uint8_t { kNone, kEvents, kArrivals, kProbes };
  Source find_next();
  void prefetch_next() const;
  void handle(const Event& event);
  void stop();

  // A case.
  void open_case(const CaseArrival& arrival);
  void advance(std::uint32_t slot);
  void begin_step(std::uint32_t slot, StepIdx step);
  void ask(std::uint32_t slot, StepIdx step);
  void start(std::uint32_t slot, StepIdx step, PoolIdx pool);
  void end(std::uint32_t slot, StepIdx step);
  void refuse(std::uint32_t slot, StepIdx step);
  void finish_step(std::uint32_t slot, StepIdx step);
  void close_case(std::uint32_t slot);

  // Pools and their lines.
  [[nodiscard]] std::size_t count_candidates(std::span<const CentreOption> options,
                                             StepIdx step) const;
  [[nodiscard]] PoolIdx candidate(std::span<const CentreOption> options, StepIdx step,
                                  std::size_t i) const;
  PoolIdx find_free(std::span<const CentreOption> options, StepIdx step);
  bool is_free(PoolIdx pool);
  bool is_worth_waiting(Pool& pool, Absence absence);
  void join_lines(std::uint32_t slot, StepIdx step);
  void leave_lines(std::uint32_t slot, StepIdx step);
  void serve_line(PoolIdx pool);
  void foresee_duty(PoolIdx pool);
  [[nodiscard]] bool holds(const WaitingEntry& entry);
  [[nodiscard]] TimeMs find_travel(const CaseState& what, StepIdx step, PoolIdx pool) const;

  // Probes.
  void open_probe();
  void ask_for_probe(std::uint32_t slot);
  void start_probe(std::uint32_t slot);
  void close_probe(std::uint32_t slot, TimeMs helped_at);

  // What is told to the sink.
  void record_step(std::uint32_t slot, StepIdx step, TimeMs ended_at);
  void record_case(const CaseState& what, TimeMs over_at);

  void push(TimeMs at, const EventSubject& subject) { heap_.push(Event(at, subject)); }

  const CarePlan& plan_;
  RunWindow window_;
  CaseDraws draws_;
  Discipline discipline_;
  IdxVector<PoolIdx, Pool> pools_;
  TallyBoard board_;
  CaseTable cases_;
  EventHeap heap_;
  ArrivalSource* arrivals_ = nullptr;
  const CaseArrival* next_arrival_ = nullptr;
  std::span<const ProbeArrival> coming_probes_;
  std::vector<ProbeState> probes_;  ///< those that came, by number
  RecordSink* sink_ = nullptr;

  TimeMs now_ = std::numeric_limits<TimeMs>::min();
  std::uint64_t n_cases_ = 0;
  std::uint64_t n_events_ = 0;
  std::uint64_t last_ticket_ = 0;
  std::uint64_t n_own_open_ = 0;
  std::uint64_t n_probes_open_ = 0;
};

}  // namespace pahunch
