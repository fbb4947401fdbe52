/// \file
/// How often each whole number came, so that quantiles over replicates can be told without keeping
/// them: in whatever order numbers and parts come, the result is the same.
///
/// Numbers below 128 are told apart exactly; of larger ones those within 1/64 of each other share a
/// class, and the whole number in its middle stands for them: error at most 0.8%. Memory: 8 bytes a
/// class that has a number.
#pragma once

#include <cstdint>
#include <vector>

namespace pahunch {

class CountHistogram {
 public:
  struct Class {
    std::uint16_t number = 0;  ///< of the class, in order of what is in it
    std::uint32_t n = 0;
    friend bool operator==(const Class&, const Class&) = default;
  };

  CountHistogram() = default;
  /// As `classes()` of another one gives them.
  explicit CountHistogram(std::vector<Class> classes) : classes_(std::move(classes)) {}

  /// Precondition: `value` is not negative.
  void add(std::int64_t value);
  void merge(const CountHistogram& other);

  [[nodiscard]] std::uint64_t n() const;
  /// The least number that at least the share `p` of all do not exceed (the inverse of the
  /// empirical distribution, type 1 of Hyndman and Fan 1996). Preconditions: there is a number,
  /// 0 < p <= 1.
  [[nodiscard]] double quantile(double p) const;
  /// Ascending; those with a number.
  [[nodiscard]] const std::vector<Class>& classes() const { return classes_; }

 private:
  std::vector<Class> classes_;
};

}  // namespace pahunch
