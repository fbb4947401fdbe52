#include "sim/statistics/count_histogram.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace pahunch {
namespace {

/// Classes of each doubling beyond twice as many; a 63-bit number is in one below 2^12.
constexpr int kPerDoublingBits = 6;
constexpr std::uint64_t kPerDoubling = std::uint64_t{1} << kPerDoublingBits;

std::uint16_t find_class(std::uint64_t value) {
  const int shift = std::max(static_cast<int>(std::bit_width(value)) - kPerDoublingBits - 1, 0);
  return static_cast<std::uint16_t>(static_cast<std::uint64_t>(shift) * kPerDoubling +
                                    (value >> shift));
}

double middle_of(std::uint16_t number) {
  if (number < 2 * kPerDoubling) return number;
  const int shift = static_cast<int>(number / kPerDoubling) - 1;
  const auto lowest = static_cast<double>(kPerDoubling + number % kPerDoubling);
  return std::floor(std::ldexp(lowest, shift) + (std::ldexp(1.0, shift) - 1) / 2);
}

}  // namespace

void CountHistogram::add(std::int64_t value) {
  assert(value >= 0);
  const std::uint16_t number = find_class(static_cast<std::uint64_t>(value));
  const auto at = std::ranges::lower_bound(classes_, number, {}, &Class::number);
  if (at != classes_.end() && at->number == number) {
    ++at->n;
  } else {
    classes_.insert(at, {number, 1});
  }
}

void CountHistogram::merge(const CountHistogram& other) {
  std::vector<Class> merged;
  merged.reserve(std::max(classes_.size(), other.classes_.size()));
  auto own = classes_.begin();
  for (const Class& more : other.classes_) {
    while (own != classes_.end() && own->number < more.number) merged.push_back(*own++);
    merged.push_back(more);
    if (own != classes_.end() && own->number == more.number) merged.back().n += (own++)->n;
  }
  merged.insert(merged.end(), own, classes_.end());
  classes_ = std::move(merged);
}

std::uint64_t CountHistogram::n() const {
  std::uint64_t n = 0;
  for (const Class& one : classes_) n += one.n;
  return n;
}

double CountHistogram::quantile(double p) const {
  assert(!classes_.empty() && p > 0 && p <= 1);
  const auto wanted = static_cast<std::uint64_t>(std::ceil(p * static_cast<double>(n())));
  std::uint64_t below = 0;
  for (const Class& one : classes_) {
    below += one.n;
    if (below >= wanted) return middle_of(one.number);
  }
  return middle_of(classes_.back().number);
}

}  // namespace pahunch
