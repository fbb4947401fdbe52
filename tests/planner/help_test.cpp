#include <catch2/catch.hpp>

#include "planner/command_line.h"
#include "planner/help/completion.h"
#include "planner/help/manual_page.h"

using namespace pahunch;
using Catch::Contains;

namespace {

const std::vector<CompletedCommand> kCommands = {
    {"go",
     "It's a summary",
     {{"--season", "Of the year", {"dry", "wet"}}, {"--out", "A [file]", {}}}}};

}  // namespace

TEST_CASE("completion offers commands, options and the choices of an option") {
  const std::string bash = bash_completion(kCommands);
  CHECK_THAT(bash, Contains("'go '") && Contains("go:--season") && Contains("'dry wet'"));
  CHECK_THAT(fish_completion(kCommands), Contains("-l season") && Contains("-x -a 'dry wet'"));
  CHECK_THAT(zsh_completion(kCommands), Contains(":value:(dry wet)") && Contains("A file"));
}

TEST_CASE("a quote in a summary cannot end the script's string") {
  CHECK_THAT(fish_completion(kCommands), Contains("'It'\\''s a summary'"));
}

TEST_CASE("choices are found in the types of real options") {
  const CommandLine line;
  bool found = false;
  for (const CompletedCommand& command : completed_commands(line.commands())) {
    for (const auto& choice : command.options) {
      found = found || (choice.option == "--season" && choice.values.size() == 2);
    }
  }
  CHECK(found);
}

TEST_CASE("text that roff would read as a request is escaped") {
  CLI::App app("Goes", "go");
  const std::string page = command_manual(app, {"go", "a-b", ".SH no\n\n'tis", "go \\ now"});
  CHECK_THAT(page, Contains("\\&.SH no") && Contains(".PP") && Contains("\\&'tis"));
  CHECK_THAT(page, Contains("a\\-b") && Contains("go \\e now"));
}
