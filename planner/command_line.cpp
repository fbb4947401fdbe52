#include "planner/command_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"

namespace pahunch {
namespace {

constexpr const char* kDescription =
    "Who can reach help, who will with the planned centres, who still cannot.";

constexpr const char* kFooter =
    "Try this first:\n"
    "  pahunch run\n"
    "which compares Bihar's 39 One Stop Centres with the planned 65 and says where the files are.\n"
    "Exit codes: 0 done, 1 the data or the run failed, 2 wrong usage, 130 interrupted.";

/// The first argument that is no option: the command's name.
std::optional<std::string> find_command_word(const std::vector<std::string>& args) {
  for (const std::string& arg : args) {
    if (!arg.starts_with('-')) return arg;
  }
  return std::nullopt;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const auto nearest = find_nearest_name(word, known);
  return nearest ? fmt::format("did you mean '{}'? ", *nearest) : "";
}

void require_known_command(const CommandList& commands, const std::vector<std::string>& args) {
  const auto word = find_command_word(args);
  if (!word) return;
  std::vector<std::string> known;
  for (const auto& command : commands) known.push_back(command->text().name);
  if (std::ranges::find(known, *word) != known.end()) return;
  throw UsageError({.what = fmt::format("there is no command '{}'", *word),
                    .hint = suggestion(*word, known) + "See pahunch --help for the commands"});
}

}  // namespace

CommandLine::CommandLine() : app_(kDescription, "pahunch"), commands_(make_commands()) {
  app_.set_version_flag("--version", "pahunch " PAHUNCH_VERSION, "Print the version");
  app_.footer(kFooter);
  app_.require_subcommand(1);
  for (const auto& command : commands_) add(*command);
}

void CommandLine::add(Command& command) {
  const CommandText text = command.text();
  CLI::App* sub = app_.add_subcommand(text.name, text.summary);
  sub->footer(text.description + "\n\nExamples:\n" + text.examples);
  command.setup(*sub);
  console_options_.add_to(*sub);
  sub->callback([this, &command] { chosen_ = &command; });
}

void CommandLine::parse(const std::vector<std::string>& args) {
  require_known_command(commands_, args);
  std::vector<std::string> reversed(args.rbegin(), args.rend());
  try {
    app_.parse(reversed);
  } catch (const CLI::ExtrasError& error) {
    std::string hint;
    const auto used = app_.get_subcommands();
    for (const std::string& word : args) {
      if (!word.starts_with("--") || used.empty()) continue;
      const auto known = long_options(*used.front());
      const std::string name = word.substr(0, word.find('='));
      if (std::ranges::find(known, name) == known.end()) hint += suggestion(name, known);
    }
    throw UsageError({.what = error.what(), .hint = hint + "See --help for the options"});
  }
}

std::vector<const CLI::App*> CommandLine::commands() const {
  return app_.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> long_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace pahunch
