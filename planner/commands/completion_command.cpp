#include <ostream>

#include "planner/command_line.h"
#include "planner/commands/commands.h"
#include "planner/help/completion.h"

namespace pahunch {
namespace {

class CompletionCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "completion", "Print a script that completes commands and options in a shell",
        "Prints the completion script of a shell, made from the same options as the help pages.",
        "# bash, for this session\n"
        "source <(pahunch completion bash)\n"
        "# fish, for good\n"
        "pahunch completion fish > ~/.config/fish/completions/pahunch.fish"};
  }

  void setup(CLI::App& app) override {
    app.add_option("SHELL", shell_, "Which shell")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  }

  void run(Session& session) override {
    const CommandLine line;
    const auto commands = completed_commands(line.commands());
    auto& out = session.console.out();
    if (shell_ == "bash") out << bash_completion(commands);
    if (shell_ == "zsh") out << zsh_completion(commands);
    if (shell_ == "fish") out << fish_completion(commands);
  }

 private:
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completion_command() { return std::make_unique<CompletionCommand>(); }

}  // namespace pahunch
