/// \file
/// What a scenario decides of floods: `[hazard]`, beside the file of what is believed of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "geo/io/toml_table.h"
#include "geo/model/hazard_prior.h"

namespace pahunch {

struct HazardSettings {
  std::optional<std::filesystem::path> file;  ///< instead of the default
  std::string replay;                         ///< "2021-08": every year has this month's floods
  std::optional<UnobservedMonths> missing_months;  ///< none: as the file says
  friend bool operator==(const HazardSettings&, const HazardSettings&) = default;
};

std::string to_string(UnobservedMonths rule);  ///< "prior", "dry"

/// Failure: ConfigError for a month that is none, or an unknown rule.
HazardSettings read_hazard_settings(const TomlTable& root, const std::filesystem::path& base);

std::string write_hazard_settings(const HazardSettings& settings);

}  // namespace pahunch
