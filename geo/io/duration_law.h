/// \file
/// Reading laws of durations from TOML.
///
/// \code
///   duration = { law = "lognormal", mean = 45, low = 20, high = 90, cv = 0.5, unit = "min",
///                longest = 240, source = "assumed" }     # the range is that of the mean
/// \endcode
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "geo/io/toml_table.h"
#include "geo/model/operations.h"

namespace pahunch {

/// The law at a key; the target is left as it is where the key is missing. Throws ConfigError where
/// law or unit are unknown, the mean is below zero, a law with a spread has none, or the longest
/// duration is below the highest mean.
void amend_law(const TomlTable& parent, std::string_view key, DurationLaw& target);

/// The word at a key as a value of an enumeration, by its `find_` function.
template <class Enum>
void amend_word(const TomlTable& table, std::string_view key,
                std::optional<Enum> (*find)(std::string_view), Enum& target) {
  const auto word = table.find_string(key);
  if (!word) return;
  const auto found = find(*word);
  if (!found) table.fail(key, fmt::format("unknown {} '{}'", key, *word));
  target = *found;
}

}  // namespace pahunch
