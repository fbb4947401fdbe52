/// \file
/// Reading numbers that carry a range and a source from TOML.
///
/// \code
///   waiting_min = { value = 10, low = 5, high = 30, source = "assumed: runs when full" }
///   circuity = 1.3                     # short for value = low = high, source "given"
/// \endcode
#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "geo/io/toml_table.h"
#include "geo/model/profile.h"

namespace pahunch {

/// Limits of a number, inclusive except where `lowest` itself makes no sense.
struct Bounds {
  double lowest = 0;
  double highest = std::numeric_limits<double>::infinity();
  bool lowest_allowed = true;
  std::string_view words = "not negative";
};
inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();
inline constexpr Bounds kPositive{0, kNoLimit, false, "more than zero"};
inline constexpr Bounds kNotNegative{0, kNoLimit, true, "not negative"};
inline constexpr Bounds kAtLeastOne{1, kNoLimit, true, "at least 1"};
inline constexpr Bounds kProbability{0, 1, true, "from 0 to 1"};

/// Throws ConfigError at that key when the value is out of bounds.
void expect_within(const TomlTable& table, std::string_view key, double value, const Bounds& bounds,
                   const std::string& advice = "");

/// A value with `low`, `high` and `source` beside it in the same table; `value_key` names the
/// number itself. Throws ConfigError where the range does not hold the value.
SourcedValue read_sourced(const TomlTable& table, std::string_view value_key);

/// The number at a key, bare or as a table; the target is left as it is where the key is missing.
/// Throws ConfigError where value or range are out of bounds.
void amend_value(const TomlTable& table, std::string_view key, const Bounds& bounds,
                 SourcedValue& target);

}  // namespace pahunch
