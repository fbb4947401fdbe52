#include "sim/random/count_inversion.h"

#include <cassert>

namespace pahunch {

namespace {

/// Probabilities below this add nothing to a sum near 1.
constexpr double kVanished = 0x1p-60;

}  // namespace

CountInversion::CountInversion(const Law& law) : law_(law) {
  double term = law_.p_start;
  for (std::int64_t k = law_.start; k > 0 && term > kVanished * kVanished; --k) {
    term /= ratio(k);
    p_below_ += term;
  }
}

std::int64_t CountInversion::quantile(double p) const {
  assert(p > 0 && p < 1);
  return p > p_below_ ? search_up(p) : search_down(p);
}

std::int64_t CountInversion::search_up(double p) const {
  std::int64_t k = law_.start;
  double term = law_.p_start;
  double sum = p_below_ + term;
  while (sum < p) {
    const double step = ratio(++k);
    term *= step;
    sum += term;
    if (step < 1 && term < kVanished) break;  // rounding keeps the sum below p for ever
  }
  return k;
}

std::int64_t CountInversion::search_down(double p) const {
  std::int64_t k = law_.start - 1;
  double term = law_.p_start / ratio(law_.start);
  double sum = p_below_;
  while (k > 0 && sum - term >= p) {
    sum -= term;
    term /= ratio(k--);
  }
  return k;
}

}  // namespace pahunch
