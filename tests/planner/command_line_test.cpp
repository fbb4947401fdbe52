#include <catch2/catch.hpp>

#include "tests/support/run_program.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::vector<std::string> kCommands = {"run",    "coverage",   "matrix",  "access",
                                            "check",  "compare",    "explain", "export",
                                            "report", "completion", "man"};

}  // namespace

TEST_CASE("every command has a help page with an example") {
  for (const std::string& command : kCommands) {
    const ProgramResult result = run_pahunch({command, "--help"});
    INFO(command);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.out, Contains("Examples:") && Contains("pahunch " + command));
    CHECK(result.err.empty());
  }
}

TEST_CASE("every command has a manual page with its options") {
  for (const std::string& command : kCommands) {
    const ProgramResult result = run_pahunch({"man", command});
    INFO(command);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.out, Contains(".SH EXAMPLES") && Contains("\\-\\-threads"));
  }
  CHECK_THAT(run_pahunch({"man"}).out, Contains(".SH COMMANDS"));
  CHECK_THAT(run_pahunch({"man", "rn"}).err, Contains("did you mean 'run'?"));
}

TEST_CASE("the completion of every shell knows commands, options and choices") {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const ProgramResult result = run_pahunch({"completion", shell});
    INFO(shell);
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.out, Contains("coverage") && Contains("season") && Contains("dry monsoon"));
  }
}

TEST_CASE("the help of the program and its version are results, not errors") {
  CHECK_THAT(run_pahunch({"--help"}).out, Contains("pahunch run"));
  CHECK_THAT(run_pahunch({"--version"}).out, Contains("pahunch 0."));
}

TEST_CASE("wrong usage is exit code 2, with the nearest known word") {
  const ProgramResult command = run_pahunch({"covrage"});
  CHECK(command.exit_code == 2);
  CHECK_THAT(command.err, Contains("there is no command 'covrage'") && Contains("'coverage'"));
  const ProgramResult option = run_pahunch({"run", "--seasn", "dry"});
  CHECK(option.exit_code == 2);
  CHECK_THAT(option.err, Contains("did you mean '--season'?"));
  CHECK(run_pahunch({}).exit_code == 2);
  CHECK(run_pahunch({"run", "--season", "winter"}).exit_code == 2);
  CHECK(run_pahunch({"run", "--threads", "x"}).exit_code == 2);
  CHECK(run_pahunch({"completion", "tcsh"}).exit_code == 2);
}

TEST_CASE("a format that another command makes is told with that command") {
  const ProgramResult format = run_pahunch({"export", "x", "--format", "html", "-o", "y"});
  CHECK(format.exit_code == 2);
  CHECK_THAT(format.err, Contains("'html' is no format of data files") &&
                             Contains("open report.html in its folder"));
  CHECK_THAT(run_pahunch({"export", "x", "--format", "xls", "-o", "y"}).err,
             Contains("there is no format 'xls'"));
}
