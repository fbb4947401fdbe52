/// \file
/// The command line as CLI11 sees it, built from the commands.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "planner/command_list.h"
#include "planner/options/console_options.h"

namespace pahunch {

class CommandLine {
 public:
  CommandLine();

  /// Throws UsageError for an unknown command and CLI::ParseError for the rest (help included).
  /// After it `command()` is the chosen one.
  void parse(const std::vector<std::string>& args);

  [[nodiscard]] Command& command() const { return *chosen_; }
  [[nodiscard]] const ConsoleOptions& console_options() const { return console_options_; }
  [[nodiscard]] const CLI::App& app() const { return app_; }
  [[nodiscard]] CLI::App& app() { return app_; }
  /// The sub-commands' apps, in the order of the help page.
  [[nodiscard]] std::vector<const CLI::App*> commands() const;

 private:
  void add(Command& command);

  CLI::App app_;
  CommandList commands_;
  ConsoleOptions console_options_;
  Command* chosen_ = nullptr;
};

/// The options of one app as a person may write them ("--out"), for suggestions and completion.
std::vector<std::string> long_options(const CLI::App& app);

}  // namespace pahunch
