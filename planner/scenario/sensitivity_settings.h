/// \file
/// Which inputs move the answer of a simulation: `sensitivity` and its sizes in `[simulation]`.
///
/// "morris" screens all uncertain inputs with few runs; "sobol" does that first and then splits the
/// variance between the inputs that moved most, what is left of each group of inputs, and chance.
#pragma once

#include <cstdint>
#include <string>

#include "geo/io/toml_table.h"

namespace pahunch {

enum class SensitivityKind : std::uint8_t { kNone, kMorris, kSobol };
std::string to_string(SensitivityKind kind);  ///< "none", "morris", "sobol"

struct SensitivitySettings {
  SensitivityKind kind = SensitivityKind::kNone;
  std::uint64_t trajectories = 6;  ///< of Morris; each runs every input once
  std::uint64_t rows = 64;         ///< of Sobol'; best a power of two
  std::uint64_t kept = 5;          ///< inputs that Morris hands on
  std::uint64_t years = 2;         ///< of each run
  friend bool operator==(const SensitivitySettings&, const SensitivitySettings&) = default;
};

/// Keys of `[simulation]`. Failure: ConfigError for an unknown word or a size that is too small.
SensitivitySettings read_sensitivity_settings(const TomlTable& simulation);

std::string write_sensitivity_settings(const SensitivitySettings& settings);

}  // namespace pahunch
