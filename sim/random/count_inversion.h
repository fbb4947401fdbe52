/// \file
/// Inversion of laws of counts whose probabilities follow P(k) = (a + b / k) P(k - 1).
///
/// These are the Poisson, negative binomial and binomial laws (the class (a, b, 0) of Panjer 1981).
/// The search goes from a start along the recurrence: up or down by as many steps as the count is
/// off, so a start near the mode costs about a standard deviation.
#pragma once

#include <cstdint>

namespace pahunch {

class CountInversion {
 public:
  /// Below this mean a law starts best at 0: its probability there is quick to tell.
  static constexpr double kStartAtZeroBelow = 32;

  struct Law {
    double a = 0;
    double b = 0;
    std::int64_t start = 0;  ///< a count near the mode
    double p_start = 0;      ///< its probability
  };
  /// Sums the probabilities below the start, down to where they vanish.
  explicit CountInversion(const Law& law);

  /// The least count whose cumulated probability is at least p; rises with p. Sums are right to
  /// about 1e-14: in the last 1e-14 of the upper tail the count stays below its exact value.
  /// Precondition: 0 < p < 1.
  [[nodiscard]] std::int64_t quantile(double p) const;

 private:
  [[nodiscard]] double ratio(std::int64_t k) const {
    return law_.a + law_.b / static_cast<double>(k);
  }
  [[nodiscard]] std::int64_t search_up(double p) const;
  [[nodiscard]] std::int64_t search_down(double p) const;

  Law law_;
  double p_below_ = 0;  ///< P(K < start)
};

}  // namespace pahunch
