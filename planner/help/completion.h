/// \file
/// Shell completion, made from the same options as `--help`.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace pahunch {

/// What a shell offers.
struct CompletedCommand {
  std::string name;
  std::string summary;
  struct Choice {
    std::string option;               ///< "--season"
    std::string description;          ///< one line
    std::vector<std::string> values;  ///< "dry", "monsoon"; empty: files
  };
  std::vector<Choice> options;
};

std::vector<CompletedCommand> completed_commands(const std::vector<const CLI::App*>& commands);

std::string bash_completion(const std::vector<CompletedCommand>& commands);
std::string zsh_completion(const std::vector<CompletedCommand>& commands);
std::string fish_completion(const std::vector<CompletedCommand>& commands);

}  // namespace pahunch
