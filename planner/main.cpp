#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "planner/interrupt.h"
#include "planner/program.h"
#include "planner/ranks/ranks.h"

namespace {

/// The first of the variables that is set and not empty.
std::string find_variable(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

pahunch::TerminalStyle find_style() {
  return pahunch::find_terminal_style({.is_terminal = ::isatty(STDOUT_FILENO) == 1,
                                       .locale = find_variable({"LC_ALL", "LC_CTYPE", "LANG"}),
                                       .kind = find_variable({"TERM"}),
                                       .no_color = find_variable({"NO_COLOR"})});
}

}  // namespace

int main(int argc, char** argv) {
  pahunch::watch_for_interrupt();
  const std::vector<std::string> args(argv + 1, argv + argc);
  const pahunch::Streams streams{std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, find_style()};
  const int code = pahunch::run_program(args, streams);
  pahunch::end_ranks(code);
  return code;
}
