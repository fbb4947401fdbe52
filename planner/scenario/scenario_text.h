/// \file
/// A scenario file as text, with the command line's `--set key=value` applied.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pahunch {

struct ScenarioText {
  std::string content;                 ///< TOML
  std::string name;                    ///< for messages
  std::filesystem::path base;          ///< paths in it are relative to this folder
  std::vector<std::string> set_names;  ///< keys of [centres] in the order of the file
};

/// No file: an empty scenario, all defaults. Each override is "table.key=value"; a value that is
/// not TOML is a text. Failure: ConfigError for a file that is missing or no TOML, UsageError for
/// an override that is not key=value.
ScenarioText read_scenario_text(const std::optional<std::filesystem::path>& file,
                                const std::vector<std::string>& overrides);

/// From text; `name` stands for the file in messages. Relative paths are those of the program's own
/// data.
ScenarioText parse_scenario_text(const std::string& content, const std::string& name);

}  // namespace pahunch
