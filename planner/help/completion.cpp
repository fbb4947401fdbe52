#include "planner/help/completion.h"

#include <fmt/format.h>

#include <algorithm>

namespace pahunch {
namespace {

/// The words of a type such as "TEXT:{dry,monsoon}".
std::vector<std::string> values_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const auto open = type.find('{');
  const auto close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  std::vector<std::string> values;
  std::string word;
  for (const char c : type.substr(open + 1, close - open - 1) + ",") {
    if (c == ',') {
      values.push_back(std::exchange(word, {}));
    } else {
      word += c;
    }
  }
  return values;
}

/// Within single quotes of a shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string words_of(const CompletedCommand& command) {
  std::string words;
  for (const auto& choice : command.options) words += choice.option + " ";
  return words;
}

}  // namespace

std::vector<CompletedCommand> completed_commands(const std::vector<const CLI::App*>& commands) {
  std::vector<CompletedCommand> completed;
  for (const CLI::App* app : commands) {
    CompletedCommand command{app->get_name(), app->get_description(), {}};
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        command.options.push_back({"--" + name, option->get_description(), values_of(*option)});
      }
    }
    completed.push_back(std::move(command));
  }
  return completed;
}

std::string bash_completion(const std::vector<CompletedCommand>& commands) {
  std::string names, cases, values;
  for (const auto& command : commands) {
    names += command.name + " ";
    cases += fmt::format("    {}) words={} ;;\n", command.name, shell_quoted(words_of(command)));
    for (const auto& choice : command.options) {
      if (choice.values.empty()) continue;
      values += fmt::format("    {}:{}) COMPREPLY=($(compgen -W {} -- \"$now\")); return ;;\n",
                            command.name, choice.option,
                            shell_quoted(fmt::format("{}", fmt::join(choice.values, " "))));
    }
  }
  return fmt::format(
      "# bash completion for pahunch\n"
      "_pahunch() {{\n"
      "  local now=\"${{COMP_WORDS[COMP_CWORD]}}\" before=\"${{COMP_WORDS[COMP_CWORD-1]}}\" words\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W {} -- \"$now\")); return\n"
      "  fi\n"
      "  case \"${{COMP_WORDS[1]}}:$before\" in\n{}  esac\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n{}  esac\n"
      "  case \"$now\" in\n"
      "    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$now\")) ;;\n"
      "    *) COMPREPLY=($(compgen -f -- \"$now\")) ;;\n"
      "  esac\n"
      "}}\n"
      "complete -o filenames -F _pahunch pahunch\n",
      shell_quoted(names), values, cases);
}

std::string zsh_completion(const std::vector<CompletedCommand>& commands) {
  std::string names, cases;
  for (const auto& command : commands) {
    names += "    " + shell_quoted(command.name + ":" + command.summary) + "\n";
    cases += fmt::format("    {}) _arguments", command.name);
    for (const auto& choice : command.options) {
      std::string description = choice.description;
      std::erase_if(description, [](char c) { return c == '[' || c == ']' || c == ':'; });
      const std::string values =
          choice.values.empty() ? "" : fmt::format(":value:({})", fmt::join(choice.values, " "));
      cases += " \\\n      " + shell_quoted(choice.option + "[" + description + "]" + values);
    }
    cases += " '*:file:_files' ;;\n";
  }
  return fmt::format(
      "#compdef pahunch\n"
      "_pahunch() {{\n"
      "  local -a commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
      "  local command=$words[2]\n"
      "  shift words; (( CURRENT-- ))\n"
      "  case $command in\n{}  esac\n"
      "}}\n"
      "compdef _pahunch pahunch\n",
      names, cases);
}

std::string fish_completion(const std::vector<CompletedCommand>& commands) {
  std::string out = "# fish completion for pahunch\n";
  for (const auto& command : commands) {
    out += fmt::format("complete -c pahunch -n __fish_use_subcommand -f -a {} -d {}\n",
                       command.name, shell_quoted(command.summary));
    for (const auto& choice : command.options) {
      out += fmt::format("complete -c pahunch -n '__fish_seen_subcommand_from {}' -l {} -d {}",
                         command.name, choice.option.substr(2), shell_quoted(choice.description));
      if (!choice.values.empty()) {
        out += fmt::format(" -x -a '{}'", fmt::join(choice.values, " "));
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace pahunch
