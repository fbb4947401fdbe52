/// \file
/// A number from a simulation, with what is known of its error.
#pragma once

#include <cstdint>
#include <limits>

namespace pahunch {

constexpr double kUsualLevel = 0.95;

/// The interval is of Monte Carlo error alone: more replicates shrink it. It says nothing of the
/// parameters' uncertainty.
struct Estimate {
  std::uint64_t n = 0;  ///< independent units (replicates) behind it
  double value = 0;
  double standard_error = 0;
  double low = -std::numeric_limits<double>::infinity();  ///< infinite where n cannot tell
  double high = std::numeric_limits<double>::infinity();
  double level = kUsualLevel;  ///< probability with which such intervals hold the truth

  [[nodiscard]] double half_width() const { return (high - low) / 2; }
};

}  // namespace pahunch
