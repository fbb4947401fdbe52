#include "planner/siting/risk/sampling_gap.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/base/error.h"
#include "planner/siting/check_answer.h"
#include "planner/siting/mip.h"
#include "planner/siting/risk/expected_cover.h"

namespace pahunch {
namespace {

struct MeanAndError {
  double mean = 0, standard_error = 0;
};

/// In two passes. Precondition: there is an item.
MeanAndError summarise(const std::vector<double>& items) {
  const auto n = static_cast<double>(items.size());
  const double mean = std::accumulate(items.begin(), items.end(), 0.0) / n;
  double squares = 0;
  for (const double item : items) squares += (item - mean) * (item - mean);
  return {mean, items.size() < 2 ? kInfinity : std::sqrt(squares / (n - 1) / n)};
}

double mean_covered(const SitingProblem& problem, const ReachDraws& draws,
                    std::span<const SiteIdx> sites) {
  const auto covered = covered_by_draw(problem, draws, sites);
  const auto sum = std::accumulate(covered.begin(), covered.end(), std::int64_t{0});
  return static_cast<double>(sum) / static_cast<double>(draws.n_draws());
}

class GapEstimator {
 public:
  GapEstimator(const SitingProblem& problem, const SitingRules& rules,
               const GapCandidate& candidate, const GapSamples& samples, const GapOptions& options)
      : problem_(problem),
        rules_(rules),
        candidate_(candidate),
        samples_(samples),
        options_(options) {}

  GapReport estimate() {
    check();
    for (std::size_t batch = 0; batch < samples_.n_batches && !is_stopped(); ++batch) {
      add_batch(samples_.batch(batch));
    }
    return {.solver_gap = candidate_.solver_gap, .sampling = summarise_gaps(), .value = value()};
  }

 private:
  void check() const {
    if (samples_.n_batches < kLeastGapBatches) {
      throw UsageError({.what = fmt::format("{} batches of draws", samples_.n_batches),
                        .why = "the spread of fewer than 20 says too little of the mean gap",
                        .hint = "use 20 batches or more"});
    }
    if (!(options_.level > 0.5 && options_.level < 1)) {
      throw UsageError({.what = fmt::format("a level of {} for an upper bound", options_.level),
                        .hint = "give one between 0.5 and 1, such as 0.95"});
    }
    check_draws(problem_, samples_.fresh);
    if (samples_.fresh.n_draws() < 2) {
      throw UsageError({.what = "one fresh draw has no spread", .hint = "use two or more"});
    }
    if (const auto broken = find_broken_rule(problem_, rules_, candidate_.sites)) {
      throw UsageError({.what = "the choice to be judged does not keep the rules: " + *broken,
                        .why = "a gap to the best choice is one within the same rules"});
    }
  }

  [[nodiscard]] bool is_stopped() const {
    return options_.batch_limits.should_stop && options_.batch_limits.should_stop();
  }

  void add_batch(const ReachDraws& draws) {
    if (batch_size_ == 0) batch_size_ = draws.n_draws();
    if (draws.n_draws() != batch_size_) {
      throw UsageError(
          {.what = fmt::format("batches of {} and of {} draws", batch_size_, draws.n_draws()),
           .why = "gaps of batches of unlike sizes have no common mean"});
    }
    const ExpectedCover best = solve_expected_cover(problem_, draws, rules_, options_.batch_limits);
    const double covered = mean_covered(problem_, draws, candidate_.sites);
    // Stopped before there was any choice: nothing but all the weight is sure.
    const bool has_bound = best.answer.has_sites();
    const double bound =
        has_bound ? best.answer.bound : static_cast<double>(problem_.total_weight());
    if (!has_bound || best.answer.gap > 0) ++n_unproven_;
    bounds_.push_back(bound);
    gaps_.push_back(std::max(0.0, bound - covered));
  }

  [[nodiscard]] SamplingGap summarise_gaps() const {
    SamplingGap found = {
        .n_batches = gaps_.size(), .n_unproven = n_unproven_, .upper_level = options_.level};
    if (gaps_.empty()) return found;
    const MeanAndError gap = summarise(gaps_);
    found.mean = gap.mean;
    found.standard_error = gap.standard_error;
    found.mean_batch_bound = summarise(bounds_).mean;
    if (gaps_.size() < kLeastGapBatches) return found;
    const auto dof = static_cast<double>(gaps_.size() - 1);
    found.upper = gap.mean + options_.student_quantile(options_.level, dof) * gap.standard_error;
    return found;
  }

  [[nodiscard]] SampleMean value() const {
    std::vector<double> covered;
    for (const auto sum : covered_by_draw(problem_, samples_.fresh, candidate_.sites)) {
      covered.push_back(static_cast<double>(sum));
    }
    const MeanAndError mean = summarise(covered);
    const double t = options_.student_quantile((1 + options_.level) / 2,
                                               static_cast<double>(covered.size() - 1));
    return {.n = covered.size(),
            .mean = mean.mean,
            .standard_error = mean.standard_error,
            .low = mean.mean - t * mean.standard_error,
            .high = mean.mean + t * mean.standard_error};
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const GapCandidate& candidate_;
  const GapSamples& samples_;
  const GapOptions& options_;
  std::size_t batch_size_ = 0, n_unproven_ = 0;
  std::vector<double> gaps_, bounds_;  ///< by batch
};

}  // namespace

GapReport estimate_sampling_gap(const SitingProblem& problem, const SitingRules& rules,
                                const GapCandidate& candidate, const GapSamples& samples,
                                const GapOptions& options) {
  return GapEstimator(problem, rules, candidate, samples, options).estimate();
}

}  // namespace pahunch
