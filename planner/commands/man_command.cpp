#include <fmt/format.h>

#include <ostream>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "planner/command_line.h"
#include "planner/commands/commands.h"
#include "planner/help/manual_page.h"

namespace pahunch {
namespace {

class ManCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {"man", "Print a manual page",
            "Prints the manual page of the program or of one command (roff), made from the same\n"
            "options as the help pages.",
            "# read one\n"
            "pahunch man run | man -l -\n"
            "# install the first\n"
            "pahunch man > /usr/local/share/man/man1/pahunch.1"};
  }

  void setup(CLI::App& app) override {
    app.add_option("COMMAND", command_, "Of which command; none: of the program")
        ->type_name("NAME");
  }

  void run(Session& session) override {
    const CommandLine line;
    auto& out = session.console.out();
    if (command_.empty()) {
      out << program_manual(line.app(), line.commands());
      return;
    }
    std::vector<std::string> known;
    for (const auto& command : make_commands()) {
      known.push_back(command->text().name);
      if (known.back() != command_) continue;
      out << command_manual(*line.app().get_subcommand(command_), command->text());
      return;
    }
    const auto nearest = find_nearest_name(command_, known);
    throw UsageError(
        {.what = fmt::format("there is no command '{}'", command_),
         .hint = nearest ? fmt::format("did you mean '{}'?", *nearest) : "see pahunch --help"});
  }

 private:
  std::string command_;
};

}  // namespace

std::unique_ptr<Command> make_man_command() { return std::make_unique<ManCommand>(); }

}  // namespace pahunch
