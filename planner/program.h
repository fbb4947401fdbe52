/// \file
/// The program: command line in, exit code out. The one place that turns exceptions into text.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "planner/terminal_style.h"

namespace pahunch {

/// Where the program writes, and whether somebody watches.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  TerminalStyle out_style = {};
};

/// `args`: without the program's name. Never throws; see exit_code.h.
int run_program(const std::vector<std::string>& args, const Streams& streams);

}  // namespace pahunch
