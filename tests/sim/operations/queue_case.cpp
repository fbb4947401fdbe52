#include "tests/sim/operations/queue_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/random/special_functions.h"

namespace pahunch::test {
namespace {

/// The classes' Poisson streams as one.
class PoissonArrivals : public ArrivalSource {
 public:
  PoissonArrivals(const QueueModel& model, std::uint64_t seed, Span when)
      : classes_(model.classes),
        random_({.seed = seed, .purpose = Purpose::kCaseTime}),
        when_(when),
        at_units_(static_cast<double>(when.begin) / kUnitMs) {
    for (const auto& one : classes_) rate_ += one.rate;
  }

  const CaseArrival* next() override {
    at_units_ += ExponentialDistribution(1 / rate_)(random_);
    const auto at = static_cast<TimeMs>(std::floor(at_units_ * kUnitMs));
    if (at >= when_.end) return nullptr;
    double u = random_.uniform() * rate_;
    std::size_t which = 0;
    while (which + 1 < classes_.size() && u >= classes_[which].rate) u -= classes_[which++].rate;
    now_ = {.key = entity_key(7, static_cast<std::uint64_t>(n_sent_)),
            .called_at = at,
            .channel = classes_[which].channel,
            .options = classes_[which].options};
    ++n_sent_;
    return &now_;
  }
  [[nodiscard]] std::int64_t n_sent() const { return n_sent_; }

 private:
  const std::vector<ArrivalClass>& classes_;
  RandomStream random_;
  Span when_;
  double at_units_;
  double rate_ = 0;
  std::int64_t n_sent_ = 0;
  CaseArrival now_;
};

/// Sojourns of the customers of the window.
class SojournSink : public RecordSink {
 public:
  SojournSink(Observation& into, Span window) : into_(into), window_(window) {}
  void note_case(const CaseRecord& record) override {
    ++into_.n_seen;
    if (!window_.holds(record.called_at) || record.refused != 0) return;
    const TimeMs sojourn = record.over_at - record.called_at;
    ++into_.n_sojourns;
    into_.sojourn_units += static_cast<double>(sojourn) / kUnitMs;
    if (sojourn > 5 * kUnitMs) ++into_.n_beyond_five;
  }

 private:
  Observation& into_;
  Span window_;
};

struct Replication {
  std::uint64_t seed = 0;
  double warm_up = 0;
  double length = 0;
};

IdxVector<PoolIdx, Timetable> make_servers(const QueueModel& model) {
  IdxVector<PoolIdx, Timetable> pools;
  for (const std::uint32_t n : model.servers) pools.push_back(Timetable::always(n));
  return pools;
}

Observation observe(const QueueModel& model, const Replication& run, const SourceChange& change) {
  const CarePlan plan(model.steps, 1);
  const Span window{0, static_cast<TimeMs>(run.length * kUnitMs)};
  // Customers of the window are followed to their end, among customers that come after them.
  const TimeMs stop_at = kNeverMs - 1;
  OperationsLoop loop(
      {.plan = plan,
       .timetables = make_servers(model),
       .window = {window, stop_at, static_cast<TimeMs>(model.longest_wait * kUnitMs)},
       .draws = CaseDraws(run.seed, 0),
       .discipline = model.discipline});
  PoissonArrivals all(model, run.seed, {static_cast<TimeMs>(-run.warm_up * kUnitMs), stop_at});
  const auto changed = change ? change(all) : nullptr;
  Observation seen;
  SojournSink sink(seen, window);
  seen.centres = loop.run(changed ? *changed : all, {}, &sink);
  seen.n_sent = all.n_sent() - 1;  // the loop stops with the next one in its hand
  seen.window_units = run.length;
  return seen;
}

/// x with P(|T| > x) = p.
double find_two_sided_t(double p, double dof) {
  double low = 0;
  double high = 1000;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (2 * portable::student_cdf(-middle, dof) > p ? low : high) = middle;
  }
  return high;
}

std::size_t count_figures() {
  std::size_t n = 0;
  for (const QueueCase& queue : list_queues()) n += queue.figures.size();
  return n;
}

/// Standard errors in a half-width, so that all figures of all queues together hold.
double find_errors(double n_runs) {
  return find_two_sided_t(kFamilyError / static_cast<double>(count_figures()), n_runs - 1);
}

/// Ratio of sums, its standard error from the residuals of the replications (Cochran 1977, 6.4).
FigureResult estimate_figure(const Figure& figure, const std::vector<Observation>& seen) {
  double above = 0;
  double below = 0;
  for (const Observation& one : seen) {
    above += figure.ratio_of(one).above;
    below += figure.ratio_of(one).below;
  }
  const double ratio = above / below;
  double squares = 0;
  for (const Observation& one : seen) {
    const Ratio part = figure.ratio_of(one);
    squares += (part.above - ratio * part.below) * (part.above - ratio * part.below);
  }
  const auto n = static_cast<double>(seen.size());
  const double error = std::sqrt(squares * n / (n - 1)) / below;
  return {figure.name, figure.expected, ratio, error * find_errors(n)};
}

void judge(const FigureResult& result, double max_half_width, std::vector<std::string>& faults) {
  if (std::abs(result.estimate - result.expected) > result.half_width) {
    faults.push_back(fmt::format("{}: {} is not {} (half-width {})", result.name, result.estimate,
                                 result.expected, result.half_width));
  }
  if (!(result.half_width <= max_half_width * result.expected)) {
    faults.push_back(fmt::format("{}: half-width {} is more than {} of {}", result.name,
                                 result.half_width, max_half_width, result.expected));
  }
}

/// Enough customers in a replication that all together reach the half-width, with some to spare.
double find_length(const QueueCase& queue, const Effort& effort) {
  double rate = 0;
  for (const auto& one : queue.model.classes) rate += one.rate;
  const double n_runs = static_cast<double>(effort.seeds.size()) * effort.replications;
  const double errors = find_errors(n_runs) / effort.max_half_width;
  const double spare = 1.3 + 32 / n_runs;  // the error itself is known the worse the fewer runs
  return spare * queue.hardness * errors * errors / rate / n_runs;
}

}  // namespace

QueueResult check_queue(const QueueCase& queue, const Effort& effort) {
  std::vector<Observation> seen;
  const double length = find_length(queue, effort);
  for (const std::uint64_t seed : effort.seeds) {
    for (int i = 0; i < effort.replications; ++i) {
      const std::uint64_t own_seed = entity_key(seed, static_cast<std::uint64_t>(i));
      seen.push_back(observe(queue.model, {own_seed, 1000, length}, effort.change));
    }
  }
  QueueResult result;
  for (const Figure& figure : queue.figures) {
    result.figures.push_back(estimate_figure(figure, seen));
    judge(result.figures.back(), effort.max_half_width, result.faults);
  }
  for (const Observation& one : seen) result.n_lost += one.n_sent - one.n_seen;
  if (result.n_lost != 0) result.faults.push_back(fmt::format("{} lost", result.n_lost));
  return result;
}

QueueCase get_queue(const std::string& name) {
  for (QueueCase& queue : list_queues()) {
    if (queue.name == name) return std::move(queue);
  }
  throw std::invalid_argument(name);
}

}  // namespace pahunch::test
