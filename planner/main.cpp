#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "planner/interrupt.h"
#include "planner/program.h"

int main(int argc, char** argv) {
  pahunch::watch_for_interrupt();
  const std::vector<std::string> args(argv + 1, argv + argc);
  return pahunch::run_program(args, {std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1});
}
