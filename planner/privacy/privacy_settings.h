/// \file
/// What a scenario keeps from its outputs: `[privacy]`.
#pragma once

#include <cstdint>
#include <string>

#include "geo/io/toml_table.h"

namespace pahunch {

struct PrivacySettings {
  /// Observed counts from 1 to below this are not shown, nor what they could be worked out from; 0
  /// shows all.
  std::int64_t suppress_below = 0;
  /// The outputs may be seen by anyone: `suppress_below` is at least `kPublicThreshold`, and
  /// centres stand where their neighbourhood is and not where they are.
  bool is_public = false;

  /// What holds in effect.
  [[nodiscard]] std::int64_t threshold() const;
  friend bool operator==(const PrivacySettings&, const PrivacySettings&) = default;
};

/// The usual least cell of published health and crime tables is from 5 to 11.
inline constexpr std::int64_t kPublicThreshold = 10;

/// Failure: ConfigError for a threshold that is negative or 1, which hides nothing.
PrivacySettings read_privacy_settings(const TomlTable& root);

std::string write_privacy_settings(const PrivacySettings& settings);

}  // namespace pahunch
