#include "sim/statistics/batch_means.h"

#include <cassert>
#include <limits>

#include "sim/statistics/mean_interval.h"
#include "sim/statistics/running_moments.h"

namespace pahunch {

namespace {

double correlate_neighbours(std::span<const double> values, const RunningMoments& moments) {
  double products = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    products += (values[i - 1] - moments.mean()) * (values[i] - moments.mean());
  }
  return moments.squares() > 0 ? products / moments.squares() : 0;
}

}  // namespace

BatchMeans estimate_by_batches(std::span<const double> series, std::size_t n_batches,
                               double level) {
  assert(n_batches >= 2 && n_batches <= series.size());
  const std::size_t length = series.size() / n_batches;
  const auto used = series.last(length * n_batches);
  RunningMoments numbers, batches;
  std::vector<double> means;
  for (std::size_t b = 0; b < n_batches; ++b) {
    RunningMoments batch;
    for (const double value : used.subspan(b * length, length)) batch.add(value);
    numbers.merge(batch);
    batches.add(batch.mean());
    means.push_back(batch.mean());
  }
  BatchMeans result = {.mean = estimate_mean(batches, level),
                       .lag_1_correlation = correlate_neighbours(means, batches)};
  const double error = result.mean.standard_error;
  result.effective_sample_size =
      error > 0 ? numbers.variance() / (error * error) : std::numeric_limits<double>::infinity();
  return result;
}

}  // namespace pahunch
